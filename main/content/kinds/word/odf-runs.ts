import type { ListCounter, ListLevel } from '../../documents/list-labels.ts';
import type { Run } from '../../documents/paragraph.ts';
import { webAddress } from '../text/markdown.ts';
import { inLetters } from './letters-of-signs.ts';
import type { OdfLists } from './odf-lists.ts';
import type { OdfStyles } from './odf-styles.ts';
import { inPlace } from './raised-digits.ts';
import type { Told } from './told.ts';
import { isPlaceOfWords, isUnfilled } from './unfilled.ts';
import { attributeOf, childOf, elementsOf, isElement, textBelow, type XmlElement } from './xml.ts';

/** An OpenDocument text that is being read. */
export interface OdfState {
  readonly styles: OdfStyles;
  readonly lists: OdfLists;
  /** The counters of the lists that were read, by their styles: a later list may count on. */
  readonly counters: Map<string, ListCounter>;
  /** The numbers of its headings. */
  readonly outline: { readonly levels: readonly (ListLevel | undefined)[]; readonly counter: ListCounter };
  readonly told: Told;
  /** The kinds of the embedded objects, by their folder: the last word of their media type. */
  readonly objects: ReadonlyMap<string, string>;
  /** The notes that were referred to so far. */
  readonly notes: XmlElement[];
  /** The names of the bookmarks that are open and whose words are hidden. */
  readonly hiddenMarks: Set<string>;
  /** Nothing but white paper is behind the text, unless its own style says so. */
  readonly isOnPaper: boolean;
  /** The text is that of a cell of a table. */
  readonly isInCell: boolean;
}

/** Fields whose words a program computes when it opens the text, and that are empty in none that it has saved. */
const COMPUTED: ReadonlySet<string> = new Set(['text:conditional-text', 'text:expression', 'text:database-display']);

/** The text of a paragraph, and the drawings that are anchored in it, each with whether words stand before it. */
export interface OdfParagraph {
  readonly runs: Run[];
  readonly drawings: { readonly element: XmlElement; readonly isAfterWords: boolean }[];
  /** A field in it says that the paragraph is not shown. */
  isHidden: boolean;
}

/** Elements of which no text is read: what was deleted, remarks of reviewers, choices of lists, descriptions of pictures. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...['office:annotation', 'office:forms', 'office:scripts', 'office:event-listeners', 'text:tracked-changes'],
  ...['text:sequence-decls', 'text:user-field-decls', 'text:variable-decls', 'text:table-of-content', 'text:label'],
  ...['text:script', 'svg:title', 'svg:desc', 'text:ruby-text'],
]);

/** Reads the content of a paragraph. What is not known is read for the text within it. */
export function readOdfRuns(paragraph: XmlElement, state: OdfState): OdfParagraph {
  const content: OdfParagraph = { runs: [], drawings: [], isHidden: false };
  const { hidden, ...look } = state.styles(attributeOf(paragraph, 'text:style-name'));
  if (hidden) state.told.others.add('hidden');
  else readChildren(paragraph, look, state, content);
  return content;
}

type Look = Omit<ReturnType<OdfStyles>, 'hidden' | 'level' | 'isUnnumbered'>;

function readChildren(element: XmlElement, look: Look, state: OdfState, content: OdfParagraph): void {
  const { bold, struck } = look;
  for (const child of element.children) {
    // White space of any length is one space (ODF 1.2, part 1, 6.1.2); more than one is written as `text:s`.
    if (!isElement(child)) {
      if (state.hiddenMarks.size > 0) {
        state.told.others.add('hidden');
        continue;
      }
      if (look.white === true && !look.filled && state.isOnPaper) {
        if (/[\p{L}\p{N}]/u.test(child)) state.told.others.add('white');
        continue;
      }
      if (isUnfilled(child)) {
        state.told.others.add('fields');
        continue;
      }
      if (struck && /[\p{L}\p{N}]/u.test(child)) state.told.others.add('struck');
      const text = inPlace(inLetters(child.replace(/\s+/gu, ' '), look.signs), look.place);
      content.runs.push({ text, bold, struck });
    } else readInline(child, look, state, content);
  }
}

function readInline(element: XmlElement, look: Look, state: OdfState, content: OdfParagraph): void {
  const { name } = element;
  const { bold, struck } = look;
  const { others } = state.told;
  if (SKIPPED.has(name) || followMark(element, state)) return;
  if (/^text:(?:date|time)$/u.test(name) && attributeOf(element, 'text:fixed') !== 'true') others.add('today');
  if (name === 'text:s') content.runs.push({ text: ' ', bold, struck });
  else if (name === 'text:tab') content.runs.push({ text: '\t', bold, struck });
  else if (name === 'text:line-break') content.runs.push({ text: '\n', bold, struck });
  else if (name === 'text:note') content.runs.push({ text: noteSign(element, state), bold, struck });
  else if (name === 'text:placeholder' || attributeOf(element, 'loext:showing-place-holder') === 'true')
    others.add('fields');
  else if (name === 'text:database-display' && isPlaceOfWords(textBelow(element))) others.add('fields');
  else if (COMPUTED.has(name) && textBelow(element) === '') others.add('unsaved');
  else if (name === 'field:fieldmark') content.runs.push({ text: formSign(element), bold, struck });
  else if (name === 'text:hidden-text' || attributeOf(element, 'text:display') === 'none') others.add('hidden');
  else if (name === 'text:hidden-paragraph') {
    if (attributeOf(element, 'text:is-hidden') === 'true') content.isHidden = true;
  } else if (name.startsWith('draw:')) {
    const isAfterWords = content.runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
    content.drawings.push({ element, isAfterWords });
  } else {
    const style = state.styles(attributeOf(element, 'text:style-name'));
    if (style.hidden) others.add('hidden');
    else {
      const own = {
        bold: bold || style.bold,
        struck: struck || style.struck,
        place: style.place ?? look.place,
        signs: style.signs ?? look.signs,
        white: style.white ?? look.white,
        filled: style.filled || look.filled,
      };
      const address = name === 'text:a' ? webAddress(attributeOf(element, 'xlink:href')) : null;
      const before = content.runs.length;
      readChildren(element, own, state, content);
      const words = content.runs.slice(before).map(({ text }) => text);
      if (address !== null) state.told.links.set(address, words.join(''));
    }
  }
}

/** Follows the bookmarks whose words LibreOffice hides. True for what is hidden, but for what may hold the end of its bookmark. */
function followMark(element: XmlElement, { hiddenMarks, told }: OdfState): boolean {
  const mark = attributeOf(element, 'text:name');
  if (element.name === 'text:bookmark-start' && attributeOf(element, 'loext:hidden') === 'true') hiddenMarks.add(mark);
  if (element.name === 'text:bookmark-end') hiddenMarks.delete(mark);
  if (hiddenMarks.size === 0 || /^text:(?:span|a)$/u.test(element.name)) return false;
  told.others.add('hidden');
  return true;
}

/** The boxes and lists of forms that came from Word have no words, but show a sign or one of their choices. */
function formSign(element: XmlElement): string {
  const values = (name: string): string[] =>
    elementsOf(element)
      .filter((each) => attributeOf(each, 'field:name') === name)
      .map((each) => attributeOf(each, 'field:value'));
  const type = attributeOf(element, 'field:type');
  if (type.endsWith('FORMCHECKBOX')) return values('Checkbox_Checked')[0] === 'true' ? '☒' : '☐';
  return type.endsWith('FORMDROPDOWN')
    ? (values('Dropdown_ListEntry')[Number(values('Dropdown_Selected')[0] ?? 0)] ?? '')
    : '';
}

function noteSign(element: XmlElement, { notes }: OdfState): string {
  const body = elementsOf(childOf(element, 'text:note-body'));
  notes.push({ name: 'text:note-body', attributes: {}, children: body });
  return `[${notes.length}]`;
}

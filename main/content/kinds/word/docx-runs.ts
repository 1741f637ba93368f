import type { Run } from '../../documents/paragraph.ts';
import { webAddress } from '../text/markdown.ts';
import { alternative, type DrawingPlace } from './docx-drawing.ts';
import { mathText } from './docx-math.ts';
import type { Numbering } from './docx-numbering.ts';
import { toggle, valOf } from './docx-properties.ts';
import { type Styles, type TextLook, textLook } from './docx-styles.ts';
import { inLetters, signOf } from './letters-of-signs.ts';
import { inPlace } from './raised-digits.ts';
import { isUnfilled } from './unfilled.ts';
import { attributeOf, childOf, childrenOf, elementsOf, textBelow, type XmlElement } from './xml.ts';

/** A Word document that is being read. */
export interface DocxState extends DrawingPlace {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** The notes that were referred to so far, by their part (`footnotes`) and identifier. */
  readonly notes: { readonly type: 'footnotes' | 'endnotes'; readonly id: string }[];
  /** The fields that are open: in their code nothing is read, in their result all is. null: they are not followed. */
  readonly fields: ('code' | 'result')[] | null;
  /** Nothing but white paper is behind the text, unless the text itself says so. */
  readonly isOnPaper: boolean;
}

/** The text of a paragraph, and the drawings that are anchored in it, each with whether words stand before it. */
export interface ParagraphContent {
  readonly runs: Run[];
  readonly drawings: { readonly element: XmlElement; readonly isAfterWords: boolean }[];
}

/** Elements of a paragraph of which nothing is read: properties, deleted and moved text, remarks of reviewers. */
const SKIPPED = new Set([
  ...['w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:tblPr', 'w:tblGrid', 'w:sectPr', 'w:rubyPr', 'w:rt'],
  ...['w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'w:fldData'],
]);

const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Reads the content of a paragraph. `look` is that of its style. What is not known is read for the text within it. */
export function readRuns(element: XmlElement, look: TextLook, state: DocxState): ParagraphContent {
  const content: ParagraphContent = { runs: [], drawings: [] };
  for (const child of elementsOf(element)) readInline(child, look, state, content);
  return content;
}

function readInline(element: XmlElement, look: TextLook, state: DocxState, content: ParagraphContent): void {
  const { name } = element;
  const add = (text: string): void => {
    // The result of a field within the code of another one is a part of that code.
    if (text === '' || state.fields?.includes('code')) return;
    if (isUnfilled(text)) {
      state.told.others.add('fields');
      return;
    }
    if (look.white === true && look.filled === undefined && state.isOnPaper) {
      if (/[\p{L}\p{N}]/u.test(text)) state.told.others.add('white');
      return;
    }
    const struck = look.struck === true && /[\p{L}\p{N}]/u.test(text);
    if (struck) state.told.others.add('struck');
    content.runs.push({ text: inPlace(text, look.place), bold: look.bold === true, struck: look.struck === true });
  };
  const readAll = (children: readonly XmlElement[], own = look): void => {
    for (const child of children) readInline(child, own, state, content);
  };
  if (name === 'w:instrText') noteField(textBelow(element), state);
  if (name === 'w:fldSimple') noteField(attributeOf(element, 'w:instr'), state);
  if (SKIPPED.has(name)) return;
  if (name === 'w:r') {
    const own = runLook(element, look, state.styles);
    if (own.hidden) state.told.others.add('hidden');
    else readAll(elementsOf(element), own);
  } else if (name === 'w:t') add(inLetters(textBelow(element), look.signs));
  else if (SIGNS[name] !== undefined) add(SIGNS[name]);
  else if (name === 'w:sym') add(symbol(element));
  else if (name === 'w:fldChar') {
    add(formSign(childOf(element, 'w:ffData')));
    followField(element, state);
  } else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') add(noteSign(element, state));
  else if (name === 'm:oMath') add(mathText(element));
  else if (name === 'w:sdt') readAll(controlContent(element, state));
  else if (name === 'mc:AlternateContent') readAll(alternative(element));
  else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') {
    const isAfterWords = content.runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
    content.drawings.push({ element, isAfterWords });
  } else {
    const address = name === 'w:hyperlink' ? addressOf(element, state) : null;
    const before = content.runs.length;
    readAll(elementsOf(element));
    if (address !== null) state.told.links.set(address, wordsOf(content.runs.slice(before)));
  }
}

const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The page of the web that a link leads to; null for a place in the document. */
function addressOf(link: XmlElement, { package: archive, part }: DocxState): string | null {
  return webAddress(archive.relations(part).get(attributeOf(link, 'r:id'))?.outside ?? '');
}

/** A field that is a link, an equation, which Word draws from its code alone, or the day or hour at which it is looked at. */
function noteField(code: string, { told, fields }: DocxState): void {
  const isWithinCode = (fields ?? []).slice(0, -1).includes('code');
  if (/^\s*(?:DATE|TIME)\b/iu.test(code) && !isWithinCode) told.others.add('today');
  if (/^\s*EQ\s/iu.test(code)) told.unshown.add('formulas');
  const address = webAddress(/^\s*HYPERLINK\s+"([^"]+)"/iu.exec(code)?.[1] ?? '');
  if (address !== null && !told.links.has(address)) told.links.set(address, '');
}

function runLook(run: XmlElement, look: TextLook, styles: Styles): TextLook {
  const properties = childOf(run, 'w:rPr');
  if (properties === undefined) return look;
  const style = valOf(properties, 'w:rStyle');
  return { ...look, ...(style === '' ? {} : styles(style)), ...textLook(properties) };
}

/** A sign by the number of its typeface; one of a typeface of letters is the letter. Private numbers mean something to nobody. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(attributeOf(element, 'w:char'), 16);
  if (Number.isNaN(code)) return '';
  const letter = String.fromCodePoint(code);
  return signOf(attributeOf(element, 'w:font'), code) ?? (/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) ? letter : '•');
}

/** Follows a field: it begins with its code, and its result comes behind a mark (ECMA-376, part 1, 17.16.18). */
function followField(element: XmlElement, { fields }: DocxState): void {
  const type = attributeOf(element, 'w:fldCharType');
  if (fields === null) return;
  if (type === 'begin') fields.push('code');
  else if (type === 'end') fields.pop();
  else if (fields.length > 0) fields[fields.length - 1] = 'result';
}

/** The boxes and lists of old forms have no result, but show a sign or a word. */
function formSign(form: XmlElement | undefined): string {
  const box = childOf(form, 'w:checkBox');
  if (box !== undefined) return (toggle(box, 'w:checked') ?? toggle(box, 'w:default')) ? '☒' : '☐';
  const list = childOf(form, 'w:ddList');
  const chosen = Number(valOf(list, 'w:result') || valOf(list, 'w:default') || 0);
  return attributeOf(childrenOf(list, 'w:listEntry')[chosen], 'w:val');
}

function noteSign(element: XmlElement, { notes }: DocxState): string {
  const type = element.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
  notes.push({ type, id: attributeOf(element, 'w:id') });
  return `[${notes.length}]`;
}

/**
 * The content of a control (`w:sdt`). A control that nobody filled holds « Cliquez ici pour entrer du texte », which is told
 * and not shown; a table of contents repeats the headings with the numbers of pages that a wall has not.
 */
export function controlContent(control: XmlElement, { told }: DocxState): readonly XmlElement[] {
  const properties = childOf(control, 'w:sdtPr');
  const gallery = valOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery');
  if (/^table of contents$/iu.test(gallery)) return [];
  if (childOf(properties, 'w:showingPlcHdr') === undefined) return elementsOf(childOf(control, 'w:sdtContent'));
  told.others.add('fields');
  return [];
}

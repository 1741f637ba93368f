import type { Run } from '../../documents/paragraph.ts';
import { webAddress } from '../text/markdown.ts';
import { type Bindings, withWords } from './docx-bindings.ts';
import { alternative, type DrawingPlace } from './docx-drawing.ts';
import { isInCode, noteField, type OpenField, unsavedWords, withoutPlaceholder } from './docx-fields.ts';
import { mathText } from './docx-math.ts';
import type { Numbering } from './docx-numbering.ts';
import { toggle, valOf } from './docx-properties.ts';
import { type Styles, type TextLook, textLook } from './docx-styles.ts';
import { inLetters, signText } from './letters-of-signs.ts';
import { inPlace } from './raised-digits.ts';
import { isUnfilled } from './unfilled.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, elementsOf, textBelow, type XmlElement } from './xml.ts';

/** A Word document that is being read. */
export interface DocxState extends DrawingPlace {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly bindings: Bindings;
  /** The notes that were referred to so far, by their part (`footnotes`) and identifier. */
  readonly notes: { readonly type: 'footnotes' | 'endnotes'; readonly id: string }[];
  /** The fields that are open; null: they are not followed. */
  readonly fields: OpenField[] | null;
  /** Nothing but white paper is behind the text, unless the text itself says so. */
  readonly isOnPaper: boolean;
  /** The text is that of a cell of a table. */
  readonly isInCell: boolean;
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
    if (text === '' || isInCode(state.fields)) return;
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
  if (name === 'w:instrText') readCode(textBelow(element), state);
  if (SKIPPED.has(name)) return;
  if (name === 'w:r') {
    const own = runLook(element, look, state.styles);
    if (own.hidden) {
      state.told.others.add('hidden');
      // Of the two ends of a field, one may be hidden.
      for (const mark of childrenOf(element, 'w:fldChar')) followField(mark, state, content);
    } else readAll(elementsOf(element), own);
  } else if (name === 'w:t') add(inLetters(textBelow(element), look.signs));
  else if (SIGNS[name] !== undefined) add(SIGNS[name]);
  else if (name === 'w:sym') add(symbol(element));
  else if (name === 'w:fldChar') {
    add(formSign(childOf(element, 'w:ffData')));
    add(followField(element, state, content));
  } else if (name === 'w:fldSimple') {
    const at = content.runs.length;
    readAll(elementsOf(element));
    const hasResult = elementsOf(element).length > 0;
    add(
      closeField(
        { code: attributeOf(element, 'w:instr'), result: hasResult ? { runs: content.runs, at } : null },
        state,
      ),
    );
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

function runLook(run: XmlElement, look: TextLook, styles: Styles): TextLook {
  const properties = childOf(run, 'w:rPr');
  if (properties === undefined) return look;
  const style = valOf(properties, 'w:rStyle');
  return { ...look, ...(style === '' ? {} : styles(style)), ...textLook(properties) };
}

/** A sign by its number in a typeface. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(attributeOf(element, 'w:char'), 16);
  return Number.isNaN(code) ? '' : signText(attributeOf(element, 'w:font'), code, String.fromCodePoint(code));
}

/** A piece of the code of a field. */
function readCode(piece: string, { fields, told }: DocxState): void {
  const field = fields?.at(-1);
  if (field?.result === null) field.code += piece;
  else if (fields === null) noteField(piece, true, told);
}

/** Follows a field from its code to its result. At its end, the words that it has without one. */
function followField(mark: XmlElement, state: DocxState, { runs }: ParagraphContent): string {
  const { fields } = state;
  const type = attributeOf(mark, 'w:fldCharType');
  if (fields === null) return '';
  if (type === 'begin') fields.push({ code: '', result: null });
  else if (type === 'end') {
    const field = fields.pop();
    return field === undefined ? '' : closeField(field, state);
  } else {
    const field = fields.at(-1);
    if (field !== undefined) field.result = { runs, at: runs.length };
  }
  return '';
}

/** What a field leaves at its end. Of one within the code of another, nothing is seen. */
function closeField({ code, result }: OpenField, { fields, told }: DocxState): string {
  if (isInCode(fields)) return '';
  noteField(code, result !== null, told);
  if (result === null) return unsavedWords(code, told);
  withoutPlaceholder(code, result, told);
  return '';
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
 * The content of a control (`w:sdt`), or the data that it is bound to. A control that nobody filled holds « Cliquez ici pour
 * entrer du texte », which is told and not shown; a table of contents repeats the headings with the numbers of pages that a wall
 * has not.
 */
export function controlContent(control: XmlElement, { told, bindings }: DocxState): readonly XmlElement[] {
  const properties = childOf(control, 'w:sdtPr');
  const gallery = valOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery');
  const content = childOf(control, 'w:sdtContent');
  if (/^table of contents$/iu.test(gallery) && hasContents(content)) {
    told.others.add('hidden');
    return [];
  }
  const words = bindings(properties) ?? '';
  // Data that were never filled leave the words that ask for them.
  const isOther = words.trim() !== '' && content !== undefined && words !== textBelow(content);
  const bound = isOther ? withWords(content, words) : null;
  if (bound !== null) return bound;
  if (toggle(properties, 'w:showingPlcHdr') !== true) return elementsOf(content);
  told.others.add('fields');
  return [];
}

/** The content of a control around cells or rows. A cell that nobody filled stays, empty: those behind it would move. */
export function cellsOfControl(control: XmlElement, state: DocxState): readonly XmlElement[] {
  const all = elementsOf(childOf(control, 'w:sdtContent'));
  if (!all.some(({ name }) => name === 'w:tc')) return all;
  const shown = controlContent(control, state);
  return shown.length > 0 ? shown : all.map((cell) => ({ ...cell, children: childrenOf(cell, 'w:tcPr') }));
}

/** Whether a field makes a table of contents here: people write over one, and what they wrote is theirs. */
function hasContents(content: XmlElement | undefined): boolean {
  const codes = content === undefined ? [] : descendantsOf(content, 'w:instrText', 'w:fldSimple');
  return /\bTOC\b/u.test(codes.map((code) => attributeOf(code, 'w:instr') + textBelow(code)).join(''));
}

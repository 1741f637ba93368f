import type { Run } from '../../documents/paragraph.ts';
import { decodeLegacyByte } from '../text/legacy-encoding.ts';
import { webAddress } from '../text/markdown.ts';
import { signText } from './letters-of-signs.ts';
import type { Told } from './told.ts';
import { isPlaceOfWords } from './unfilled.ts';
import { attributeOf, elementsOf, type XmlElement } from './xml.ts';

/** A field that is open: in its code nothing is read, in its result all is (ECMA-376, part 1, 17.16.18). */
export interface OpenField {
  code: string;
  /** The text in which its result begins, and where; null while its code is read. */
  result: { readonly runs: Run[]; readonly at: number } | null;
}

/** Whether a field is open whose code is read: what stands there is on no page. */
export const isInCode = (fields: readonly OpenField[] | null): boolean =>
  fields?.some(({ result }) => result === null) ?? false;

/** Elements whose fields are not followed, since nothing in them is read. */
const UNREAD = new Set(['w:del', 'w:moveFrom']);

/** Whether every field has an end. Behind one that has none, all text would be taken for its code. */
export function hasWholeFields(body: XmlElement): boolean {
  let open = 0;
  const follow = (element: XmlElement): void => {
    const type = element.name === 'w:fldChar' ? attributeOf(element, 'w:fldCharType') : '';
    open += type === 'begin' ? 1 : type === 'end' ? -1 : 0;
    for (const child of elementsOf(element)) if (!UNREAD.has(child.name)) follow(child);
  };
  follow(body);
  return open === 0;
}

/** The name of a field: `DATE`; of one that computes, `=`. */
const nameOf = (code: string): string => /^\s*(=|[a-z]+)/iu.exec(code)?.[1]?.toUpperCase() ?? '';

const namesIn = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The day or hour at which a document is looked at. */
const CHANGING = namesIn('DATE TIME');
/** What stands for the words of a letter to many until it is sent: « Nom », « Bloc adresse ». */
const OF_LETTERS = namesIn('MERGEFIELD ADDRESSBLOCK GREETINGLINE MERGEREC MERGESEQ NEXT NEXTIF SKIPIF');
/** A place to click on, whose words ask for others. */
const BUTTONS = namesIn('MACROBUTTON GOTOBUTTON');
/** Fields that show nothing, what is told or shown of itself, or numbers of pages, which a wall has not. */
const SILENT = namesIn(
  'ADDIN ADVANCE ASK BIDIOUTLINE CONTROL EMBED EQ FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK INCLUDEPICTURE INDEX NUMPAGES PAGE ' +
    'PRINT PRIVATE RD SECTION SECTIONPAGES SET SHAPE TA TC TOA TOC XE',
);

/** Notes what the code of a field says: a link, an equation or a picture that no text can show, a date that changes. */
export function noteField(code: string, hasResult: boolean, { others, unshown, links }: Told): void {
  const name = nameOf(code);
  if (CHANGING.has(name) && hasResult) others.add('today');
  if (name === 'EQ') unshown.add('formulas');
  if (name === 'INCLUDEPICTURE') unshown.add('pictures');
  const address = webAddress(/^\s*HYPERLINK\s+"([^"]+)"/iu.exec(code)?.[1] ?? '');
  if (address !== null && !links.has(address)) links.set(address, '');
}

/** The words of a field whose result was never saved, as far as its code has them; told where Word would compute some. */
export function unsavedWords(code: string, { others }: Told): string {
  const name = nameOf(code);
  if (name === 'SYMBOL') return signOfField(code);
  const isEmpty = name === '' || SILENT.has(name) || (name === 'SEQ' && /\\h\b/u.test(code));
  if (!isEmpty) others.add(OF_LETTERS.has(name) || BUTTONS.has(name) ? 'fields' : 'unsaved');
  return '';
}

/** Takes back a result that only holds the place of a word (« Nom » in chevrons): the letter was never sent. */
export function withoutPlaceholder(
  code: string,
  { runs, at }: { readonly runs: Run[]; readonly at: number },
  told: Told,
): void {
  const words = runs.slice(at).map(({ text }) => text);
  if (!OF_LETTERS.has(nameOf(code)) || !isPlaceOfWords(words.join(''))) return;
  runs.length = at;
  told.others.add('fields');
}

/** `SYMBOL 74 \f "Wingdings"`: a sign by its number, in a typeface or in Unicode (17.16.5.62). */
function signOfField(code: string): string {
  const sign = Number(/^\s*SYMBOL\s+(0x[\da-f]+|\d+)/iu.exec(code)?.[1] ?? Number.NaN);
  if (Number.isNaN(sign) || sign > MAX_SIGN) return '';
  const face = /\\f\s*"?([^"\\]+)"?/iu.exec(code)?.[1]?.trim() ?? '';
  const isUnicode = sign > 0xff || /\\u\b/iu.test(code);
  return signText(face, sign, isUnicode ? String.fromCodePoint(sign) : decodeLegacyByte(sign));
}

const MAX_SIGN = 0xffff;

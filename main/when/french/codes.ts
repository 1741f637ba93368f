const DASHES = /[\u002d\u058a\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d\u2192]/u;
const APOSTROPHES = /['\u2018\u2019\u02bc\u2032\uff07]/u;
const PLAIN_SIGN = /^[!-~]$/u;
const YEAR = /^(?:19|20|21)\d\d$/u;
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0[1-9]|1[0-2])';
/** `20260505`, `05052026`; the year of the second is one of now, so no number is both. */
const EIGHT_FIGURES = new RegExp(`^(?:(?:19|20|21)\\d\\d${MONTH}${DAY}|${DAY}${MONTH}20\\d\\d)$`, 'u');

const SHORT_YEAR = '(?:2[5-9]|[34]\\d)';
const DAY_OR_YEAR = '(?:2[5-9]|3[01])';
/** `120526`, `260512`: the year first or last. `280526` is a date either way, and so is none. */
const SIX_FIGURES = new RegExp(
  `^(?!${DAY_OR_YEAR}\\d\\d${DAY_OR_YEAR}$)(?:${DAY}${MONTH}${SHORT_YEAR}|${SHORT_YEAR}${MONTH}${DAY})$`,
  'u',
);

/** A word or sign without accents, in lower case, with one kind of dash and apostrophe. */
export function foldWord(text: string): string {
  if (/^[a-z]+$/iu.test(text)) return text.toLowerCase();
  if (DASHES.test(text)) return '-';
  if (APOSTROPHES.test(text)) return "'";
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/*
 * The grammar reads one character for each word, sign and number of a text. Its last rules name the ranges that are used here.
 */

/** `index`: of a word in the list of those that the grammar knows, -1 for another. Up to three letters may be a mark (« WA »). */
export function wordCode(folded: string, index: number): string {
  return String.fromCharCode((folded.length < 4 ? 0xe000 : 0xe400) + index + 1);
}

/** Of a folded sign; those that are not on a keyboard are all one. */
export function signCode(folded: string): string {
  return PLAIN_SIGN.test(folded) ? folded : '\uffff';
}

/** Of a number, by its figures: one or two, a year from 1900 to 2199, eight or six that are a date, six to nine others. */
export function numberCode(figures: string): string {
  const value = Number(figures);
  if (figures.length < 3) return String.fromCharCode((figures.length === 1 ? 0xf000 : 0xf100) + value);
  if (YEAR.test(figures)) return String.fromCharCode(0xf200 + value - 1900);
  if (EIGHT_FIGURES.test(figures)) return '\uf400';
  if (SIX_FIGURES.test(figures)) return '\uf403';
  return figures.length >= 6 && figures.length <= 9 ? '\uf401' : '\uf402';
}

/** A telephone number, several in a row, or an e-mail address; `end` excluded. */
export interface Span {
  readonly kind: 'number' | 'address';
  readonly start: number;
  readonly end: number;
}

/** Up to three of what people and line ends put between two digits; none of it is a comma, which parts numbers of a list. */
const GAP = '[\\s.\\-‐‑‒–—/•·∙_()|\\u00ad\\u200b-\\u200f\\u2060\\ufeff]{0,3}';
/** The French numbering plan: ten digits, of which the first is a zero. A letter O may be a zero that was mistyped. */
const NATIONAL = `(?:0|(?<!\\p{L})O)${GAP}[1-9](?:${GAP}\\d){8}`;
/** The same after the country’s code, with or without its zero in brackets. */
const FRENCH = `(?:\\+${GAP}|00${GAP}|(?=33[\\s.-]))33${GAP}(?:0${GAP})?[1-9](?:${GAP}\\d){8}`;
/** Numbers of other countries, eight to fifteen digits with the code (ITU-T E.164). */
const FOREIGN = `(?:\\+${GAP}|00${GAP})[1-9](?:${GAP}\\d){7,13}`;
/** Any digits after « tél. »: local numbers have eight digits or fewer. */
const ANNOUNCED = `(?<=\\bt[ée]l(?:[ée]phone)?\\s?[.:]{0,2}\\s{0,2})\\d(?:${GAP}\\d){5,12}`;
/** Not within a longer number, nor in a date, an hour or a price. */
const AFTER = '(?!\\d|[hH](?:\\d|\\b)|:\\d)';
const ONE_PHONE = `(?:${FRENCH}|${FOREIGN}|${NATIONAL}|${ANNOUNCED})${AFTER}`;
const NUMERAL =
  '(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et)';
/** « zéro six, douze, trente-quatre, … » */
const SPOKEN = `(?<!\\p{L})z[ée]ro(?:[\\s,.‐–-]{1,3}${NUMERAL}(?!\\p{L})){5,24}`;
const BEFORE = '(?<!\\d)(?<!\\d[.,:/hH-])';
/** « / 79 », « ou 34 », « poste 12 ». */
const EXTENSION =
  '(?:\\s?(?:/|ou)\\s?\\d{2}(?=\\s*(?:$|[.,;:)!?–—]))|\\s?,?\\s?\\(?(?:poste|p\\.)\\s?:?\\s?\\d{1,5}\\)?)*';
const CODE_IN_BRACKETS = '(?:\\((?=\\+?\\d{2,3}\\)))?';
const PHONE = `(?:tel:)?${CODE_IN_BRACKETS}${BEFORE}${ONE_PHONE}${EXTENSION}`;
/** A second number right after a first. */
const NEXT_PHONE = new RegExp(`[\\s,;/&–-]{0,3}(?:ou\\s|et\\s)?${CODE_IN_BRACKETS}${ONE_PHONE}${EXTENSION}`, 'iuy');

const LABEL = '[\\p{L}\\p{N}-]{1,63}(?:(?<=-)\\s[\\p{L}\\p{N}-]{1,63}(?=\\.))?';
const DOT = '(?:\\s?\\.|\\s\\.\\s(?=(?:fr|com|org|net|eu)\\b)|\\s(?:dot|point)\\s|\\s?[\\[(](?:dot|point)[\\])]\\s?)';
const AT_WORD = '(?:\\s?[\\[({<]\\s?(?:at|a|arobase|chez|@)\\s?[\\])}>]\\s?|\\s(?:at|arobase)\\s)';
/** Where spaces stand around the @, only a host with a dot makes an address: « @nom » is the name of an account. */
const HOST = [
  `@${LABEL}(?:${DOT}${LABEL}){0,8}`,
  `(?:${AT_WORD}|\\s?@\\s)${LABEL}(?:${DOT}${LABEL}){1,8}`,
  `\\s@${LABEL}(?:\\.${LABEL}){0,7}\\.(?:fr|com|org|net|eu|re|be|info|edu)\\b`,
].join('|');
const SPACED = '(?:[\\p{L}\\p{N}_-]{1,30}\\s\\.\\s(?=[\\p{L}\\p{N}_-]{1,30}\\s@\\s))?';
const EMAIL = `(?:mailto:)?(?<![\\p{L}\\p{N}._%+@-])${SPACED}[\\p{L}\\p{N}._%+\\u00ad\\u200b-]{1,64}(?:${HOST})`;

/** A date at the start of what looks like a number: « 05/05/2026 09 … », « 05/05 03 44 … ». */
const DATE_FIRST =
  /^(\d{2})(\s?[./-]\s?|\s)(\d{2})(?:\2(?:19|20)\d{2}(?!\d)|(?=[\s–-]{1,3}(?:0|\d{2}[./]\d{2}(?!\d))))/;

/** The shortest number that is one, with its « tél. » before it, has six digits. */
const MIN_DIGITS = 6;
const AT = /[@＠﹫]|\bat\b|[([{]\s?a\s?[)\]}]|arobase|chez|z[ée]ro/i;

/** False for a text that surely has no number and no address: a cheap question, to be asked before any other. */
function mayHoldPrivateParts(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length && digits < MIN_DIGITS; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits >= MIN_DIGITS || AT.test(text);
}

/**
 * Telephone numbers and e-mail addresses, however they are written, in order. Dates, years, hours, prices and the
 * four-digit help lines (3018) are none.
 */
export function privateParts(text: string): Span[] {
  if (!mayHoldPrivateParts(text)) return [];
  const pattern = new RegExp(`(?<number>${PHONE}|${SPOKEN})|${EMAIL}`, 'giu');
  const parts: Span[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const date = /^\d/.test(match[0]) ? leadingDate(text.slice(match.index, match.index + 40), match[0]) : 0;
    if (date > 0) pattern.lastIndex = match.index + date;
    else {
      const kind = match.groups?.number === undefined ? 'address' : 'number';
      const own = match.index + match[0].length;
      const end = kind === 'number' ? afterNumbers(text, own) : own;
      parts.push({ kind, start: match.index, end });
      pattern.lastIndex = end;
    }
  }
  return parts;
}

/** The end of the further numbers that stand directly after a number. */
function afterNumbers(text: string, from: number): number {
  NEXT_PHONE.lastIndex = from;
  let end = from;
  while (NEXT_PHONE.test(text)) end = NEXT_PHONE.lastIndex;
  return end;
}

const WHOLE_PHONE = new RegExp(`^[\\s–-]{1,3}${ONE_PHONE}`, 'iu');

/** Length of the date that a supposed number begins with; 0 where it begins with none. */
function leadingDate(text: string, found: string): number {
  const match = DATE_FIRST.exec(text);
  if (match === null || Number(match[1]) > 31 || Number(match[3]) > 12 || Number(match[3]) === 0) return 0;
  const length = match[0].length;
  if (length > 7) return length;
  // Two pairs alone are a date only before another one, or before a whole number: « 05/05 - 07/05 », « 05/05 03 44 … ».
  const isSlash = /^\s?[./]\s?$/.test(match[2] ?? '');
  const pairs = found.match(/(?<!\d[./])\b(?:0[1-9]|[12]\d|3[01])[./](?:0[1-9]|1[0-2])(?![./]?\d)/g) ?? [];
  return isSlash && (pairs.length > 1 || WHOLE_PHONE.test(text.slice(length))) ? length : 0;
}

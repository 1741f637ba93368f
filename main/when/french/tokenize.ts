/**
 * A word, a number or a sign. `text` is folded (no accents, lower case, one kind of dash and apostrophe); `start` and
 * `end` are offsets in the normalised source; `spaced`: something blank stands before it.
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  readonly text: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly spaced: boolean;
}

const pattern = /(?<number>\d+)|(?<word>(?:\p{L}\p{M}*)+)|(?<sign>\S)/gu;
const dashes = /[\u002d\u058a\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d\u2192]/u;
const apostrophes = /['\u2018\u2019\u02bc\u2032\uff07]/u;
/** Characters that show nothing: zero-width spaces and marks of direction, which copies from the web bring along. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu;

/** The text that the offsets of its tokens refer to: composed, without characters that show nothing. */
export function normaliseSource(text: string): string {
  return text.normalize('NFC').replace(invisible, '');
}

function foldToken(text: string): string {
  if (dashes.test(text)) return '-';
  if (apostrophes.test(text)) return "'";
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Cuts a text, already through `normaliseSource`, into tokens. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of source.matchAll(pattern)) {
    const kind = match.groups?.number ? 'number' : match.groups?.word ? 'word' : 'sign';
    const text = kind === 'number' ? match[0] : foldToken(match[0]);
    const value = kind === 'number' ? Number(match[0]) : Number.NaN;
    const end = match.index + match[0].length;
    tokens.push({ kind, text, value, start: match.index, end, spaced: match.index > last });
    last = end;
  }
  return tokens;
}

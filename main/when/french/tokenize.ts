import { foldWord, numberCode, signCode, wordCode } from './codes.ts';
import { WORDS } from './french-parser.generated.ts';

/**
 * A word, a number or a sign. `text` is folded (no accents, lower case, one kind of dash and apostrophe); `start` and
 * `end` are offsets in the text; `spaced`: something blank stands before it.
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  readonly text: string;
  /** Of a number. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly spaced: boolean;
}

/** A text with the tokens that were cut from it, and a character for each of them, which is what the grammar reads. */
export interface Source {
  /** Composed, without characters that show nothing. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly coded: string;
}

const PATTERN = /(?<number>\d+)|(?<word>(?:\p{L}\p{M}*)+)|\S/gu;
/** Characters that show nothing: zero-width spaces and marks of direction, which copies from the web bring along. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu;
const KNOWN_WORDS: ReadonlyMap<string, number> = new Map(WORDS.map((word, index) => [word, index]));

function codeOf(kind: Token['kind'], text: string): string {
  if (kind === 'number') return numberCode(text);
  return kind === 'sign' ? signCode(text) : wordCode(text, KNOWN_WORDS.get(text) ?? -1);
}

/** « 6A 8h », « 5a et 5b »: a class, and not « de 6 à 8h », which « 9a12h » is. */
function isGluedClass(text: string, start: number, tokens: readonly Token[]): boolean {
  const number = tokens.at(-1);
  const isGlued = number?.kind === 'number' && number.end === start && number.value < 7 && number.text.length === 1;
  return isGlued && /^a(?![\p{L}\p{M}\d'’])/iu.test(text.slice(start, start + 3));
}

/** « 3e A », « 2nde A », « Tle A »: this A is no « à », which « 3E A 17H » in capitals is. It keeps its capital. */
function isClassLetter(text: string, start: number, tokens: readonly Token[]): boolean {
  if (isGluedClass(text, start, tokens)) return true;
  if (text[start] !== 'A' || !/^A(?!\p{L}|\s*\d{1,2}\s*[h:])/iu.test(text.slice(start, start + 12))) return false;
  const [number, level] = tokens.slice(-2);
  if (/^(?:tle|terminale|premiere|seconde|sixieme|cinquieme|quatrieme|troisieme)$/u.test(level?.text ?? ''))
    return true;
  return (
    number?.kind === 'number' &&
    number.value < 7 &&
    /^(?:e|eme|re|ere|nde|de)$/u.test(level?.text ?? '') &&
    !level?.spaced
  );
}

/** Cuts a text into tokens. Of one that is longer than `limit`, in characters, only the start is cut. */
export function tokenize(raw: string, limit?: number): Source {
  const text = raw.normalize('NFC').replace(INVISIBLE, '');
  const tokens: Token[] = [];
  let coded = '';
  let last = 0;
  for (const { 0: written, index: start, groups } of text.slice(0, limit).matchAll(PATTERN)) {
    const kind = groups?.number ? 'number' : groups?.word ? 'word' : 'sign';
    const end = start + written.length;
    const folded = kind === 'number' || isClassLetter(text, start, tokens) ? written.toUpperCase() : foldWord(written);
    const value = kind === 'number' ? Number(written) : Number.NaN;
    tokens.push({ kind, text: folded, value, start, end, spaced: start > last });
    coded += codeOf(kind, folded);
    last = end;
  }
  return { text, tokens, coded };
}

/** The words of some tokens, as they were written. */
export function textOf({ text, tokens }: Source, start: number, end: number): string {
  return text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? text.length);
}

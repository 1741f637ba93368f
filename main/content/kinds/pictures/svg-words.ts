import { linesOf, readable } from './svg-html.ts';

const TEXT = /<text\b[^>]*>([\s\S]*?)<\/text>/gi;
/** A part of a text with a place of its own: a new line, mostly. */
const PLACED = /<tspan\b[^>]*\s(?:x|dy)\s*=[^>]*>/gi;

/** The lines of text in a drawing (one character a byte), to be read. */
export function wordsOf(svg: string): string[] {
  return [...svg.matchAll(TEXT)].flatMap(([, inside = '']) => linesOf(inside.replace(PLACED, '<br/>')).map(readable));
}

/** No letter or sign of the languages of Europe, which every machine has a font for: « 学 », and what programs keep for their own use. */
const FOREIGN = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Co}/u;
const PICTURED = /\p{Emoji_Presentation}|\p{Regional_Indicator}/u;
const MAX_TOLD = 8;

/** The first characters of a text that the fonts of a machine may lack; it shows an empty box for each. */
export function rareLetters(lines: readonly string[]): string | null {
  const rare = lines.flatMap((line) => [...line].filter((letter) => FOREIGN.test(letter) || PICTURED.test(letter)));
  return rare.length === 0 ? null : [...new Set(rare)].slice(0, MAX_TOLD).join('');
}

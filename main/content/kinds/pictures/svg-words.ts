import { linesOf, readable } from './svg-html.ts';

const COMMENT = /<!--[\s\S]*?-->/g;
const TEXT = /<text\b([^>]*)>([\s\S]*?)<\/text>/gi;
const PART = /<tspan\b([^>]*)>([^<]{0,2})/gi;
const HEIGHT = /\sy\s*=\s*["']\s*([-\d.]+)/i;
/** A move up or down from where the text stands. */
const MOVE = /\sdy\s*=\s*["']\s*[-+.]?0*\.?[1-9]/i;

/** The lines of text in a drawing (one character a byte), to be read. */
export function wordsOf(svg: string): string[] {
  return [...svg.replace(COMMENT, '').matchAll(TEXT)].flatMap(([, attributes = '', inside = '']) =>
    linesOf(withLines(inside, HEIGHT.exec(attributes)?.[1])).map(readable),
  );
}

/** A text with the ends of its lines. Some programs give each word of a line, or each letter, a place of its own. */
function withLines(inside: string, height: string | undefined): string {
  let before = height;
  return inside.replace(PART, (_, attributes: string, start: string) => {
    const own = HEIGHT.exec(attributes)?.[1] ?? before;
    const isNewLine = own !== before || MOVE.test(attributes);
    before = own;
    const isWord = start.trim().length > 1 && /\sx\s*=/i.test(attributes);
    return `${isNewLine ? '<br/>' : isWord ? ' ' : ''}${start}`;
  });
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

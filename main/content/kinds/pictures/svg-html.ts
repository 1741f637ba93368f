import type { Fault } from '../../faults/fault.ts';
import { svgTextsLost, svgTextsRedrawn } from './picture-faults.ts';

/** draw.io ends its drawings with this: an English sentence for viewers that do not know HTML within a drawing. */
const NOTICE = /<switch>\s*<g\b[^>]*Extensibility[^>]*(?:\/>|>\s*<\/g>)(?:(?!<\/?switch\b)[\s\S])*?<\/switch>/gi;
/** A piece of HTML in a drawing, alone or first in a `switch`, and the text that stands in for it there, if any. */
const HTML =
  /(<switch>\s*)?<foreignObject\b((?:"[^"]*"|'[^']*'|[^>"'])*?)(?:\/>|>([\s\S]*?)<\/foreignObject>)(\s*<text\b[^>]*>[^<]*<\/text>)?/gi;
/** Text in a frame as Inkscape wrote it before 2020, which nothing else draws. */
const FLOWED = /<flowPara\b[^>]*>([\s\S]*?)<\/flowPara>/gi;
const FONT_SIZE = 16;
const LINE_HEIGHT = 1.25;
/** The mean width of a letter, in parts of the font size. */
const LETTER = 0.56;
/** Not `\s`: as one character a byte, the second byte of « à » would be a no-break space. */
const SPACES = /[ \t\r\n]+/g;
const ESCAPE = /&[#\w]+;/g;

/** Where a piece of HTML stands in its drawing. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws the words of HTML within a drawing (`foreignObject`, as draw.io and Mermaid write it) as plain text: librsvg leaves
 * them out. Warns of what was drawn again; `lost` of words that have no place.
 */
export function redrawHtml(svg: string): { readonly svg: string; readonly warnings: Fault[]; readonly lost: Fault[] } {
  if (!/<foreignObject|<switch|<flowRoot/i.test(svg)) return { svg, warnings: [], lost: [] };
  let isRedrawn = false;
  const lost = [...svg.matchAll(FLOWED)].flatMap(([, words = '']) => linesOf(words));
  const drawn = svg.replace(NOTICE, '').replace(HTML, (_, before = '', attributes = '', html = '', standIn = '') => {
    const lines = linesOf(html);
    if (standIn !== '') {
      isRedrawn ||= lines.length > 0;
      return before + fullStandIn(standIn, lines, html);
    }
    if (lines.length === 0) return before;
    const area = areaOf(attributes);
    if (area === null) {
      // Another stand-in, a picture of the words, may follow within the `switch`.
      if (before === '') lost.push(lines.join(' '));
      return before;
    }
    isRedrawn = true;
    return before + textIn(area, lines, html);
  });
  const warnings = isRedrawn ? [svgTextsRedrawn()] : [];
  return { svg: drawn, warnings, lost: lost.length > 0 ? [svgTextsLost(readable(lost.join(' ')))] : [] };
}

/** The words of a piece of HTML, still escaped for XML: one line for each paragraph, item, or break. */
export function linesOf(html: string): string[] {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '')
    .replace(/<br\b[^>]*>|<\/(?:p|div|li|h\d|tr)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.replace(SPACES, ' ').replace(/^ | $/g, ''))
    .filter((line) => line !== '');
}

/** draw.io shortens the text that stands in: « Inscription au CD... ». It gets all the words back, in lines as wide as the HTML. */
function fullStandIn(standIn: string, lines: readonly string[], html: string): string {
  const short = />([^<]*?)(?:\.\.\.|…|\xe2\x80\xa6)\s*</.exec(standIn)?.[1]?.replace(/^ +| +$/g, '');
  if (short === undefined || !lines.join(' ').startsWith(short)) return standIn;
  const number = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([-\\d.]+)`).exec(standIn)?.[1] ?? 0);
  const size = number('font-size') || FONT_SIZE;
  const width = Number(/[\s;"']width\s*:\s*([\d.]+)px/i.exec(html)?.[1] ?? 0);
  const broken = width > 1 ? lines.flatMap((line) => breakLine(line, lettersIn(width, size))) : lines;
  return standIn.replace(/>[^<]*</, () => `>${spansOf(broken, number('x'), number('y'), size)}<`);
}

function areaOf(attributes: string): Area | null {
  const number = (name: string): number =>
    Number(new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']\\s*([-\\d.]+)(?:px)?\\s*["']`).exec(attributes)?.[1] ?? 0);
  const area = { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
  return area.width > 1 && area.height > 1 ? area : null;
}

/** The lines in the middle of their area, broken where they are wider than it. */
function textIn({ x, y, width, height }: Area, lines: readonly string[], html: string): string {
  const size = Number(/font-size\s*:\s*([\d.]+)px/i.exec(html)?.[1] ?? FONT_SIZE);
  const colour = /(?:^|[;"'\s])color\s*:\s*([#\w]+(?:\([\d.,%\s]+\))?)/i.exec(html)?.[1] ?? '#333333';
  const broken = lines.flatMap((line) => breakLine(line, lettersIn(width, size)));
  const spans = spansOf(broken, x + width / 2, y + height / 2 + size * 0.35, size);
  return `<text font-size="${size}" fill="${colour}" style="text-anchor:middle">${spans}</text>`;
}

/** Lines of text around a height: `y` is the baseline of the middle one. */
function spansOf(lines: readonly string[], x: number, y: number, size: number): string {
  const top = y - ((lines.length - 1) * size * LINE_HEIGHT) / 2;
  return lines.map((line, index) => `<tspan x="${x}" y="${top + index * size * LINE_HEIGHT}">${line}</tspan>`).join('');
}

/** How many letters a line holds; a little more than its width, since letters are only estimated. */
const lettersIn = (width: number, size: number): number => (width * 1.15) / (size * LETTER);

function breakLine(line: string, maxLetters: number): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const open = lines.at(-1);
    const joined = open === undefined ? word : `${open} ${word}`;
    if (open !== undefined && lettersOf(joined) <= maxLetters) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** An escape is one letter; of the bytes of a letter in UTF-8, only the first counts. */
const lettersOf = (text: string): number => text.replace(ESCAPE, 'x').replace(/[\x80-\xbf]/g, '').length;

/** Words as a message shows them: from one character a byte, without escapes. */
export function readable(words: string): string {
  const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return Buffer.from(words, 'latin1')
    .toString('utf8')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')
    .replace(/&#x?\w+;/g, ' ');
}

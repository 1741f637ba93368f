import { decodeEntities, encodeEntities } from '../documents/inline.ts';
import { privateParts } from '../documents/private-parts.ts';
import { type NoticeLine, publicLines } from './public-lines.ts';
import { noneTaken, type Taken } from './taken.ts';

/** The elements that part the lines of our own HTML (see `renderMarkdown` and `blocksHtml`). */
const BLOCK = /(<\/?(?:p|h[1-6]|li|ul|ol|blockquote|table|thead|tbody|tr|t[hd]|pre|hr|br)(?:\s[^<>]*)?\/?>)/u;
/** Blocks with nothing left in them; an empty cell stays, or the cells after it would move. */
const EMPTY =
  /<(p|h[1-6]|li|ul|ol|blockquote|pre|tr|thead|tbody|table)(?:\s[^<>]*)?>(?:\s|<br\s*\/?>|<t[hd](?:\s[^<>]*)?>\s*<\/t[hd]>)*<\/\1>\s*/gu;

/** A line of the text and the pieces of HTML that hold it. */
interface HtmlLine {
  /** Rank among the pieces that the blocks part. */
  readonly piece: number;
  readonly html: string;
  readonly text: string;
  readonly level: number;
}

/** The HTML of a slide without what reaches a person, and what was taken out. Pieces that lose nothing stay as they are. */
export function publicHtml(html: string): { readonly html: string; readonly taken: Taken } {
  // Most texts name nobody: one look at the whole is enough for them.
  if (privateParts(plain(html)).length === 0) return { html, taken: noneTaken };
  let taken = noneTaken;
  const left = cleanedHtml(html, (lines) => {
    const read = publicLines(lines);
    taken = read.taken;
    return read.lines;
  });
  return { html: left, taken };
}

/** The HTML of a slide whose lines are cleaned by `clean`, which gives null for a line that goes; other lines stay as they are. */
export function cleanedHtml(html: string, clean: (lines: readonly NoticeLine[]) => readonly (string | null)[]): string {
  const pieces = html.split(BLOCK);
  const lines = linesOf(pieces);
  const texts = clean(lines);
  const left = new Map<number, string[]>();
  for (const [at, line] of lines.entries()) {
    const text = texts[at];
    const kept = text === line.text ? [line.html] : text === null || text === undefined ? [] : [encodeEntities(text)];
    left.set(line.piece, [...(left.get(line.piece) ?? []), ...kept]);
  }
  return withoutEmpty(pieces.map((piece, at) => left.get(at)?.join('\n') ?? piece).join(''));
}

/** The words of HTML. */
export const plainWords = (html: string): string => plain(html);

function linesOf(pieces: readonly string[]): HtmlLine[] {
  let level = 0;
  return pieces.flatMap((html, piece) => {
    if (piece % 2 === 1) {
      const heading = /^<(\/?)h([1-6])/u.exec(html);
      if (heading !== null) level = heading[1] === '/' ? 0 : Number(heading[2]);
      return [];
    }
    if (html.trim() === '') return [];
    // Emphasis may reach over the end of a line: then the lines are cut out of the text alone.
    const isWhole = html.split('\n').every((line) => balanced(line));
    const texts = isWhole ? html.split('\n') : encodeEntities(plain(html)).split('\n');
    return texts.map((line) => ({ piece, html: line, text: plain(line), level }));
  });
}

function balanced(line: string): boolean {
  const opened = line.match(/<[a-z][^<>]*>/giu)?.length ?? 0;
  return opened === (line.match(/<\/[a-z][^<>]*>/giu)?.length ?? 0);
}

function plain(html: string): string {
  return decodeEntities(html.replace(/<[^<>]*>/gu, ''));
}

/** Takes out the elements that were left empty, from the inside to the outside. */
function withoutEmpty(html: string): string {
  const left = html.replace(EMPTY, '');
  return left === html ? html : withoutEmpty(left);
}

import { beginsItem, fillsLine, SHORT } from './line-ends.ts';
import type { OpenBlock } from './open-tables.ts';
import { cutsHours } from './page-furniture.ts';
import type { PdfLine } from './pdf-lines.ts';

/** What tells how wide the lines of a document may be. */
export interface Setting {
  /** The page that follows, in points. */
  readonly page: { readonly width: number };
  readonly lines: readonly PdfLine[];
  /** The paragraphs of the pages before. */
  readonly blocks: readonly OpenBlock[];
}

const ENDS_SENTENCE = /[.!?…:;»)]$/;
/** Words after which no line ends but one that goes on. */
const GOES_ON =
  /(?:[,(«]|(?:^|[\s'’])(?:à|au|aux|avec|chez|dans|de|des|du|en|entre|et|la|le|les|leur|leurs|mais|nos|notre|ou|où|par|pour|que|qui|sans|ses|son|sur|un|une|vos|votre|[dlnsc]['’]))$/iu;
/**
 * Whether the last paragraph of a page goes on in the first of the next. No space between the two tells it, so it must look
 * like one sentence. A line that is alone at the end of a page is the whole of its paragraph: word processors leave no first
 * line alone there.
 */
export function goesOverPage(last: OpenBlock, next: OpenBlock, setting: Setting): boolean {
  const [before, after] = [last.lines.at(-1), next.lines[0]];
  if (before === undefined || after === undefined) return false;
  if (Math.abs(before.size - after.size) > 0.5 || ENDS_SENTENCE.test(last.text)) return false;
  if (cutsHours(before.text, after.text)) return true;
  if (beginsItem(after.text, last.text)) return false;
  const width = lineWidth(before, setting);
  const isLong = last.lines.length > 1;
  const isSmall = /^\p{Ll}/u.test(after.text);
  if (isSmall && isLong && before.x2 - before.x > width * SHORT) return true;
  if (!fillsLine(before, after, width)) return false;
  // Of the items of a list, all may begin with a small letter.
  if (isSmall) return isLong || !/^\p{Ll}/u.test(last.text);
  return before.bold === after.bold && (isLong || GOES_ON.test(last.text));
}

/**
 * The room of a line: the widest with the same left edge. Where no paragraph there has two lines, none may be full, and the
 * right margin of the page is taken to be as wide as the left one.
 */
function lineWidth({ x, size }: PdfLine, { page, lines, blocks }: Setting): number {
  const sharesEdge = (line: PdfLine): boolean => Math.abs(line.x - x) < size;
  const widest = lines.filter(sharesEdge).reduce((most, line) => Math.max(most, line.x2 - line.x), 0);
  const isKnown = blocks.some((block) => block.lines.length > 1 && block.lines.some(sharesEdge));
  return isKnown ? widest : Math.max(widest, page.width - 2 * x);
}

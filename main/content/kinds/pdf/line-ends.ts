import type { PdfLine } from './pdf-lines.ts';

/** What begins an item of a list. */
export const BULLET = /^[•‣▪◦·●○■–—-]\s+(?=\S)/u;

/**
 * A dash begins a list item only where one before did: otherwise it stands between a title and its venue. Before a time it
 * stands between the two ends of some hours.
 */
export function beginsItem(text: string, open: string): boolean {
  if (/^[–—-]\s+\d{1,2}\s?(?:h|:)/iu.test(text)) return false;
  return BULLET.test(text) && (!/^[–—-]/.test(text) || BULLET.test(open));
}

/** The share of the width of a column that a full line takes: edges are ragged, and headings centred. */
const FULL = 0.96;

/** True where the first word of the next line would not have fitted on this one, or is cut in two. */
export function fillsLine(previous: PdfLine, line: PdfLine, width: number): boolean {
  if (/\p{L}[-‐\u00ad]$/u.test(previous.text) && /^\p{Ll}/u.test(line.text)) return true;
  const firstWord = /^\S+/.exec(line.text)?.[0] ?? '';
  const perCharacter = (line.x2 - line.x) / Math.max(1, line.text.length);
  return previous.x2 - previous.x + (firstWord.length + 1) * perCharacter > width * FULL;
}

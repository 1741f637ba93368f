import type { PdfLine } from './pdf-lines.ts';
import type { TextPage } from './pdf-text.ts';

const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur|of)\s*\d{1,3})?(?:\s*[-–—])?$/i;
/** Headers and footers stand in this share of a page’s height, at its top and bottom. */
const MARGIN = 0.12;

interface LinedPage {
  readonly page: TextPage;
  readonly lines: readonly PdfLine[];
}

/** The lines of pages that are no part of their text: repeated headers and footers, page numbers. */
export function pageFurniture(pages: readonly LinedPage[]): ReadonlySet<PdfLine> {
  const repeated = repeatedLines(pages);
  return new Set(
    pages.flatMap(({ page, lines }, at) => {
      const isRest = cutsHours(pages[at - 1]?.lines.at(-1)?.text ?? '', lines[0]?.text ?? '');
      return lines.filter((line) => {
        if (!isMarginal(line, page) || (isRest && line === lines[0])) return false;
        return isPageNumber(line, lines) || placesOf(line, page).some((place) => repeated.has(place));
      });
    }),
  );
}

/** « … de 10 h à 12 h » and « 30 », at the end of a line and the start of the next. */
export const cutsHours = (before: string, after: string): boolean =>
  /\d\s?h$/u.test(before) && /^[0-5]\d(?:\.?$|,?\s[–-]\s|,\s)/u.test(after);

/** A page number stands apart: « 30 » right under « de 10 h à 12 h » is the rest of its line. */
function isPageNumber(line: PdfLine, lines: readonly PdfLine[]): boolean {
  if (!PAGE_NUMBER.test(line.text)) return false;
  return !lines.some((other) => {
    const step = line.y - other.y;
    const isAbove = step > 0 && step < 1.7 * line.size && Math.abs(other.size - line.size) < 0.06 * line.size;
    return isAbove && Math.abs(other.x - line.x) < line.size * 2;
  });
}

/** Lines that stand at the same place at the top or bottom of two pages at least, with their numbers masked. */
function repeatedLines(pages: readonly LinedPage[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { page, lines } of pages) {
    const marginal = new Set(lines.filter((line) => isMarginal(line, page)).flatMap((line) => placesOf(line, page)));
    for (const place of marginal) seen.set(place, (seen.get(place) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count >= 2).map(([place]) => place));
}

/** Points: a header stands this near to its place on the page before. */
const SAME_PLACE = 6;

/** What a line says, and how far it is from the nearer edge of its page: a header that is in between has two such places. */
function placesOf(line: PdfLine, page: TextPage): string[] {
  const isTop = line.y < page.height / 2;
  const steps = (isTop ? line.y : page.height - line.y) / SAME_PLACE;
  return [Math.floor(steps), Math.ceil(steps)].map((step) => `${isTop ? 'top' : 'foot'} ${step} ${masked(line.text)}`);
}

function isMarginal(line: PdfLine, page: TextPage): boolean {
  return line.y < page.height * MARGIN || line.y > page.height * (1 - MARGIN);
}

/** A line with its page number masked, and no other number: « Mardi 5 » and « Mardi 12 » are two dates. */
function masked(text: string): string {
  return text.replace(/\bpage\s*\d+|\b\d{1,3}\s*(?:\/|sur)\s*\d{1,3}$|(?<=[|–—-]\s)\d{1,3}$/gi, '#').toLowerCase();
}

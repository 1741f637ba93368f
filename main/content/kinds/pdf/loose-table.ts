import { fold } from '../../../lib/fold.ts';
import type { PdfLine } from './pdf-lines.ts';
import { pageParts } from './pdf-parts.ts';
import type { TextPage } from './pdf-text.ts';

/** A date or an hour at the start of a short text, as in the first column of a programme. */
const DATED =
  /^(?:le |du |de )?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\d{1,2}(?:er)? (?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)|\d{1,2}[/.]\d{1,2}|\d{1,2} ?h)/u;
const MAX_CELL = 40;
/** Points: the cells of a column begin this near to each other. */
const NEAR = 4;
/** Fewer dates beside other texts are no column of a table. */
const MIN_ROWS = 3;

/**
 * Whether pages have a table of dates without lines between its cells. Its text is read one column after the other, so that
 * nobody knows which date is that of which event.
 */
export function hasLooseTable(pages: readonly TextPage[]): boolean {
  return pages.some((page) => pageParts(page).some((part) => part.kind === 'lines' && isLooseTable(part.lines)));
}

function isLooseTable(lines: readonly PdfLine[]): boolean {
  const dates = lines.filter(({ text }) => text.length <= MAX_CELL && DATED.test(fold(text)));
  const beside = dates.filter((date) => lines.some((line) => line !== date && isOnLineOf(line, date)));
  return beside.some((date) => beside.filter((other) => Math.abs(other.x - date.x) <= NEAR).length >= MIN_ROWS);
}

const isOnLineOf = (line: PdfLine, date: PdfLine): boolean =>
  Math.abs(line.y - date.y) < 0.4 * date.size && (line.x > date.x2 || line.x2 < date.x);

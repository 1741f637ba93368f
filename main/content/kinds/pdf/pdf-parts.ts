import { memoByObject } from '../../../lib/memo-by-object.ts';
import type { Spanning } from '../../documents/table.ts';
import { type PdfLine, pageLines } from './pdf-lines.ts';
import type { TextPage, TextRun } from './pdf-text.ts';
import { type RuledCell, type RuledTable, ruledTables } from './ruled-tables.ts';

/** A cell of a table of a page, with its lines. */
interface PdfCell extends Spanning {
  readonly lines: readonly PdfLine[];
}

/** A part of a page, from its top: lines in reading order, or a table. */
export type PagePart =
  | { readonly kind: 'lines'; readonly lines: readonly PdfLine[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly PdfCell[])[] };

/** A cell with more lines is a column of a page, and its borders only adorn it. */
const MAX_CELL_LINES = 14;

/** The parts of a page: its tables that are drawn with lines, and the text around them. */
export const pageParts = memoByObject(partsOf);

function partsOf(page: TextPage): readonly PagePart[] {
  const parts: PagePart[] = [];
  let rest = [...page.runs];
  for (const table of ruledTables(page.rules ?? [])) {
    const rows = table.rows.map((row) => row.map((cell) => withLines(cell, rest, page)));
    if (!isTable(rows)) continue;
    const above = rest.filter((run) => run.y < table.top);
    if (above.length > 0) parts.push({ kind: 'lines', lines: pageLines({ ...page, runs: above }) });
    parts.push({ kind: 'table', rows });
    rest = rest.filter((run) => run.y >= table.top && !isInside(run, table));
  }
  if (rest.length > 0) parts.push({ kind: 'lines', lines: pageLines({ ...page, runs: rest }) });
  return parts;
}

/** Two rows and two columns with words at least. */
function isTable(rows: readonly (readonly PdfCell[])[]): boolean {
  const filled = rows.map((row) => row.filter(({ lines }) => lines.length > 0));
  if (filled.flat().some(({ lines }) => lines.length > MAX_CELL_LINES)) return false;
  return filled.filter((row) => row.length > 0).length > 1 && filled.some((row) => row.length > 1);
}

function withLines(cell: RuledCell, runs: readonly TextRun[], page: TextPage): PdfCell {
  const own = runs.filter((run) => isIn(run, cell));
  return {
    lines: pageLines({ ...page, runs: own }, { left: cell.left, right: cell.right }),
    columns: cell.columns,
    rows: cell.rows,
  };
}

/** By the middle of its letters. */
function isIn(run: TextRun, { left, right, top, bottom }: Omit<RuledCell, keyof Spanning>): boolean {
  const [x, y] = [(run.x + run.x2) / 2, run.y - run.size * 0.3];
  return x >= left && x < right && y >= top && y < bottom;
}

const isInside = (run: TextRun, { rows }: RuledTable): boolean =>
  rows.some((row) => row.some((cell) => isIn(run, cell)));

import { memoByObject } from '../../lib/memo-by-object.ts';
import { cellText, type DocumentBlock, gridOf, type Table, type TableCell } from '../documents/table.ts';

/** What a place of a table holds. A merged cell is the same object in all places that it covers. */
export interface GridCell {
  readonly lines: readonly string[];
  /** Its lines as one; empty where nothing is written. */
  readonly text: string;
  readonly struck: boolean;
}

/** Rows that are equally long. */
export type Grid = readonly (readonly GridCell[])[];

/** A table of a document with what stands around it, for the question what its dates mean. */
export interface PlacedTable {
  readonly grid: Grid;
  /** The lines since the table before it, or the beginning. */
  readonly above: readonly string[];
  /** All lines before those. */
  readonly before: readonly string[];
}

export const EMPTY: GridCell = { lines: [], text: '', struck: false };

const gridCell = memoByObject(
  (cell: TableCell): GridCell => ({ lines: cell.lines, text: cellText(cell), struck: cell.struck === true }),
);

function gridOfTable({ rows }: Table): Grid {
  return gridOf(rows).map((row) => row.map((cell) => (cell === null ? EMPTY : gridCell(cell))));
}

/** The tables of a document, also those of which each row is a block of its own, as in Markdown. */
export function tablesOf(blocks: readonly DocumentBlock[]): {
  readonly tables: readonly PlacedTable[];
  /** The lines that are in no table. */
  readonly lines: readonly string[];
} {
  const tables: PlacedTable[] = [];
  const lines: string[] = [];
  let above: string[] = [];
  let loose: LooseRow[] = [];
  const place = (grid: Grid): void => {
    tables.push({ grid, above, before: lines.slice(0, lines.length - above.length) });
    above = [];
  };
  const close = (): void => {
    if (loose.length > 0) place(looseGrid(loose));
    loose = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table-row') {
      loose.push({ cells: block.cells ?? [block.text], struck: block.struck === true });
      continue;
    }
    close();
    if (block.kind === 'table') {
      place(gridOfTable(block));
    } else {
      above.push(block.text);
      lines.push(block.text);
    }
  }
  close();
  return { tables, lines };
}

/** A row that is a block of its own. */
interface LooseRow {
  readonly cells: readonly string[];
  readonly struck: boolean;
}

function looseGrid(rows: readonly LooseRow[]): Grid {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.map(({ cells, struck }) =>
    Array.from({ length: width }, (_, at) => {
      const text = cells[at] ?? '';
      return text === '' ? { ...EMPTY } : { lines: text.split('\n'), text: text.replaceAll('\n', ' '), struck };
    }),
  );
}

/** Rows as columns and columns as rows. */
export function transposed(grid: Grid): Grid {
  return (grid[0] ?? []).map((_, at) => grid.map((row) => row[at] ?? EMPTY));
}

/** The cells of a row, each once, without those that are empty. */
export const filledCells = (row: readonly GridCell[]): GridCell[] =>
  [...new Set(row)].filter(({ text }) => text !== '');

/** The only cell of a row with words; null where it has none or several. */
export function soleCell(row: readonly GridCell[]): GridCell | null {
  const [only, ...others] = filledCells(row);
  return only !== undefined && others.length === 0 ? only : null;
}

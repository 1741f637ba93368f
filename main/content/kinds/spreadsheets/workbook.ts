import type { Fault } from '../../faults/fault.ts';

/** A cell as its sheet shows it. */
export interface SheetCell {
  /** Its lines as written; none where it is empty. */
  readonly lines: readonly string[];
  readonly bold: boolean;
  /** All its words are struck through. */
  readonly struck: boolean;
  /** How many columns and rows it takes, from 1, without those that are hidden. */
  readonly columns: number;
  readonly rows: number;
}

/** A row that is not hidden. */
export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  /** The cells that begin in it, empty ones too, from the first column that is not hidden. */
  readonly cells: readonly SheetCell[];
}

/** A sheet that is not hidden. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** A workbook as whoever opens it sees it, and what of it could not be read. */
export interface Workbook {
  readonly ok: true;
  readonly sheets: readonly Sheet[];
  readonly faults: readonly Fault[];
}

/** Rows of a sheet that are read: more events than a school has in ten years. */
export const MAX_ROWS = 5_000;
/** Columns of a sheet that are read: a table that people make has no more. */
export const MAX_COLUMNS = 100;

/** A cell of which nothing is known yet but its place: what `mergedRows` needs of it. */
export interface PlacedCell {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly lines: readonly string[];
  readonly bold: boolean;
  readonly struck: boolean;
}

/** What a sheet hides, by its numbers from 0. */
export interface Hidden {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/**
 * The rows of a sheet without those that are hidden. A merged cell takes what is left of its columns and rows; where its first
 * ones are hidden, its words stand in the first that is left, as spreadsheets show them.
 */
export function shownRows(cells: readonly PlacedCell[], hidden: Hidden): SheetRow[] {
  const columns = shownUpTo(
    Math.min(
      MAX_COLUMNS,
      endOf(cells, ({ column, columns: wide }) => column + wide),
    ),
    hidden.columns,
  );
  const rows = shownUpTo(
    Math.min(
      MAX_ROWS,
      endOf(cells, ({ row, rows: high }) => row + high),
    ),
    hidden.rows,
  );
  const covered = new Map<number, Map<number, PlacedCell>>();
  for (const cell of cells) {
    for (const row of within(rows, cell.row, cell.rows)) {
      const line = covered.get(row) ?? new Map<number, PlacedCell>();
      covered.set(row, line);
      for (const column of within(columns, cell.column, cell.columns)) if (!line.has(column)) line.set(column, cell);
    }
  }
  const begun = new Set<PlacedCell>();
  return rows.map((row) => ({
    number: row + 1,
    cells: columns.flatMap((column) => {
      const cell = covered.get(row)?.get(column);
      if (cell === undefined) return [EMPTY];
      if (begun.has(cell)) return [];
      begun.add(cell);
      const { lines, bold, struck } = cell;
      const wide = within(columns, cell.column, cell.columns).length;
      return [{ lines, bold, struck, columns: wide, rows: within(rows, cell.row, cell.rows).length }];
    }),
  }));
}

/** Whether a formula gives another value each day: the file holds the one of the day on which it was saved. */
export const changesDaily = (formula: string): boolean => /\b(?:TODAY|NOW)\(\s*\)/iu.test(formula);

const EMPTY: SheetCell = { lines: [], bold: true, struck: false, columns: 1, rows: 1 };

const endOf = (cells: readonly PlacedCell[], end: (cell: PlacedCell) => number): number =>
  cells.reduce((most, cell) => (cell.lines.length > 0 ? Math.max(most, end(cell)) : most), 0);

const shownUpTo = (end: number, hidden: ReadonlySet<number>): number[] =>
  Array.from({ length: end }, (_, at) => at).filter((at) => !hidden.has(at));

/** Those of some numbers that a span covers. */
const within = (numbers: readonly number[], first: number, length: number): number[] =>
  numbers.filter((each) => each >= first && each < first + length);

import type { Block } from './block.ts';

/** A cell of a table. */
export interface TableCell {
  /** Its lines of plain text; none where the cell is empty. */
  readonly lines: readonly string[];
  /** How many columns and rows it takes, from 1. */
  readonly columns: number;
  readonly rows: number;
  /** All its words are struck through. */
  readonly struck?: boolean;
}

/** A table of a document: what stands in a cell stays under the heading of its column, also where cells are empty or merged. */
export interface Table {
  readonly kind: 'table';
  /** How many of the first rows name the columns. */
  readonly heads: number;
  /** The cells that begin in each row, from left to right: a cell that reaches down is not repeated. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Rank of the first row; each row has a rank of its own, as each paragraph of the document. */
  readonly line: number;
}

/** What a document is made of. */
export type DocumentBlock = Block | Table;

/** More columns than a page can hold: a cell that claims to take more is an error or an attack. */
const MAX_COLUMNS = 200;

/** A cell as it stands in a grid: how many columns and rows it takes. */
export type Spanning = Pick<TableCell, 'columns' | 'rows'>;

/**
 * The cell that covers each place of a table, row by row; null where no cell does. A cell goes to the first place of its row
 * that no cell from above covers (HTML, 4.9.12.1). All rows are equally long, and every cell covers a rectangle.
 */
export function gridOf<Cell extends Spanning>(rows: readonly (readonly Cell[])[]): (Cell | null)[][] {
  const grid: (Cell | null)[][] = rows.map(() => []);
  for (const [top, row] of rows.entries()) {
    let left = 0;
    for (const cell of row) {
      while (grid[top]?.[left]) left += 1;
      let right = left;
      while (right < Math.min(left + cell.columns, MAX_COLUMNS) && !grid[top]?.[right]) right += 1;
      for (const covered of grid.slice(top, top + cell.rows)) {
        for (let at = left; at < right; at += 1) covered[at] = cell;
      }
      left = right;
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
}

/** Whether the cell at a place of a grid begins there. */
export function beginsAt<Cell>(grid: readonly (readonly (Cell | null)[])[], top: number, left: number): boolean {
  const cell = grid[top]?.[left] ?? null;
  return cell !== null && grid[top - 1]?.[left] !== cell && grid[top]?.[left - 1] !== cell;
}

/** The same grid as rows of the cells that begin in them. Places that no cell covers get an empty cell. */
export function rowsOfGrid<Cell, Made extends Spanning>(
  grid: readonly (readonly (Cell | null)[])[],
  make: (cell: Cell | null, span: Spanning) => Made,
): Made[][] {
  return grid.map((row, top) =>
    row.flatMap((cell, left) => {
      if (cell === null) return [make(null, { columns: 1, rows: 1 })];
      if (!beginsAt(grid, top, left)) return [];
      let columns = 1;
      while (row[left + columns] === cell) columns += 1;
      let rows = 1;
      while (grid[top + rows]?.[left] === cell) rows += 1;
      return [make(cell, { columns, rows })];
    }),
  );
}

/** A table with only some of its rows; null where none is left. A cell that reached over rows that go is made lower. */
export function withRows(table: Table, isKept: (row: Block) => boolean): Table | null {
  const kept = tableLines(table).map(isKept);
  const grid = gridOf(table.rows).filter((_, at) => kept[at]);
  if (grid.length === 0) return null;
  const rows = rowsOfGrid(grid, (cell, span) => ({ lines: cell?.lines ?? [], ...span }));
  return { ...table, heads: kept.slice(0, table.heads).filter(Boolean).length, rows };
}

/** The words of a cell on one line. */
export const cellText = ({ lines }: TableCell): string => lines.join(' ');

/**
 * The blocks of a document with a block for each row of its tables, as the reader of press releases needs them: a merged
 * cell means the same in each row that it reaches down to, and stands in the first of its columns.
 */
export function linesOf(blocks: readonly DocumentBlock[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? tableLines(block) : [block]));
}

function tableLines({ rows, line }: Table): Block[] {
  const grid = gridOf(rows);
  return grid.map((row, at) => {
    const cells = row.map((cell, left) => (cell === null || row[left - 1] === cell ? '' : cellText(cell)));
    return {
      kind: 'table-row',
      level: 0,
      text: cells.filter((cell) => cell !== '').join(' | '),
      cells,
      line: line + at,
    };
  });
}

import { memoByObject } from '../../lib/memo-by-object.ts';
import { type GridCell, headingRows } from './heading-rows.ts';
import { type LooseBlock, textsOf } from './paragraph.ts';
import { beginsAt, gridOf, rowsOfGrid, type Spanning } from './table.ts';

/** A cell as a word processor holds it: paragraphs, lists, even tables. */
export interface WrittenCell extends Spanning {
  readonly blocks: readonly LooseBlock[];
}

export interface WrittenTable {
  readonly rows: readonly (readonly WrittenCell[])[];
  /** How many of the first rows the writer wants repeated on each page. */
  readonly heads: number;
}

type Grid = readonly (readonly (WrittenCell | null)[])[];

/**
 * The blocks of a table: one table without its empty rows and columns. A table of one column is a frame around paragraphs,
 * and one row of long texts is a page in columns: they give the blocks of their cells, one cell after the other.
 */
export function tableBlocks({ rows, heads }: WrittenTable): LooseBlock[] {
  const { grid, keptHeads } = withoutEmpty(gridOf(rows), heads);
  const cells = rowsOfGrid(grid, (cell, span) => ({ ...span, blocks: cell?.blocks ?? [] }));
  const width = grid[0]?.length ?? 0;
  if (width < 2 || (cells.length === 1 && cells.flat().some(isLong)))
    return cells.flat().flatMap(({ blocks }) => blocks);
  const plain = cells.map((row) =>
    row.map(({ blocks, ...span }) => ({
      ...span,
      lines: blocks.flatMap(textsOf),
      ...(blocks.length > 0 && blocks.every(isStruck) ? { struck: true } : {}),
    })),
  );
  const facts = memoByObject(gridCell);
  const heading = grid.map((row) => row.map((cell) => (cell === null ? EMPTY : facts(cell))));
  return [{ kind: 'table', heads: headingRows(heading, keptHeads), rows: plain }];
}

const EMPTY: GridCell = { text: '', strong: true };

/** A grid without the rows and columns in which no cell with words begins. */
function withoutEmpty(grid: Grid, heads: number): { readonly grid: Grid; readonly keptHeads: number } {
  const begins = (top: number, left: number): boolean =>
    beginsAt(grid, top, left) && (grid[top]?.[left]?.blocks.length ?? 0) > 0;
  const tops = grid.flatMap((row, top) => (row.some((_, left) => begins(top, left)) ? [top] : []));
  const lefts = (grid[0] ?? []).flatMap((_, left) => (tops.some((top) => begins(top, left)) ? [left] : []));
  return {
    grid: tops.map((top) => lefts.map((left) => grid[top]?.[left] ?? null)),
    keptHeads: tops.filter((top) => top < heads).length,
  };
}

const isStruck = (block: LooseBlock): boolean => block.kind !== 'table' && block.struck === true;

/** More than a name or a short line. */
const isLong = ({ blocks }: WrittenCell): boolean =>
  blocks.length > 1 ||
  blocks.some((block) => block.kind === 'table' || block.kind === 'heading' || block.text.length > 80);

function gridCell({ blocks }: WrittenCell): GridCell {
  return {
    text: blocks.flatMap(textsOf).join(' '),
    strong: blocks.every((block) => block.kind === 'heading' || (block.kind !== 'table' && block.bold === true)),
  };
}

import type { LooseBlock } from '../../documents/paragraph.ts';
import { gridOf } from '../../documents/table.ts';
import { tableBlocks, type WrittenCell } from '../../documents/written-table.ts';
import type { Row } from '../tables/rows.ts';
import type { Sheet, SheetCell, SheetRow } from './workbook.ts';

/**
 * The rows of a sheet as those of a list of events: a merged cell means the same in each row that it reaches down to, and stands
 * in the first of its columns.
 */
export function listRows({ rows }: Sheet): Row[] {
  const grid = gridOf(rows.map(({ cells }) => cells));
  return rows.flatMap(({ number }, at) => {
    const row = grid[at] ?? [];
    const cells = row.map((cell, left) => (cell === null || row[left - 1] === cell ? '' : cell.lines.join(' ')));
    if (cells.every((cell) => cell === '')) return [];
    return [{ cells, line: number, taken: 1, ...(isStruck(row) ? { struck: true } : {}) }];
  });
}

function isStruck(row: readonly (SheetCell | null)[]): boolean {
  const filled = row.filter((cell) => cell !== null && cell.lines.length > 0);
  return filled.length > 0 && filled.every((cell) => cell?.struck === true);
}

/** The tables of a sheet, parted by its empty rows, and the lines that stand alone above and between them. */
export function sheetBlocks({ rows }: Sheet): LooseBlock[] {
  const regions = regionsOf(rows);
  return regions.flatMap((region) => {
    const alone = region.findIndex(({ cells }) => cells.filter(isFilled).length > 1);
    const titles = region.slice(0, alone < 0 ? region.length : alone);
    return [
      ...titles.flatMap((row) => titleBlocks(row, row === regions[0]?.[0])),
      ...tableBlocks({ rows: region.slice(titles.length).map(written), heads: 0 }),
    ];
  });
}

const isFilled = ({ lines }: SheetCell): boolean => lines.length > 0;

/** Runs of rows between those that are empty and that no cell from above reaches into. */
function regionsOf(rows: readonly SheetRow[]): SheetRow[][] {
  const grid = gridOf(rows.map(({ cells }) => cells));
  const regions: SheetRow[][] = [];
  let isOpen = false;
  for (const [at, row] of rows.entries()) {
    const isEmpty = grid[at]?.every((cell) => cell === null || cell.lines.length === 0) ?? true;
    if (!isEmpty && isOpen) regions.at(-1)?.push(row);
    else if (!isEmpty && regions.length > 0 && goesOn(row)) regions.at(-1)?.push(row);
    else if (!isEmpty) regions.push([row]);
    isOpen = !isEmpty;
  }
  return regions;
}

/** A row below an empty one that has several cells, and so no title of its own, belongs to the table above. */
const goesOn = ({ cells }: SheetRow): boolean => cells.filter(isFilled).length > 1;

/** A line that stands alone in its row: a title where it is bold or the first of its sheet. */
function titleBlocks({ cells }: SheetRow, isFirst: boolean): LooseBlock[] {
  return cells.filter(isFilled).flatMap(({ lines, bold }) =>
    lines.map((text, at): LooseBlock => {
      const isTitle = text.length <= MAX_TITLE && (bold || (isFirst && at === 0));
      return isTitle ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', level: 0, text };
    }),
  );
}

/** A longer line is a sentence, and no title. */
const MAX_TITLE = 80;

const written = ({ cells }: SheetRow): WrittenCell[] =>
  cells.map(({ lines, bold, struck, columns, rows }) => ({
    columns,
    rows,
    blocks: lines.map((text) => ({
      kind: 'paragraph' as const,
      level: 0,
      text,
      ...(bold ? { bold } : {}),
      ...(struck ? { struck } : {}),
    })),
  }));

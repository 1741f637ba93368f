import { dropped, type Fault } from '../faults/fault.ts';
import { type DocumentBlock, gridOf, rowsOfGrid, type Table, type TableCell } from './table.ts';

/** What is told where only some words of a line, or cells of a table, are struck through. */
export const struckLost = (): Fault =>
  dropped(
    'document-struck',
    'Des mots barrés de ce document ne sont pas montrés.',
    'S’ils doivent l’être, enlevez le trait qui les barre ; pour un rendez-vous annulé, écrivez « ANNULÉ ».',
  );

const isStruck = ({ struck, lines }: TableCell): boolean => struck === true && lines.length > 0;

/**
 * Blocks of which the tables are shown as they stand, without the words of cells that are struck through, and without the rows
 * that hold no others: a wall would show them as if they were valid. The same blocks where nothing is struck through.
 */
export function withoutStruckCells(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const hasStruck = blocks.some((block) => block.kind === 'table' && block.rows.flat().some(isStruck));
  return hasStruck
    ? blocks.flatMap((block): DocumentBlock[] => (block.kind === 'table' ? leftOf(block) : [block]))
    : blocks;
}

function leftOf(table: Table): Table[] {
  const grid = gridOf(table.rows);
  const isKept = grid.map((row) => {
    const filled = row.flatMap((cell) => (cell !== null && cell.lines.length > 0 ? [cell] : []));
    return filled.length === 0 || !filled.every(isStruck);
  });
  const kept = grid.filter((_, at) => isKept[at]);
  if (kept.length === 0) return [];
  const rows = rowsOfGrid(kept, (cell, span) => ({
    ...span,
    lines: cell === null || isStruck(cell) ? [] : cell.lines,
  }));
  return [{ ...table, heads: isKept.slice(0, table.heads).filter(Boolean).length, rows }];
}

import type { WrittenCell, WrittenTable } from '../../documents/written-table.ts';
import { attributeOf, elementsOf, type XmlElement } from './xml.ts';

/** Rows and cells that are written once and repeated: no table that people make repeats more. */
const MAX_REPEATED = 60;

/** A table of OpenDocument (1.2, part 1, 9). `readCell` reads what stands in a cell. Rows that are hidden are not read. */
export function readOdfTable(table: XmlElement, readCell: (cell: XmlElement) => WrittenCell['blocks']): WrittenTable {
  const rows = rowsOf(table, false).flatMap(({ row, isHead }) => {
    const cells = elementsOf(row)
      .filter(({ name }) => name === 'table:table-cell')
      .flatMap((cell) => {
        const made = {
          blocks: readCell(cell),
          columns: numberOf(cell, 'table:number-columns-spanned'),
          rows: numberOf(cell, 'table:number-rows-spanned'),
        };
        return repeated(made, numberOf(cell, 'table:number-columns-repeated'));
      });
    // Spreadsheets that are pasted end in thousands of empty rows.
    const isEmpty = cells.every(({ blocks }) => blocks.length === 0);
    return repeated({ cells, isHead }, isEmpty ? 1 : numberOf(row, 'table:number-rows-repeated'));
  });
  return { heads: rows.filter(({ isHead }) => isHead).length, rows: rows.map(({ cells }) => cells) };
}

function rowsOf(element: XmlElement, isHead: boolean): { readonly row: XmlElement; readonly isHead: boolean }[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'table:table-row') return isShown(child) ? [{ row: child, isHead }] : [];
    if (child.name === 'table:table-header-rows') return rowsOf(child, true);
    return /^table:table-row(?:s|-group)$/u.test(child.name) ? rowsOf(child, isHead) : [];
  });
}

const isShown = (row: XmlElement): boolean => !/^(?:collapse|filter)$/u.test(attributeOf(row, 'table:visibility'));

function numberOf(element: XmlElement, name: string): number {
  const written = Number(attributeOf(element, name) || 1);
  return Number.isInteger(written) && written > 0 ? written : 1;
}

/** Each copy is an object of its own, since a grid tells cells by their identity. */
const repeated = <Made extends object>(made: Made, times: number): Made[] =>
  Array.from({ length: Math.min(times, MAX_REPEATED) }, () => ({ ...made }));

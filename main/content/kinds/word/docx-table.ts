import type { WrittenCell, WrittenTable } from '../../documents/written-table.ts';
import { toggle, valOf } from './docx-properties.ts';
import { attributeOf, childOf, elementsOf, type XmlElement } from './xml.ts';

/** A cell while rows below may still be merged into it. */
interface OpenCell {
  readonly element: XmlElement | null;
  readonly columns: number;
  rows: number;
}

/** How the parts of a table are read: what stands in a cell, and the cells of a control around them. */
interface TableReaders {
  readonly cell: (cell: XmlElement) => WrittenCell['blocks'];
  readonly control: (control: XmlElement) => readonly XmlElement[];
}

/** A table of Word (ECMA-376, part 1, 17.4). Rows that are deleted or hidden are not read. */
export function readDocxTable(table: XmlElement, read: TableReaders): WrittenTable {
  const rows = within(table, 'w:tr', read).filter(isShown);
  const open = mergedRows(rows, read);
  const heads = rows.findIndex((row) => toggle(childOf(row, 'w:trPr'), 'w:tblHeader') !== true);
  return {
    heads: heads < 0 ? rows.length : heads,
    rows: open.map((row) =>
      row.map(({ element, columns, rows: height }) => ({
        blocks: element === null ? [] : read.cell(element),
        columns,
        rows: height,
      })),
    ),
  };
}

/** The cells that begin in each row. A cell that goes on from the row above only makes the one above higher. */
function mergedRows(rows: readonly XmlElement[], read: TableReaders): OpenCell[][] {
  let above = new Map<number, OpenCell>();
  return rows.map((row) => {
    const begun: OpenCell[] = [];
    const here = new Map<number, OpenCell>();
    const before = numberOf(childOf(row, 'w:trPr'), 'w:gridBefore', 0);
    if (before > 0) begun.push({ element: null, columns: before, rows: 1 });
    let column = before;
    for (const element of within(row, 'w:tc', read)) {
      const properties = childOf(element, 'w:tcPr');
      const columns = numberOf(properties, 'w:gridSpan', 1);
      const merge = childOf(properties, 'w:vMerge');
      const last = begun.at(-1);
      if (goesOn(childOf(properties, 'w:hMerge')) && last !== undefined) {
        begun[begun.length - 1] = { ...last, columns: last.columns + columns };
      } else {
        const merged = goesOn(merge) ? above.get(column) : undefined;
        const cell = merged ?? { element, columns, rows: 0 };
        cell.rows += 1;
        if (merged === undefined) begun.push(cell);
        if (merge !== undefined) here.set(column, cell);
      }
      column += columns;
    }
    above = here;
    return begun;
  });
}

/** `<w:vMerge/>` goes on, `<w:vMerge w:val="restart"/>` begins. */
const goesOn = (merge: XmlElement | undefined): boolean =>
  merge !== undefined && attributeOf(merge, 'w:val') !== 'restart';

/** The rows or cells of an element, also those in controls and in text that was inserted. */
function within(element: XmlElement, name: 'w:tr' | 'w:tc', read: TableReaders): XmlElement[] {
  const children = element.name === 'w:sdt' ? read.control(element) : elementsOf(element);
  return children.flatMap((child) => {
    if (child.name === name) return childOf(childOf(child, 'w:tcPr'), 'w:cellDel') === undefined ? [child] : [];
    return /^w:(?:sdt|customXml|ins|moveTo)$/u.test(child.name) ? within(child, name, read) : [];
  });
}

function isShown(row: XmlElement): boolean {
  const properties = childOf(row, 'w:trPr');
  return toggle(properties, 'w:hidden') !== true && childOf(properties, 'w:del') === undefined;
}

function numberOf(properties: XmlElement | undefined, name: string, usual: number): number {
  const written = Number(valOf(properties, name));
  return Number.isInteger(written) && written > 0 ? written : usual;
}

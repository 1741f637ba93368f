import { gridOfRows, isFirstAt } from './table-grid.ts';

/** Classes (see `prose-styles.ts`) that make a table smaller, then tighter, step by step. */
const STEPS = ['snug', 'small', 'tight'] as const;

/**
 * Makes every table of a text fit its width without cutting a word: smaller and tighter, and where that is not enough, each
 * row becomes a heading and lines under it. The size of the text must be set before.
 */
export function fitTables(flow: HTMLElement): void {
  for (const table of flow.querySelectorAll('table')) {
    for (const step of STEPS) {
      if (fitsWidth(table, flow)) break;
      table.classList.remove(...STEPS);
      table.classList.add(step);
    }
    if (!fitsWidth(table, flow)) table.replaceWith(stacked(table));
  }
}

function fitsWidth(table: HTMLElement, flow: HTMLElement): boolean {
  return table.offsetWidth <= flow.clientWidth + 1 && table.scrollWidth <= table.clientWidth + 1;
}

/**
 * A table as headings and lines: the first cell of a row is a heading, each other cell a line after the name of its column. A
 * cell that is merged over several rows is repeated under the heading of each.
 */
function stacked(table: HTMLTableElement): DocumentFragment {
  const names = namesOfColumns(table);
  const grid = gridOfRows([...table.rows].filter((row) => row.parentElement !== table.tHead));
  const lines = document.createDocumentFragment();
  for (const [top, row] of grid.entries()) {
    const [first] = row;
    const isNew = isFirstAt(grid, top, 0);
    if (first && isNew && hasText(first)) lines.append(copied(first, 'h3', ''));
    for (const [left, cell] of row.entries()) {
      if (left === 0 || !cell || cell === row[left - 1] || !hasText(cell)) continue;
      if (!isNew && !isFirstAt(grid, top, left)) continue;
      const own = names.filter((_, column) => row[column] === cell);
      lines.append(copied(cell, 'p', own.length === names.length ? '' : [...new Set(own)].join(', ')));
    }
  }
  return lines;
}

/** What the heading rows say of each column; not the titles that stand over all of them. */
function namesOfColumns(table: HTMLTableElement): string[] {
  const grid = gridOfRows([...(table.tHead?.rows ?? [])]);
  const named = grid.filter((row) => new Set(row).size > 1);
  return (named[0] ?? []).map((_, column) => {
    const cells = new Set(named.map((row) => row[column]).filter((cell) => cell !== undefined));
    return [...cells]
      .map(textOf)
      .filter((text) => text !== '')
      .join(' ');
  });
}

const textOf = (cell: HTMLElement): string => (cell.textContent ?? '').trim();
const hasText = (cell: HTMLElement): boolean => textOf(cell) !== '';

/** The content of a cell, in its own block, after a name. */
function copied(cell: HTMLTableCellElement, tag: 'h3' | 'p', name: string): HTMLElement {
  const block = document.createElement(tag);
  block.dir = 'auto';
  if (tag === 'p') block.className = 'cell';
  if (name !== '') {
    const label = document.createElement('span');
    label.className = 'name';
    label.textContent = `${name}\u00a0: `;
    block.append(label);
  }
  block.append(...cell.cloneNode(true).childNodes);
  return block;
}

/**
 * Mends the table of a page that begins inside it, at `from`: its heading rows are repeated, a cell that is merged with rows of
 * the page before goes on, and what follows in a row that is cut stays in its column.
 */
export function continueTable(page: DocumentFragment, from: { readonly node: Node; readonly offset: number }): void {
  const element = from.node instanceof Element ? from.node : from.node.parentElement;
  const source = element?.closest('table');
  const copy = page.querySelector('table');
  if (!element || !source || !copy) return;
  const row = element.closest('tr') ?? element.childNodes[from.offset];
  const first = copy.tBodies[0]?.rows[0];
  if (row instanceof HTMLTableRowElement && first)
    continueRow(first, row, element.closest<HTMLTableCellElement>('td, th'));
  if (source.tHead && !copy.tHead) copy.prepend(source.tHead.cloneNode(true));
}

/** `cut`: the cell in which the page begins; the cells before it are not in the copy. */
function continueRow(copy: HTMLTableRowElement, source: HTMLTableRowElement, cut: HTMLTableCellElement | null): void {
  const section = source.parentElement;
  const rows = [...(section?.children ?? [])].filter((row) => row instanceof HTMLTableRowElement);
  const top = rows.indexOf(source);
  const own = [...source.cells];
  const skipped = Math.max(0, cut === null ? 0 : own.indexOf(cut));
  const copies = [...copy.cells];
  const cells = [...new Set(gridOfRows(rows)[top])].flatMap((cell) => {
    if (!cell) return [];
    const at = own.indexOf(cell);
    if (at >= skipped) return copies[at - skipped] ?? [];
    const again = cell.cloneNode(at < 0) as HTMLTableCellElement;
    const begins = rows.indexOf(cell.closest('tr') ?? source);
    if (at < 0) again.rowSpan = begins + cell.rowSpan - top;
    return again;
  });
  copy.replaceChildren(...cells);
}

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

/** A table as headings and lines: the first cell of a row is a heading, each other cell a line after the name of its column. */
function stacked(table: HTMLTableElement): DocumentFragment {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent?.trim() ?? '');
  const rows = [...table.rows].filter((row) => row.parentElement !== table.tHead);
  const lines = document.createDocumentFragment();
  for (const row of rows) {
    const [first, ...others] = row.cells;
    if (first?.textContent?.trim()) lines.append(moved(first, 'h3', ''));
    for (const [index, cell] of others.entries()) {
      if (cell.textContent?.trim()) lines.append(moved(cell, 'p', names[index + 1] ?? ''));
    }
  }
  return lines;
}

/** The content of a cell, in its own block, after a name. */
function moved(cell: HTMLTableCellElement, tag: 'h3' | 'p', name: string): HTMLElement {
  const block = document.createElement(tag);
  block.dir = 'auto';
  if (tag === 'p') block.className = 'cell';
  if (name !== '') {
    const label = document.createElement('span');
    label.className = 'name';
    label.textContent = `${name}\u00a0: `;
    block.append(label);
  }
  block.append(...cell.childNodes);
  return block;
}

/** Repeats the heading row of a table on a page that begins inside the table. */
export function repeatHeadingRow(page: DocumentFragment, from: Node): void {
  const element = from instanceof Element ? from : from.parentElement;
  const head = element?.closest('table')?.tHead;
  const table = page.querySelector('table');
  if (head && table && !table.tHead) table.prepend(head.cloneNode(true));
}

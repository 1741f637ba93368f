import type { Spanning } from '../../documents/table.ts';
import type { PdfLine } from './pdf-lines.ts';

/** A block while lines are added to it. */
export interface OpenBlock {
  readonly lines: PdfLine[];
  readonly text: string;
}

type OpenRow = readonly (Spanning & { readonly blocks: readonly OpenBlock[] })[];

/** A table while rows are added to it. */
export interface OpenTable {
  readonly rows: readonly OpenRow[];
}

/**
 * Tables of as many columns: the row that names these is often repeated on the next page, and a row that did not fit goes on
 * there.
 */
export function joinedTables(last: OpenTable, first: OpenTable): OpenTable | null {
  if (widthOf(last.rows[0]) !== widthOf(first.rows[0])) return null;
  const isRepeated = textsOfRow(last.rows[0]).join('|') === textsOfRow(first.rows[0]).join('|');
  const [next = [], ...others] = first.rows.slice(isRepeated ? 1 : 0);
  const end = last.rows.at(-1) ?? [];
  const goesOn = end.length === next.length && textsOfRow(next).every((text) => /^(?:\p{Ll}.*)?$/u.test(text));
  if (!goesOn) return { rows: [...last.rows, ...(next.length === 0 ? [] : [next]), ...others] };
  const whole = end.map((cell, at) => ({ ...cell, blocks: joinedCells(cell.blocks, next[at]?.blocks ?? []) }));
  return { rows: [...last.rows.slice(0, -1), whole, ...others] };
}

const widthOf = (row: OpenRow = []): number => row.reduce((sum, cell) => sum + cell.columns, 0);

const textsOfRow = (row: OpenRow = []): string[] => row.map(({ blocks }) => blocks.map(({ text }) => text).join(' '));

function joinedCells(above: readonly OpenBlock[], below: readonly OpenBlock[]): readonly OpenBlock[] {
  const [first, ...others] = below;
  const last = above.at(-1);
  if (first === undefined || last === undefined) return [...above, ...below];
  return [
    ...above.slice(0, -1),
    { lines: [...last.lines, ...first.lines], text: `${last.text} ${first.text}` },
    ...others,
  ];
}

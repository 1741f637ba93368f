import { readRows } from './rows.ts';

/** The first cell of each row, whichever of `;` and `,` parts them: the messages of a tree kept in a table. */
export function firstCells(text: string): string[] {
  const lines = text.split(/\r\n?|\n/u);
  // A message that begins with a quote is one of its own, though the one before has forgotten to close its quote.
  const { rows } = readRows(lines, 0, text.includes(';') ? ';' : ',', (line) => line.startsWith('"'));
  const cells = rows.map(({ cells: [first = ''] }) => first);
  // A heading line is no message.
  return /^messages?$/iu.test(cells[0] ?? '') ? cells.slice(1) : cells;
}

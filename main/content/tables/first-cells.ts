import { parse } from 'csv-parse/sync';

/** The first cell of each row, whichever of `;` and `,` parts them: the messages of a tree kept in a table. */
export function firstCells(text: string): string[] {
  const rows: string[][] = parse(text, {
    delimiter: text.includes(';') ? ';' : ',',
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    trim: true,
  });
  const cells = rows.map(([first = '']) => first);
  // A heading line is no message.
  return /^messages?$/iu.test(cells[0] ?? '') ? cells.slice(1) : cells;
}

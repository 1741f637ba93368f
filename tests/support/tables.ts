import type { DocumentBlock, Table } from '../../main/content/documents/table.ts';

/** A cell of a table that a test makes: its lines, parted by `\n`, and how many columns and rows it takes. */
export type Written = string | { readonly text: string; readonly columns?: number; readonly rows?: number };

/** A table of a document. A place that a merged cell covers is not written. */
export function tableOf(rows: readonly (readonly Written[])[]): Table {
  return {
    kind: 'table',
    heads: 0,
    line: 1,
    rows: rows.map((row) =>
      row.map((written) => {
        const { text, columns = 1, rows: high = 1 } = typeof written === 'string' ? { text: written } : written;
        return { lines: text === '' ? [] : text.split('\n'), columns, rows: high };
      }),
    ),
  };
}

/** A line of a document. */
export const lineOf = (text: string): DocumentBlock => ({ kind: 'paragraph', level: 0, text, line: 1 });

import type { Parse } from '../file-kind.ts';
import { type CsvReading, readCsv } from './csv.ts';

/** What a table or a workbook holds. */
export type ParsedTable = { readonly ok: true } & CsvReading;

/** The events of a `.csv`, or else its table. */
export const parseTable: Parse<ParsedTable> = ({ bytes, ...context }) => ({
  ok: true,
  ...readCsv(bytes, context),
});

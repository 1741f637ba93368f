import type { Parse } from '../file-kind.ts';
import { readCsv, type TableReading } from './csv.ts';

/** What a table holds. */
export type ParsedTable = { readonly ok: true } & TableReading;

/** The events of a `.csv`. */
export const parseTable: Parse<ParsedTable> = ({ bytes, ...context }) => ({
  ok: true,
  ...readCsv(bytes, context),
});

import { dropped, type Fault } from '../../fault.ts';
import { COLUMNS, type Heading, isHeading, readHeading } from './columns.ts';
import { type Row, readRows } from './rows.ts';

/** The heading row of a table of events. */
export interface RowHead extends Heading {
  readonly row: Row;
}

/** The heading line of a text, and how its table is written. */
interface TableHead extends RowHead {
  readonly delimiter: string;
  /** Index of the first line under the heading. */
  readonly below: number;
}

/** The heading is looked for in so many lines: titles, logos and empty lines stand above it. */
const MAX_LOOKED_AT = 30;
/** French spreadsheets write `;`. */
const DELIMITERS = [';', ',', '\t'] as const;
/** What a heading row may say: `date;heure;ville;titre;lieu;description`. */
export const USUAL_COLUMNS: readonly string[] = COLUMNS.slice(0, 6);

/** `sep=;`, by which Excel tells Excel how the file is written; null where the line says no such thing. */
const declaredDelimiter = (line: string): string | null => /^"?sep=(.)"?[;,\s]*$/iu.exec(line)?.[1] ?? null;

/** The line on which a table begins, and the separators that it may be written with. */
export function beginOf(lines: readonly string[]): { readonly first: number; readonly delimiters: readonly string[] } {
  const start = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const declared = declaredDelimiter(lines[start] ?? '');
  return declared === null ? { first: start, delimiters: DELIMITERS } : { first: start + 1, delimiters: [declared] };
}

/** The first of some rows that names the columns of events; null where none does. */
export function headingAmong(rows: readonly Row[]): RowHead | null {
  for (const [index, row] of rows.slice(0, MAX_LOOKED_AT).entries()) {
    const heading = readHeading(row.cells);
    if (!isHeading(heading)) continue;
    const lost = rows.slice(0, index).find(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
    const faults = heading.faults.map((each) => ({ ...each, line: row.line }));
    return { ...heading, row, faults: lost === undefined ? faults : [aboveHeading(lost.line, row.line), ...faults] };
  }
  return null;
}

const known = ({ columns }: Heading): number => columns.filter((column) => column !== null).length;

/** Finds the heading line of a table and the separator with which it names the most columns; null where no line names them. */
export function findHeading(lines: readonly string[]): TableHead | null {
  const { first, delimiters } = beginOf(lines);
  return delimiters
    .flatMap((delimiter): TableHead[] => {
      const { rows } = readRows(lines.slice(0, first + MAX_LOOKED_AT), first, delimiter, () => false);
      const head = headingAmong(rows);
      return head === null ? [] : [{ ...head, delimiter, below: head.row.line - 1 + head.row.taken }];
    })
    .reduce<TableHead | null>((best, each) => (best === null || known(each) > known(best) ? each : best), null);
}

function aboveHeading(line: number, heading: number): Fault {
  return dropped(
    'csv-above-heading',
    `Ligne ${line} : ce qui précède la ligne ${heading}, où les colonnes sont nommées, n’est pas lu.`,
    'Placez les événements sous cette ligne.',
    line,
  );
}

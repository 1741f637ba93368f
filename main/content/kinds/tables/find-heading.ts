import { dropped, type Fault, fault } from '../../fault.ts';
import { COLUMNS, type Heading, isHeading, readHeading } from './columns.ts';
import { type Row, readRows } from './rows.ts';

/** Where a table begins, and how it is written. */
export interface TableHead extends Heading {
  readonly ok: true;
  readonly delimiter: string;
  /** Index of the first line under the heading. */
  readonly below: number;
}

/** The heading is looked for in so many lines: titles, logos and empty lines stand above it. */
const MAX_LOOKED_AT = 30;
/** French spreadsheets write `;`. */
const DELIMITERS = [';', ',', '\t'];

/** `sep=;`, by which Excel tells Excel how the file is written; null where the line says no such thing. */
const declaredDelimiter = (line: string): string | null => /^"?sep=(.)"?[;,\s]*$/iu.exec(line)?.[1] ?? null;

interface Candidate extends TableHead {
  readonly row: Row;
  readonly above: readonly Row[];
}

function candidate(lines: readonly string[], first: number, delimiter: string): Candidate | null {
  const { rows } = readRows(lines.slice(0, first + MAX_LOOKED_AT), first, delimiter, () => false);
  for (const [index, row] of rows.entries()) {
    const heading = readHeading(row.cells);
    if (!isHeading(heading)) continue;
    return { ok: true, ...heading, delimiter, below: row.line - 1 + row.taken, row, above: rows.slice(0, index) };
  }
  return null;
}

const known = ({ columns }: Heading): number => columns.filter((column) => column !== null).length;

/** Finds the heading line of a table and the separator with which it names the most columns. */
export function findHeading(lines: readonly string[]): TableHead | { readonly ok: false; readonly fault: Fault } {
  const start = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const declared = declaredDelimiter(lines[start] ?? '');
  const first = declared === null ? start : start + 1;
  const found = (declared === null ? DELIMITERS : [declared])
    .map((delimiter) => candidate(lines, first, delimiter))
    .filter((each) => each !== null)
    .reduce<Candidate | null>((best, each) => (best === null || known(each) > known(best) ? each : best), null);
  if (found === null) {
    return {
      ok: false,
      fault: fault(
        'csv-heading',
        'Aucune ligne du tableau ne nomme ses colonnes : il faut au moins « date » et « titre ».',
        `Écrivez en première ligne : ${COLUMNS.slice(0, 6).join(';')}.`,
        1,
      ),
    };
  }
  const { row, above, ...head } = found;
  const lost = above.find(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const faults = found.faults.map((each) => ({ ...each, line: row.line }));
  return { ...head, faults: lost === undefined ? faults : [aboveHeading(lost.line, row.line), ...faults] };
}

function aboveHeading(line: number, heading: number): Fault {
  return dropped(
    'csv-above-heading',
    `Ligne ${line} : ce qui précède la ligne ${heading}, où les colonnes sont nommées, n’est pas lu.`,
    'Placez les événements sous cette ligne.',
    line,
  );
}

import { dropped, type Fault } from '../../faults/fault.ts';
import { absenceColumn, isAbsenceHeading } from '../../notices/absences/absence-columns.ts';
import { COLUMNS, columnOf, DATED, type Heading, isHeading, isUntitled, readHeading } from './columns.ts';
import { isOfDayBlocks } from './day-blocks.ts';
import { type Row, readRows } from './rows.ts';

/** A table of those that stand side by side under one heading row: its columns, and from which place to which they stand. */
interface TablePart {
  readonly columns: Heading['columns'];
  readonly names: Heading['names'];
  readonly from: number;
  readonly to: number;
}

/** The heading row of a table of events, or of several side by side. */
export interface RowHead extends Heading {
  readonly row: Row;
  readonly parts: readonly TablePart[];
}

/** The rows of a list of events, under their heading. */
export interface EventList {
  readonly head: RowHead;
  /** The rows above the heading. */
  readonly above: readonly Row[];
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
}

/** The heading line of a text, and how its table is written. */
interface TableHead extends RowHead {
  readonly delimiter: string;
  /** Index of the first line under the heading. */
  readonly below: number;
  /** The rows up to the heading. */
  readonly above: readonly Row[];
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

/** What a row names, where it names the columns of events; null for any other row. Empty cells part tables that stand side by side. */
export function headOf(row: Row): RowHead | null {
  const { cells } = row;
  const starts = cells.flatMap((cell, at) => (cell !== '' && (cells[at - 1] ?? '') === '' ? [at] : []));
  const several = starts.map((from) => {
    const end = cells.findIndex((cell, at) => at > from && cell === '');
    const to = end < 0 ? cells.length : end;
    return { from, to, ...readHeading(cells.slice(from, to)) };
  });
  const whole = { from: 0, to: Number.POSITIVE_INFINITY, ...readHeading(cells) };
  const parts = several.length > 1 && several.every(isHeading) ? several : [whole];
  if (!parts.every(isHeading)) return null;
  const columns = parts.flatMap((part, at) => [
    ...Array.from({ length: part.from - (parts[at - 1]?.to ?? 0) }, () => null),
    ...part.columns,
  ]);
  const faults = parts.flatMap((part) => part.faults.map((each) => ({ ...each, line: row.line })));
  return { columns, names: cells, faults, row, parts };
}

/** A heading whose second row parts what the first one names, « Date » over « Début » and « Fin »; null where there is none. */
function overTwoRows(row: Row, next: Row | undefined): RowHead | null {
  const under = next?.cells ?? [];
  const namesColumns = under.every((cell) => cell === '' || columnOf(cell) !== null);
  if (next === undefined || !namesColumns || !under.some((cell, at) => cell !== '' && (row.cells[at] ?? '') === ''))
    return null;
  const length = Math.max(row.cells.length, under.length);
  const cells = Array.from({ length }, (_, at) => under[at] || (row.cells[at] ?? ''));
  const head = headOf({ ...row, cells });
  return head === null ? null : { ...head, row: next };
}

/** Whether anything but weekdays stands below « Jour »: « Lundi, 8h, 3e A, Maths » is a timetable, and no list of events. */
const hasDatesBelow = ({ columns }: RowHead, rows: readonly Row[]): boolean =>
  rows.some(({ cells }) => cells.some((cell, at) => DATED.has(columns[at] ?? null) && /\d/u.test(cell)));

/** A heading without a column of days, above rows of a day each; null for any other row. */
function headOfBlocks(row: Row, around: readonly (Row | undefined)[]): RowHead | null {
  const heading = readHeading(row.cells);
  if (!isOfDayBlocks(heading, around)) return null;
  const faults = heading.faults.map((each) => ({ ...each, line: row.line }));
  return { ...heading, faults, row, parts: [{ ...heading, from: 0, to: Number.POSITIVE_INFINITY }] };
}

/** The first of some rows that names the columns of events; null where none does. */
export function headingAmong(rows: readonly Row[]): RowHead | null {
  for (const [index, row] of rows.slice(0, MAX_LOOKED_AT).entries()) {
    const first = headOf(row) ?? headOfBlocks(row, [rows[index - 1], ...rows.slice(index + 1)]);
    if (first === null || (isUntitled(first) && !hasDatesBelow(first, rows.slice(index + 1)))) continue;
    const head = overTwoRows(row, rows[index + 1]) ?? first;
    // A cell above each table is its title.
    const titles = head.parts.length;
    const lost = rows.slice(0, index).find(({ cells }) => cells.filter((cell) => cell !== '').length > titles);
    return lost === undefined ? head : { ...head, faults: [aboveHeading(lost.line, row.line), ...head.faults] };
  }
  return null;
}

/**
 * Whether a heading is that of a list of absences, « Nom, Du, Au » under a title or a name that says so, and not of events.
 * `names`: of the file, its folders and its sheet.
 */
export function isListOfAbsences({ row, columns }: RowHead, rows: readonly Row[], names: readonly string[]): boolean {
  const above = rows.filter(({ line }) => line <= row.line).flatMap(({ cells }) => cells);
  const titles = row.cells.filter((_, at) => columns[at] === 'titre');
  return titles.every((title) => absenceColumn(title) !== null) && isAbsenceHeading(row.cells, [...above, ...names]);
}

const known = ({ columns }: Heading): number => columns.filter((column) => column !== null).length;

/** Finds the heading line of a table and the separator with which it names the most columns; null where no line names them. */
export function findHeading(lines: readonly string[]): TableHead | null {
  const { first, delimiters } = beginOf(lines);
  return delimiters
    .flatMap((delimiter): TableHead[] => {
      const { rows } = readRows(lines.slice(0, first + MAX_LOOKED_AT), first, delimiter, () => false);
      const head = headingAmong(rows);
      return head === null
        ? []
        : [
            {
              ...head,
              delimiter,
              below: head.row.line - 1 + head.row.taken,
              above: rows.slice(0, rows.indexOf(head.row) + 1),
            },
          ];
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

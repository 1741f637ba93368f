import { frenchList } from '../../../lib/french-list.ts';
import type { DateContext } from '../../../when/french/types.ts';
import { publicWords } from '../../documents/public-text.ts';
import { type Fault, fault, guessed } from '../../faults/fault.ts';
import type { Column } from './columns.ts';
import { type RowReading, readEvent, type TableEvent } from './row-event.ts';
import { type Row, withoutDittos } from './rows.ts';

/** Where a table is read, and what of it may be shown. */
export interface TableContext extends DateContext {
  /** Staff wrote that the contacts of the file are public. */
  readonly keepsContacts?: boolean;
  readonly fileName?: string;
  /** What the table is about, where its rows have no titles of their own. */
  readonly title?: string;
}

/** The events of a table in its order, and a fault for each line that gives none or not as written. */
export interface TableReading {
  readonly events: readonly TableEvent[];
  readonly faults: readonly Fault[];
}

/** Faults that are told; beyond them the table as a whole is to be looked at. */
export const MAX_FAULTS = 50;

/** Reads the rows under a heading line. What is understood is kept; each other row has a fault that names it. */
export function readEvents(
  written: readonly Row[],
  columns: readonly (Column | null)[],
  context: TableContext,
): TableReading {
  const rows = withoutDittos(written);
  const words = publicWords(context.keepsContacts === true);
  const readings: RowReading[] = [];
  for (const row of rows) {
    readings.push(readEvent(row, { columns, context, words, above: readings.at(-1)?.days ?? null }));
  }
  const under = rows.filter((_, at) => readings[at]?.isUnderDays).map(({ line }) => line);
  const faults = readings.flatMap((reading, at) => {
    // A row of a date alone is the heading of those under it.
    const isHeading = reading.event === null && readings[at + 1]?.isUnderDays && isAlone(rows[at]);
    return isHeading ? [] : reading.faults;
  });
  return {
    events: readings.flatMap(({ event }) => event ?? []),
    faults: [
      ...(rows.length === 0 ? [noRows()] : []),
      ...words.faults(context.fileName ?? ''),
      ...(under.length === 0 ? [] : [daysFromAbove(under)]),
      ...faults,
    ],
  };
}

const isAlone = (row: Row | undefined): boolean => row?.cells.filter((cell) => cell !== '').length === 1;

/** Line numbers that one sentence names. */
const MAX_NAMED = 6;

function daysFromAbove(lines: readonly number[]): Fault {
  const named = lines.slice(0, MAX_NAMED).map(String);
  const more = lines.length > MAX_NAMED ? [`${lines.length - MAX_NAMED} autres`] : [];
  const subject = lines.length === 1 ? `Ligne ${named[0]}` : `Lignes ${frenchList([...named, ...more])}`;
  return guessed(
    'csv-date-above',
    `${subject} : la case de la date est vide ; c’est la date écrite au-dessus qui est prise.`,
    'Si ce n’est pas elle, écrivez la date sur chaque ligne.',
    lines[0],
  );
}

const noRows = (): Fault =>
  fault(
    'csv-empty',
    'Ce tableau nomme ses colonnes, mais ne contient aucun événement.',
    'Écrivez un événement par ligne, sous les titres des colonnes.',
  );

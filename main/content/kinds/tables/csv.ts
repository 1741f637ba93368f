import { parseWhen } from '../../../when/french/parse-when.ts';
import type { DateContext } from '../../../when/french/types.ts';
import { type Fault, fault } from '../../documents/fault.ts';
import { publicWords } from '../../documents/public-text.ts';
import { decodeText } from '../text/decode-text.ts';
import { findHeading } from './find-heading.ts';
import { readEvent, type TableEvent } from './row-event.ts';
import { looseCells, readRows } from './rows.ts';

/** Where a table is read, and what of it may be shown. */
export interface TableContext extends DateContext {
  /** Staff wrote that the contacts of the file are public. */
  readonly keepsContacts?: boolean;
  readonly fileName?: string;
}

/** The events of a table in its order, and a fault for each line that gives none or not as written. */
export interface TableReading {
  readonly events: readonly TableEvent[];
  readonly faults: readonly Fault[];
}

/** Faults that are told; beyond them the table as a whole is to be looked at. */
const MOST_FAULTS = 50;

/**
 * Reads `date;heure;ville;titre;lieu;description` in any order, with `;`, `,` or tabs, quoted or not, under titles and
 * empty lines, in any encoding of `decodeText`. What is understood is kept; each other line has a fault that names it.
 */
export function readCsv(bytes: Uint8Array, context: TableContext): TableReading {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { events: [], faults: [decoded.fault] };
  const lines = decoded.text.split('\n');
  const head = findHeading(lines);
  if (!head.ok) return { events: [], faults: [head.fault] };
  const { columns, delimiter } = head;
  const dateAt = columns.findIndex((column) => column === 'date' || column === 'début');
  const beginsRow = (line: string): boolean => {
    const cells = looseCells(line, delimiter) ?? [];
    return cells.length >= columns.length && parseWhen(cells[dateAt] ?? '', context).ok;
  };
  const { rows, faults: broken } = readRows(lines, head.below, delimiter, beginsRow);
  const events: TableEvent[] = [];
  const faults = [...head.faults, ...broken];
  const words = publicWords(context.keepsContacts === true);
  for (const row of rows) {
    const read = readEvent(row, columns, context, words);
    if (read.event !== null) events.push(read.event);
    faults.push(...read.faults);
  }
  faults.unshift(...words.faults(context.fileName ?? ''));
  if (rows.length === 0) faults.unshift(noRows());
  return { events, faults: faults.slice(0, MOST_FAULTS) };
}

const noRows = (): Fault =>
  fault(
    'csv-empty',
    'Ce tableau nomme ses colonnes, mais ne contient aucun événement.',
    'Écrivez un événement par ligne, sous les titres des colonnes.',
  );

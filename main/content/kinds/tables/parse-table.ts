import { linesOf } from '../../documents/table.ts';
import type { Fault } from '../../faults/fault.ts';
import { type Notice, readNotice } from '../../notices/read-notices.ts';
import { namedDaysWarning } from '../../press-release/days/named-days.ts';
import { type SoleDay, soleDay } from '../../press-release/days/sole-day.ts';
import type { Parse, ParseSource } from '../file-kind.ts';
import { type CsvReading, readCsv } from './csv.ts';
import { shownPlain } from './plain-table.ts';

/** What a table or a workbook holds. */
export interface ParsedTable extends CsvReading {
  readonly ok: true;
  /** Where it has no events: the menu or the absences that it is. */
  readonly notice: Notice | null;
  /** Where it is shown as a table and without a date: what is told of the days that it names. */
  readonly namedDays: Fault | null;
  /** How long it is then shown; null where nothing in it says so. */
  readonly soleDay: SoleDay | null;
}

/** The events of a `.csv`, or else its table. */
export const parseTable: Parse<ParsedTable> = ({ bytes, ...context }) => withNotice(readCsv(bytes, context), context);

/** Adds to a table without events what it is. */
export function withNotice(
  table: CsvReading,
  { zone, reference, fileName, path = fileName }: Omit<ParseSource, 'bytes'>,
): ParsedTable {
  const notice = table.blocks.length === 0 ? null : readNotice(table.blocks, { zone, reference, path });
  if (notice !== null)
    return { ok: true, ...table, notice, namedDays: null, soleDay: null, faults: table.faults.filter(isNotPlain) };
  const lines = linesOf(table.blocks);
  const context = { zone, reference };
  const namedDays = namedDaysWarning(lines, context, 'table');
  return { ok: true, ...table, notice, namedDays, soleDay: soleDay(lines, context) };
}

const isNotPlain = ({ code }: Fault): boolean => code !== shownPlain().code;

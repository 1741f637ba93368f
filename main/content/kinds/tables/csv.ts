import type { DocumentBlock } from '../../documents/table.ts';
import type { Fault } from '../../faults/fault.ts';
import { inSchoolYear, schoolYearTold } from '../../school-year.ts';
import type { ParseSource } from '../file-kind.ts';
import { decodeText } from '../text/decode-text.ts';
import { DAY_COLUMNS } from './columns.ts';
import { beginOf, findHeading, isListOfAbsences } from './find-heading.ts';
import { emptyTable, plainTable, shownPlain } from './plain-table.ts';
import { MAX_FAULTS, type TableContext, type TableReading } from './read-events.ts';
import { namesOf, readTables } from './read-tables.ts';
import { isDay } from './row-when.ts';
import { looseCells, type Row, readRows } from './rows.ts';

/** What a text of a table holds: events, or else the table as it stands. */
export interface CsvReading extends TableReading {
  readonly blocks: readonly DocumentBlock[];
}

/**
 * Reads `date;heure;ville;titre;lieu;description` in any order, with `;`, `,` or tabs, quoted or not, under titles and
 * empty lines, in any encoding of `decodeText`.
 */
export function readCsv(bytes: Uint8Array, given: TableContext & Pick<ParseSource, 'path'>): CsvReading {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { events: [], blocks: [], faults: [decoded.fault] };
  const lines = decoded.text.split('\n');
  const head = findHeading(lines);
  if (head === null || isListOfAbsences(head, head.above, [given.path ?? given.fileName ?? '']))
    return plainCsv(lines, decoded.warnings);
  const { columns, delimiter } = head;
  const titles = [given.fileName ?? '', ...lines.slice(0, head.below).slice(0, -1)];
  const context = inSchoolYear(given, titles);
  const dateAt = columns.findIndex((column) => DAY_COLUMNS.has(column));
  const beginsRow = (line: string): boolean => {
    const cells = looseCells(line, delimiter) ?? [];
    return cells.length >= columns.length && isDay(cells[dateAt] ?? '', context);
  };
  const { rows, faults: broken } = readRows(lines, head.below, delimiter, beginsRow);
  const { events, faults } = readTables(rows, head, context, [
    ...head.above.slice(0, -1).flatMap(({ cells }) => cells),
    ...namesOf(given.path ?? given.fileName ?? ''),
  ]);
  return {
    events,
    blocks: [],
    faults: [...decoded.warnings, ...schoolYearTold(lines, context), ...head.faults, ...broken, ...faults].slice(
      0,
      MAX_FAULTS,
    ),
  };
}

/** A table without a heading of events, with the separator that parts most of its lines. */
function plainCsv(lines: readonly string[], warnings: readonly Fault[]): CsvReading {
  const { first, delimiters } = beginOf(lines);
  const read = delimiters.map((delimiter) => readRows(lines, first, delimiter, () => false));
  const parted = ({ rows }: { readonly rows: readonly Row[] }): number =>
    rows.filter(({ cells }) => cells.length > 1).length;
  const { rows, faults } = read.reduce((best, each) => (parted(each) > parted(best) ? each : best));
  const blocks = plainTable(rows.map(({ cells }) => cells));
  const told = blocks.length === 0 ? emptyTable() : shownPlain();
  return { events: [], blocks, faults: [...warnings, ...faults, told].slice(0, MAX_FAULTS) };
}

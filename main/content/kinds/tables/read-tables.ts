import { dropped, type Fault, quoted } from '../../fault.ts';
import { type NamedWeek, weekNamed, withDates } from '../../notices/absences/absence-days.ts';
import { headOf, type RowHead } from './find-heading.ts';
import { readEvents, type TableContext, type TableReading } from './read-events.ts';
import type { Row } from './rows.ts';

/** The rows under one heading row. */
interface Section {
  readonly head: RowHead;
  readonly rows: Row[];
}

const isAlone = (row: Row | undefined): boolean => row?.cells.filter((cell) => cell !== '').length === 1;

/**
 * The events of the rows under a heading row. Another row that names columns begins another table, whose columns may stand in
 * another order; the line alone above it is its title. `titles`: of the file and above the heading; weekdays are of the week that they
 * name.
 */
export function readTables(
  rows: readonly Row[],
  head: RowHead,
  context: TableContext,
  titles: readonly string[] = [],
): TableReading {
  const week = weekNamed(titles, context);
  const sections: Section[] = [{ head, rows: [] }];
  for (const row of rows) {
    const again = headOf(row);
    const open = sections.at(-1)?.rows;
    if (again === null) open?.push(row);
    else {
      if (isAlone(open?.at(-1))) open?.pop();
      sections.push({ head: again, rows: [] });
    }
  }
  const readings = sections.flatMap((section) => readSection(section, context, week));
  return {
    events: readings.flatMap(({ events }) => events),
    faults: [
      ...sections.slice(1).flatMap((section) => section.head.faults),
      ...readings.flatMap(({ faults }) => faults),
    ],
  };
}

function readSection({ head, rows }: Section, context: TableContext, week: NamedWeek | null): TableReading[] {
  return head.parts.map(({ columns, names, from, to }) => {
    const own = rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) }));
    const dateAt = columns.filter((column) => column === 'date').length === 1 ? columns.indexOf('date') : -1;
    const filled = own
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
      .map((row) => (week === null ? row : { ...row, cells: withWeek(row.cells, dateAt, week, context) }));
    const read = readEvents(filled, columns, context);
    const lost = columns.flatMap((column, at) => {
      const words = column === null && names[at] === '' ? filled.map(({ cells }) => cells[at] ?? '').find(Boolean) : '';
      return words ? [withoutName(words, head.row.line)] : [];
    });
    return { ...read, faults: [...lost, ...read.faults] };
  });
}

/** « Lundi » under « Semaine du 4 au 8 mai » is the 4th. */
const withWeek = (cells: readonly string[], dateAt: number, week: NamedWeek, context: TableContext): string[] =>
  cells.map((cell, at) => (at === dateAt ? withDates(cell, week, context).text : cell));

/** `words`: the first under it. */
const withoutName = (words: string, line: number): Fault =>
  dropped(
    'csv-unnamed-column',
    `Une colonne n’a pas de titre : ${quoted(words)} et ce qui est écrit dessous n’est pas lu.`,
    'Écrivez un titre au-dessus, par exemple « heure » ou « lieu ».',
    line,
  );

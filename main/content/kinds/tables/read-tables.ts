import { dropped, type Fault, quoted } from '../../faults/fault.ts';
import { withoutEnding } from '../../names/endings.ts';
import { frenchCells } from './american-dates.ts';
import { withDayBlocks } from './day-blocks.ts';
import { headOf, type RowHead } from './find-heading.ts';
import { readEvents, type TableContext, type TableReading } from './read-events.ts';
import type { Row } from './rows.ts';
import { withTableDays } from './table-days.ts';
import { tableTitle } from './table-title.ts';

/** The names of a file, without its ending, and of its folders, the nearest first. */
export const namesOf = (path: string): string[] =>
  path
    .split('/')
    .toReversed()
    .map((name, at) => (at === 0 ? withoutEnding(name) : name))
    .filter(Boolean);

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
  const titled = { ...context, title: tableTitle(titles, context) };
  const readings = sections.flatMap((section) => readSection(section, titled, titles));
  return {
    events: readings.flatMap(({ events }) => events),
    faults: [
      ...sections.slice(1).flatMap((section) => section.head.faults),
      ...readings.flatMap(({ faults }) => faults),
    ],
  };
}

function readSection({ head, rows }: Section, context: TableContext, titles: readonly string[]): TableReading[] {
  return head.parts.map(({ from, to, ...part }) => {
    const own = rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) }));
    const totals = own.filter(isTotal);
    const all = own.filter((row) => row.cells.some((cell) => cell !== '') && !totals.includes(row));
    const { rows: filled, columns, names } = withDayBlocks(all, part, titles);
    const french = frenchCells(
      filled.map(({ cells }) => cells),
      columns,
      names,
    );
    const written = filled.map((row, at) => ({ ...row, cells: french.rows[at] ?? row.cells }));
    const dated = withTableDays(written, columns, titles, context);
    const read = readEvents(dated.rows, dated.columns, context);
    const lost = columns.flatMap((column, at) => {
      const words = column === null && names[at] === '' ? filled.map(({ cells }) => cells[at] ?? '').find(Boolean) : '';
      return words ? [withoutName(words, head.row.line)] : [];
    });
    return { ...read, faults: [...lost, ...totals.map(totalTold), ...french.faults, ...dated.faults, ...read.faults] };
  });
}

/** « Total ; ; 22 »: a sum of the rows above, whatever columns it stands in. */
function isTotal({ cells }: Row): boolean {
  const [first = '', ...others] = cells.filter((cell) => cell !== '');
  return (
    /^(?:sous[- ])?tota(?:l|ux)(?: g[ée]n[ée]ral)?\s*:?$/iu.test(first) &&
    others.every((cell) => /^[\d\s.,€%]+$/u.test(cell))
  );
}

const totalTold = ({ line }: Row): Fault =>
  dropped(
    'csv-total',
    `Ligne ${line} : c’est un total, et non un événement ; elle n’est pas affichée.`,
    'Si c’est un événement, donnez-lui un autre titre.',
    line,
  );

/** `words`: the first under it. */
const withoutName = (words: string, line: number): Fault =>
  dropped(
    'csv-unnamed-column',
    `Une colonne n’a pas de titre : ${quoted(words)} et ce qui est écrit dessous n’est pas lu.`,
    'Écrivez un titre au-dessus, par exemple « heure » ou « lieu ».',
    line,
  );

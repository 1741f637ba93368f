import { compact } from '../../../lib/compact.ts';
import { type Fault, guessed, quoted } from '../../fault.ts';
import { saysHours } from '../../kinds/tables/row-when.ts';
import { filledCells, type Grid, type GridCell, type PlacedTable } from '../grid.ts';
import { anchorOf } from '../menu/menu-dates.ts';
import { type AbsenceColumn, absenceColumn, isReason, speaksOfAbsence } from './absence-columns.ts';
import { type AbsenceContext, NO_CELLS, reasonsTaken, type WrittenAbsence } from './absence-entry.ts';

/** What is written in the rows of a table. */
export interface AbsenceRows {
  readonly rows: readonly WrittenAbsence[];
  readonly faults: readonly Fault[];
}

/** The heading is looked for in so many rows. */
const MAX_LOOKED_AT = 12;

interface Head {
  readonly at: number;
  readonly columns: readonly (AbsenceColumn | null)[];
}

/** The row that names the columns of a list of absences; null where none does. */
function headOf(grid: Grid, around: readonly string[]): Head | null {
  for (const [at, row] of grid.slice(0, MAX_LOOKED_AT).entries()) {
    const columns = row.map((cell, left) => (cell === row[left - 1] ? null : absenceColumn(cell.text)));
    const has = (...names: readonly AbsenceColumn[]): boolean => names.some((name) => columns.includes(name));
    const isList = has('teacher', 'subject') && has('hours', 'classes', 'date', 'start', 'replacement');
    const texts = [
      ...grid
        .slice(0, at + 1)
        .flat()
        .map(({ text }) => text),
      ...around,
    ];
    if (isList && texts.some(speaksOfAbsence)) return { at, columns };
  }
  return null;
}

/** The rows of a list of absences; null for a table of something else. */
export function absenceRows({ grid, above }: PlacedTable, context: AbsenceContext): AbsenceRows | null {
  const head = headOf(grid, [...above, ...context.names]);
  if (head === null) return null;
  const titles = [
    ...grid
      .slice(0, head.at)
      .flatMap(filledCells)
      .map(({ text }) => text),
    ...above.toReversed(),
  ];
  let day = titles.map((title) => dayIn(title, context)).find((found) => found !== '') ?? '';
  const rows: WrittenAbsence[] = [];
  const faults: Fault[] = [];
  let last: Readonly<Partial<Record<AbsenceColumn, string>>> = {};
  for (const row of grid.slice(head.at + 1)) {
    const [only, ...others] = filledCells(row);
    if (only === undefined) continue;
    const alone = others.length === 0 ? dayIn(only.text, context) : '';
    if (alone !== '') {
      day = alone;
      continue;
    }
    const own = textsOf(row, head.columns);
    if ((own.teacher ?? '') === '' && (last.teacher ?? '') !== '') faults.push(teacherAbove(last.teacher ?? ''));
    last = {
      ...own,
      ...((own.teacher ?? '') === '' ? { teacher: last.teacher ?? '', date: own.date || (last.date ?? '') } : {}),
    };
    if (!filledCells(row).every(({ struck }) => struck)) rows.push(writtenOf(last, day));
  }
  const hasPrivate = head.columns.some((column) => column === 'reason' || column === 'contact');
  return { rows, faults: [...(hasPrivate ? [reasonsTaken()] : []), ...faults] };
}

/** The days that a title names, as they are written in ISO; empty where it names none. */
export function dayIn(title: string, context: AbsenceContext): string {
  const anchor = anchorOf(title, context);
  if (anchor === null) return '';
  return anchor.from.equals(anchor.to) ? anchor.from.toString() : `${anchor.from}/${anchor.to}`;
}

function textsOf(
  row: readonly GridCell[],
  columns: readonly (AbsenceColumn | null)[],
): Partial<Record<AbsenceColumn, string>> {
  const texts: Partial<Record<AbsenceColumn, string>> = {};
  for (const [at, column] of columns.entries()) {
    const text = (row[at]?.text ?? '').replace(/^[-–—/.]$/u, '').trim();
    if (column === null || text === '') continue;
    const before = texts[column];
    texts[column] = before === undefined ? text : `${before} ${text}`;
  }
  return texts;
}

function writtenOf(texts: Readonly<Partial<Record<AbsenceColumn, string>>>, day: string): WrittenAbsence {
  const {
    teacher = '',
    subject,
    classes,
    room,
    replacement,
    note,
    date = '',
    hours = '',
    start = '',
    end = '',
  } = texts;
  // « Date » may hold hours alone, and « Heures » a whole day with its hours.
  const isHour = date !== '' && saysHours(date);
  return {
    teacher,
    ...compact({ subject, classes, room, replacement, note: note !== undefined && isReason(note) ? undefined : note }),
    cells: {
      ...NO_CELLS,
      date: isHour || date === '' ? (start !== '' && !saysHours(start) ? '' : day) : date,
      hour: [isHour ? date : '', hours].filter(Boolean).join(' '),
      start,
      end,
    },
  };
}

const teacherAbove = (teacher: string): Fault =>
  guessed(
    'absence-above',
    `Une ligne ne dit pas qui est absent : c’est ${quoted(teacher)}, écrit au-dessus, qui est pris.`,
    'Si ce n’est pas cela, écrivez le nom sur chaque ligne.',
  );

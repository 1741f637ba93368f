import type { Temporal } from 'temporal-polyfill';
import { compact } from '../../../lib/compact.ts';
import { fold } from '../../../lib/fold.ts';
import { type Fault, guessed, quoted, quotedList } from '../../faults/fault.ts';
import { saysHours } from '../../kinds/tables/moment.ts';
import { filledCells, type Grid, type GridCell, type PlacedTable } from '../grid.ts';
import { type AbsenceColumn, absenceColumn, isAbsenceHeading, isReason } from './absence-columns.ts';
import { dayIn, firstDayIn, weekNamed, withDates } from './absence-days.ts';
import {
  type AbsenceContext,
  columnsUnread,
  NO_CELLS,
  reasonsTaken,
  type WrittenAbsence,
  weekdaysGuessed,
  wordsLeftOut,
} from './absence-entry.ts';

/** What is written in the rows of a table. */
export interface AbsenceRows {
  readonly rows: readonly WrittenAbsence[];
  readonly faults: readonly Fault[];
}

/** The heading of a list of absences is looked for in so many rows of a table. */
export const MAX_LOOKED_AT = 12;

interface Head {
  readonly at: number;
  readonly columns: readonly (AbsenceColumn | null)[];
}

/** The row that names the columns of a list of absences; null where none does. */
function headOf(grid: Grid, around: readonly string[]): Head | null {
  for (const [at, row] of grid.slice(0, MAX_LOOKED_AT).entries()) {
    const above = grid.slice(0, at + 1).flat();
    const texts = [...above.map(({ text }) => text), ...around];
    const cells = row.map(({ text }) => text);
    if (isAbsenceHeading(cells, texts)) return { at, columns: cells.map(absenceColumn) };
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
  let day = firstDayIn(titles, context);
  const week = weekNamed([...titles, ...context.names], context);
  const guessed: Temporal.PlainDate[] = [];
  const dated = (text: string): string => {
    const found = withDates(text, week, context);
    guessed.push(...found.guessed);
    return found.text;
  };
  const rows: WrittenAbsence[] = [];
  const faults: Fault[] = [];
  const around: string[] = [];
  const under: string[] = [];
  let last: Texts = {};
  for (const row of grid.slice(head.at + 1)) {
    const [only, ...others] = filledCells(row);
    if (only === undefined) continue;
    const alone = others.length === 0 ? dayIn(dated(only.text), context) : '';
    if (alone !== '') {
      day = alone;
      continue;
    }
    if (NO_PERSON.test(fold(only.text))) {
      around.push(only.text);
      continue;
    }
    const written = textsOf(row, head.columns);
    // Where cells were merged, the day stands in the first of them; under a title of one day, that day is meant.
    const above = (written.date ?? '') === '' && !ISO_DAY.test(day) ? last.date : undefined;
    if (above !== undefined && (written.teacher ?? '') !== '') under.push(written.teacher ?? '');
    const own = { ...written, ...compact({ date: written.date ?? above }) };
    if ((own.teacher ?? '') === '' && (last.teacher ?? '') !== '') faults.push(teacherAbove(last.teacher ?? ''));
    last = {
      ...own,
      ...((own.teacher ?? '') === '' ? { teacher: last.teacher ?? '', date: own.date || (last.date ?? '') } : {}),
    };
    if (!filledCells(row).every(({ struck }) => struck)) rows.push(writtenOf(withDatedCells(last, dated), day));
  }
  const hasPrivate = head.columns.some((column) => column === 'reason' || column === 'contact');
  const unread = unreadColumns(grid.slice(head.at), head.columns);
  return {
    rows,
    faults: [
      ...(guessed.length > 0 ? [weekdaysGuessed(guessed)] : []),
      ...(hasPrivate ? [reasonsTaken()] : []),
      ...(unread.length > 0 ? [columnsUnread(unread)] : []),
      ...(around.length > 0 ? [wordsLeftOut(around)] : []),
      ...(under.length > 0 ? [dayAbove(under)] : []),
      ...faults,
    ],
  };
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/u;

const dayAbove = (teachers: readonly string[]): Fault =>
  guessed(
    'absence-day-above',
    `Le jour n’est pas écrit à côté de ${quotedList(teachers.slice(0, 3))} : c’est celui de la ligne au-dessus qui est pris.`,
    'Si ce n’est pas cela, écrivez le jour sur chaque ligne.',
  );

/** The sums and remarks under a list. */
const NO_PERSON =
  /^(?:(?:sous-)?(?:total|totaux)\b|nombre\b|nb\b|n\.b|effectifs?\b|soit \d|sous reserve|mis a jour|mise a jour|maj\b|legende|source\b|\*)/u;

type Texts = Readonly<Partial<Record<AbsenceColumn, string>>>;

/** « Lundi matin » in a cell of days is one Monday. */
function withDatedCells(texts: Texts, dated: (text: string) => string): Texts {
  const days = (['date', 'start', 'end'] as const).flatMap((column) => {
    const text = texts[column];
    return text === undefined ? [] : [[column, dated(text)] as const];
  });
  return { ...texts, ...Object.fromEntries(days) };
}

/** What the columns are called whose heading says nothing, where words stand under it. */
function unreadColumns([names = [], ...rows]: Grid, columns: readonly (AbsenceColumn | null)[]): string[] {
  const unread = columns.flatMap((column, at) => {
    const words = rows.map((row) => row[at]?.text ?? '').find((text) => text !== '');
    return column !== null || words === undefined ? [] : [names[at]?.text || words];
  });
  return [...new Set(unread)];
}

function textsOf(
  row: readonly GridCell[],
  columns: readonly (AbsenceColumn | null)[],
): Partial<Record<AbsenceColumn, string>> {
  const texts: Partial<Record<AbsenceColumn, string>> = {};
  for (const [at, column] of columns.entries()) {
    if (at > 0 && row[at] === row[at - 1]) continue;
    const text = (row[at]?.text ?? '').replace(/^[-–—/.]$/u, '').trim();
    if (column === null || text === '') continue;
    const before = texts[column];
    // « Horaires » over two columns: from one to the other.
    texts[column] = before === undefined ? text : `${before}${column === 'hours' ? ' - ' : ' '}${text}`;
  }
  return texts;
}

function writtenOf(texts: Texts, day: string): WrittenAbsence {
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

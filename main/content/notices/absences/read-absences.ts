import { dayLabel, labelled } from '../../../when/french/label.ts';
import { type Fault, guessed } from '../../faults/fault.ts';
import { filledCells, type PlacedTable } from '../grid.ts';
import { speaksOfAbsence } from './absence-columns.ts';
import { dayIn, daysIn, withDates } from './absence-days.ts';
import {
  type Absence,
  type AbsenceContext,
  type AbsenceReading,
  datedAbsence,
  dayGuessed,
  weekdaysGuessed,
  wordsLeftOut,
} from './absence-entry.ts';
import { absenceGrid } from './read-absence-grid.ts';
import { absenceLines } from './read-absence-lines.ts';
import { absenceRows } from './read-absence-table.ts';

/** The absences of the tables of a document, or else of its lines where its folder or name says what they are; null for none. */
export function readAbsences(
  tables: readonly PlacedTable[],
  lines: readonly string[],
  context: AbsenceContext,
): AbsenceReading | null {
  const parts = tables.flatMap((table) => absenceRows(table, context) ?? absenceGrid(table, context) ?? []);
  const isInTables = parts.length > 0;
  if (parts.length === 0 && context.names.some(speaksOfAbsence) && tables.length === 0)
    parts.push(...[absenceLines(lines, context)].filter((part) => part !== null));
  if (parts.length === 0) return null;
  // Lines that are absences themselves have only their own days.
  const titles = (isInTables ? [...lines, ...context.names] : context.names).map((title) =>
    withDates(title, null, context),
  );
  const title = titles.find(({ text }) => dayIn(text, context) !== '');
  const named = dayIn(title?.text ?? '', context);
  const absences: Absence[] = [];
  const headings = tables.flatMap(({ grid }) => grid.map(filledCells).filter(({ length }) => length === 1));
  const texts = [...context.names, ...lines, ...headings.flatMap((cells) => cells.map(({ text }) => text))];
  const left = isInTables ? lines.filter((line) => !isTitle(line, context)) : [];
  const faults = [
    ...doubtfulDays(texts, context),
    ...(left.length === 0 ? [] : [wordsLeftOut(left)]),
    ...parts.flatMap((part) => part.faults),
  ];
  let isGuessed = false;
  let isNamed = false;
  for (const row of parts.flatMap(({ rows }) => rows)) {
    const { cells } = row;
    const hasDay = cells.date !== '' || (cells.start !== '' && dayIn(cells.start, context) !== '');
    if (!hasDay && named === '') isGuessed = true;
    if (!hasDay) isNamed = true;
    const date = hasDay ? cells.date : named || context.reference.toString();
    const read = datedAbsence({ ...row, cells: { ...cells, date } }, context);
    if (read.absence !== null) absences.push(since(firstDay(named), read.absence, context));
    faults.push(...read.faults);
  }
  const weekdays = isNamed ? (title?.guessed ?? []) : [];
  if (weekdays.length > 0) faults.unshift(weekdaysGuessed(weekdays));
  return { absences, faults: [...(isGuessed ? [dayGuessed(dayLabel(context.reference))] : []), ...faults] };
}

/** The first of the days that a title names; null where it names no day of the calendar. */
const firstDay = (named: string): string | null => /^\d{4}-\d\d-\d\d/u.exec(named)?.[0] ?? null;

/** « Absent jusqu’au 7 mai » in a list of 5 May begins on that day, and not on the one on which the list came. */
function since(day: string | null, absence: Absence, { reference }: AbsenceContext): Absence {
  const [range, another] = absence.when.ranges;
  if (day === null || another || !range?.to || range.from !== null || range.to < day) return absence;
  return { ...absence, when: labelled({ ...absence.when, ranges: [{ ...range, from: day }] }, reference) };
}

/** What is told of days in titles whose weekday is another one: « mardi 6 mai », which is a Wednesday. */
function doubtfulDays(texts: readonly string[], context: AbsenceContext): Fault[] {
  const doubts = texts.flatMap((text) => daysIn(withDates(text, null, context).text, context).warnings);
  const byMessage = new Map(doubts.map((doubt) => [doubt.message, doubt]));
  return [...byMessage.values()].map(({ code, message, advice }) => guessed(code, message, advice));
}

/** Whether a line says what the list is, or of which day: the slide says both in its own words. */
const isTitle = (line: string, context: AbsenceContext): boolean =>
  context.names.includes(line) || (!/[.!]$/u.test(line) && (speaksOfAbsence(line) || dayIn(line, context) !== ''));

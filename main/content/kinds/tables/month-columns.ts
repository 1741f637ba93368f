import { Temporal } from 'temporal-polyfill';
import { fold } from '../../../lib/fold.ts';
import { MONTH, monthNamed } from '../../../when/french/words.ts';
import type { EventList } from './find-heading.ts';
import { beginsWeekday, dayList, type Entry } from './month-days.ts';
import type { Row } from './rows.ts';

/** The columns under the name of a month: from which place to which they stand. */
interface MonthColumns {
  readonly month: number;
  /** null where none is written. */
  readonly year: number | null;
  readonly from: number;
  readonly to: number;
}

const MONTH_NAME = new RegExp(`^(${fold(MONTH)})(?:\\s+((?:20)?\\d\\d))?$`, 'u');
/** « 5 », « M 5 », « mar. 5 », « 5 mardi »: a day of the month, with its weekday or without. */
const DAY = /^(?:(\p{L}+)\.?\s*)?(\d{1,2})(?:\s*(\p{L}+)\.?)?$/u;
/** The heading stands in one of so many rows. */
const MAX_ABOVE = 10;
/** Fewer days below each other are a list, and no month. */
const MIN_DAYS = 28;

/** The months that a row names, each with the columns up to the next one; null where it names anything else. */
function monthsOf({ cells }: Row): MonthColumns[] | null {
  const named = cells.flatMap((cell, from) => (cell === '' ? [] : [{ from, match: MONTH_NAME.exec(fold(cell)) }]));
  if (named.length === 0 || named.some(({ match }) => match === null)) return null;
  return named.map(({ from, match }, at) => ({
    month: monthNamed(match?.[1] ?? ''),
    year: match?.[2] === undefined ? null : Number(match[2].padStart(4, '20')),
    from,
    to: named[at + 1]?.from ?? Number.POSITIVE_INFINITY,
  }));
}

const isWeekday = (letters: string): boolean => [1, 2, 3, 4, 5, 6, 7].some((each) => beginsWeekday(letters, each));

/** A row in the columns of a month: its day, the letters of its weekday, and what else is written. */
interface DayRow {
  readonly day: number;
  readonly letters: string;
  readonly texts: readonly string[];
  readonly line: number;
}

/** The day of a row in the columns of a month; null where it has none. */
function dayOf(cells: readonly string[], line: number): DayRow | null {
  const at = cells.findIndex((cell) => {
    const [, before = '', number, behind = ''] = DAY.exec(cell) ?? [];
    return number !== undefined && [before, behind].every((letters) => letters === '' || isWeekday(letters));
  });
  const [, before = '', number = '', behind = ''] = DAY.exec(cells[at] ?? '') ?? [];
  if (number === '') return null;
  const besideAt = cells.findIndex((cell, place) => place < at && isWeekday(cell));
  const texts = cells.filter((cell, place) => cell !== '' && place !== at && place !== besideAt);
  return { day: Number(number), letters: before || behind || (cells[besideAt] ?? ''), texts, line };
}

/** The year about `about` in which the days of a month are the weekdays beside them; null where there is none. */
function yearOf(days: readonly DayRow[], month: number, about: number): number | null {
  const fits = (year: number): boolean =>
    days.every(({ day, letters }) => {
      const date = Temporal.PlainDate.from({ year, month, day });
      return date.day === day && beginsWeekday(letters, date.dayOfWeek);
    });
  return [about, about + 1, about - 1].find(fits) ?? null;
}

/** What the columns of a month hold; null where they do not hold all its days one after the other, or those of another year. */
function entriesOf(rows: readonly Row[], { month, year, from, to }: MonthColumns, about: number): Entry[] | null {
  const days = rows.flatMap(({ cells, line }) => dayOf(cells.slice(from, to), line) ?? []);
  if (days.length < MIN_DAYS || days.some(({ day }, at) => day !== at + 1)) return null;
  const hasLetters = days.some(({ letters }) => letters !== '');
  const meant = hasLetters ? yearOf(days, month, year ?? about) : year;
  // Weekdays that belong to another year than the one that is written: nobody knows which is meant.
  if (meant === null || (year !== null && meant !== year)) return null;
  if (days.length !== Temporal.PlainYearMonth.from({ year: meant, month }).daysInMonth) return null;
  return days.flatMap(({ day, texts, line }) => {
    const date = Temporal.PlainDate.from({ year: meant, month, day }).toString();
    return texts.map((text) => ({ day: date, text, line }));
  });
}

/**
 * A calendar whose months stand side by side, a row for each day of the month, « Mai 2026 » above « V », « 1 », « Férié »; null for
 * any other table. The year is written beside the month, or it is the one about `reference` in which the weekdays fit.
 */
export function monthList(rows: readonly Row[], reference: Temporal.PlainDate): EventList | null {
  const at = rows.slice(0, MAX_ABOVE).findIndex((row) => monthsOf(row) !== null);
  const [row, ...below] = at < 0 ? [] : rows.slice(at);
  const months = row === undefined ? null : monthsOf(row);
  if (row === undefined || months === null) return null;
  const read = months.map((month) => entriesOf(below, month, reference.year));
  if (read.some((entries) => entries === null)) return null;
  const entries = read
    .flatMap((each) => each ?? [])
    .sort((one, other) => Temporal.PlainDate.compare(one.day, other.day));
  const isUnder = ({ cells, line }: Row): boolean =>
    months.every(({ from, to }) => dayOf(cells.slice(from, to), line) === null);
  const words = below.filter(isUnder).flatMap(({ cells }) => cells);
  return dayList({ row, above: rows.slice(0, at), entries, words });
}

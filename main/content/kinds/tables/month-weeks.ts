import { Temporal } from 'temporal-polyfill';
import { fold } from '../../../lib/fold.ts';
import { MONTH, monthNamed } from '../../../when/french/words.ts';
import { speaksOfMenu } from '../../notices/menu/menu-words.ts';
import type { EventList } from './find-heading.ts';
import { beginsWeekday, dayList, type Entry } from './month-days.ts';
import type { Row } from './rows.ts';

/** The heading stands in one of so many rows. */
const MAX_ABOVE = 10;
/** A calendar has a column for each of so many days at least, from Monday on. */
const MIN_WEEKDAYS = 5;
/** « 5 », « 5 Conseil pédagogique », « 05/05 : Cross », « 1er mai Férié »: the day first, and what is written on it. */
const DAY_FIRST = new RegExp(
  `^0?(\\d{1,2})(?:er)?(?:\\s?/\\s?\\d{1,2}|\\s${MONTH})?(?:\\s*[:–-])?(?:\\s+(.*))?$`,
  'iu',
);
const MONTH_NAMED = new RegExp(`\\b(${fold(MONTH)})\\b(?:\\s+(20\\d\\d))?`, 'gu');

/** A month that a title names, with its year where it is written. */
interface NamedMonth {
  readonly month: number;
  readonly year: number | null;
}

/** The one month that titles name; null where they name none, or several. */
function monthOf(titles: readonly string[]): NamedMonth | null {
  const found = titles.flatMap((title) => [...fold(title).matchAll(MONTH_NAMED)]);
  const names = new Set(found.map(([, name]) => name));
  const [, name = ''] = found[0] ?? [];
  const year = found.find(([, , written]) => written !== undefined)?.[2];
  return names.size === 1 ? { month: monthNamed(name), year: year === undefined ? null : Number(year) } : null;
}

/** The place of Monday in a row that names weekdays from Monday on, and nothing else, and how many they are; null for any other row. */
function weekdaysOf({ cells }: Row): { readonly from: number; readonly count: number } | null {
  const from = cells.findIndex((cell) => cell !== '');
  const names = cells.slice(from).filter((cell) => cell !== '');
  const isAll =
    names.length >= MIN_WEEKDAYS && names.length <= 7 && names.every((cell, at) => beginsWeekday(cell, at + 1));
  return isAll && cells.slice(from, from + names.length).every((cell) => cell !== '')
    ? { from, count: names.length }
    : null;
}

/** The day that a cell begins with, and what is written behind it; null where it begins with none. */
function dayFirst(cell: string): { readonly day: number; readonly text: string } | null {
  const [, day, text = ''] = DAY_FIRST.exec(cell) ?? [];
  return day === undefined ? null : { day: Number(day), text };
}

/** A row in the columns of the weekdays. */
type WeekRow = readonly [cells: readonly string[], line: number];

/** A week of a calendar: its Monday, the row of its numbers, and the rows below it that have none. */
interface Week {
  readonly monday: Temporal.PlainDate;
  readonly row: WeekRow;
  readonly below: WeekRow[];
}

/**
 * The weeks of a month; null where a number is not that of the day it stands for, or a week is missing. `first`: the first day of
 * the month; `count`: of weekdays that have a column.
 */
function weeksOf(rows: readonly WeekRow[], first: Temporal.PlainDate, count: number): Week[] | null {
  let monday = first.subtract({ days: first.dayOfWeek - 1 });
  const isNumbered = ([cells]: WeekRow, from: Temporal.PlainDate): boolean =>
    cells.some((cell, at) => dayFirst(cell)?.day === from.add({ days: at }).day);
  // Where Saturdays have no column, a month that begins on one may begin with the row of the week after it.
  const [top] = rows;
  if (top !== undefined && first.dayOfWeek > count && !isNumbered(top, monday)) monday = monday.add({ days: 7 });
  const weeks: Week[] = [];
  for (const row of rows) {
    if (!isNumbered(row, monday)) {
      if (weeks.length === 0) return null;
      weeks.at(-1)?.below.push(row);
      continue;
    }
    const from = monday;
    if (row[0].some((cell, at) => cell !== '' && dayFirst(cell)?.day !== from.add({ days: at }).day)) return null;
    weeks.push({ monday, row, below: [] });
    monday = monday.add({ days: 7 });
  }
  const afterMonth = first.add({ months: 1 }).subtract({ days: 7 - count });
  return Temporal.PlainDate.compare(monday, afterMonth) >= 0 ? weeks : null;
}

/** What is written on the days of weeks, and the words below the last one, which are a legend where other weeks have fewer rows. */
function entriesOf(weeks: readonly Week[]): { readonly entries: readonly Entry[]; readonly legend: readonly string[] } {
  const most = Math.max(0, ...weeks.slice(0, -1).map(({ below }) => below.length));
  const entries = weeks.flatMap(({ monday, row: [cells, line], below }) => {
    const own = cells.map((cell, at) => ({ at, text: dayFirst(cell)?.text ?? '', line }));
    const under = below.slice(0, most).flatMap(([texts, of]) => texts.map((text, at) => ({ at, text, line: of })));
    return [...own, ...under]
      .filter(({ text }) => text !== '')
      .sort((one, other) => one.at - other.at)
      .map(({ at, ...entry }) => ({ ...entry, day: monday.add({ days: at }).toString() }));
  });
  return { entries, legend: weeks.flatMap(({ below }) => below.slice(most).flatMap(([cells]) => cells)) };
}

/**
 * A calendar of one month, a row for each week below « Lundi, Mardi … », with the number of each day in its cell or above it; null for
 * any other table. `titles`: around the table, of which one names the month.
 */
export function weekList(
  rows: readonly Row[],
  reference: Temporal.PlainDate,
  titles: readonly string[],
): EventList | null {
  const at = rows.slice(0, MAX_ABOVE).findIndex((row) => weekdaysOf(row) !== null);
  const row = rows[at];
  const weekdays = row === undefined ? null : weekdaysOf(row);
  if (row === undefined || weekdays === null) return null;
  const above = rows.slice(0, at);
  const around = [...above.flatMap(({ cells }) => cells), ...titles];
  const named = monthOf(around);
  // What a canteen serves is no event.
  if (named === null || around.some(speaksOfMenu)) return null;
  const { from, count } = weekdays;
  const below = rows.slice(at + 1).map(({ cells, line }) => [cells.slice(from, from + count), line] as const);
  const about = reference.year;
  const years = named.year === null ? [about, about + 1, about - 1] : [named.year];
  for (const year of years) {
    const weeks = weeksOf(below, Temporal.PlainDate.from({ year, month: named.month, day: 1 }), count);
    if (weeks === null) continue;
    const { entries, legend } = entriesOf(weeks);
    const beside = rows.slice(at + 1).flatMap(({ cells }) => [...cells.slice(0, from), ...cells.slice(from + count)]);
    return dayList({ row, above, entries, words: [...beside, ...legend] });
  }
  return null;
}

import { Temporal } from 'temporal-polyfill';
import { memoByObject } from '../lib/memo-by-object.ts';
import { memoOfLast } from '../lib/memo-of-last.ts';

/**
 * Calendar days as integers (days since 1970-01-01): what is asked of thousands of items at each programme is plain
 * arithmetic. Whatever knows of time zones stays with Temporal (`wall.ts`).
 */
const dayMs = 86_400_000;

/** The number of an ISO day, `2026-05-05`. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / dayMs;
}

/** The number of a day. A programme asks it of thousands of items for the same one: the last answer is at hand. */
export const numberOfDay: (day: Temporal.PlainDate) => number = memoOfLast(
  memoByObject((day) => numberOfDate(day.year, day.month, day.day)),
);

/** The number of a day of a year; `month` from 1, and day 0 is the last of the month before. */
export function numberOfDate(year: number, month: number, day: number): number {
  // `Date.UTC` takes the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month - 1, day) / dayMs;
}

/** The year in which the day of a number lies. */
export function yearOfNumber(number: number): number {
  return new Date(number * dayMs).getUTCFullYear();
}

/** ISO day of a number. */
export function isoOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const days = new Map<number, Temporal.PlainDate>();
const keptDays = 2000;

/** Day of a number. */
export function dayOfNumber(number: number): Temporal.PlainDate {
  const known = days.get(number);
  if (known) return known;
  const day = EPOCH.add({ days: number });
  if (days.size >= keptDays) days.clear();
  days.set(number, day);
  return day;
}

/** 1 (Monday) to 7 (Sunday); 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Month, 1 to 12, day of the month, and how many days that month has. */
export function monthDayOfNumber(number: number): { month: number; day: number; daysInMonth: number } {
  const date = new Date(number * dayMs);
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate(), daysInMonth };
}

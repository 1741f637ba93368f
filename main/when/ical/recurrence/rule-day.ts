import { weekdayOfNumber } from '../../day-number.ts';

const DAY_MS = 86_400_000;

/** A day with what the parts of a recurrence rule ask of it. */
export interface RuleDay {
  readonly number: number;
  /** 1 (Monday) to 7. */
  readonly weekday: number;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly daysInMonth: number;
  /** Of the year, from 1. */
  readonly yearDay: number;
  readonly daysInYear: number;
}

/** The number of a day of a month; months beyond 12 are those of the next year. */
export const numberOfDate = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY_MS;

function makeMonth(year: number, month: number): RuleDay[] {
  const first = numberOfDate(year, month, 1);
  const daysInMonth = numberOfDate(year, month + 1, 1) - first;
  const newYear = numberOfDate(year, 1, 1);
  const daysInYear = numberOfDate(year + 1, 1, 1) - newYear;
  return Array.from({ length: daysInMonth }, (_, index) => ({
    number: first + index,
    weekday: weekdayOfNumber(first + index),
    year,
    month,
    day: index + 1,
    daysInMonth,
    yearDay: first + index - newYear + 1,
    daysInYear,
  }));
}

/** Thousands of series ask for the same days: they are kept, those of 80 years. */
const MAX_KEPT_MONTHS = 1000;
const keptMonths = new Map<number, readonly RuleDay[]>();
const keptDays = new Map<number, RuleDay>();

/** The days of the month `index`, counted from January of the year 0. */
export function monthAt(index: number): readonly RuleDay[] {
  const known = keptMonths.get(index);
  if (known) return known;
  const made = makeMonth(Math.floor(index / 12), (index % 12) + 1);
  if (keptMonths.size >= MAX_KEPT_MONTHS) {
    keptMonths.clear();
    keptDays.clear();
  }
  keptMonths.set(index, made);
  for (const day of made) keptDays.set(day.number, day);
  return made;
}

/** The day of this number. */
export function ruleDay(number: number): RuleDay {
  const known = keptDays.get(number);
  if (known) return known;
  const date = new Date(number * DAY_MS);
  const month = monthAt(date.getUTCFullYear() * 12 + date.getUTCMonth());
  const day = month[date.getUTCDate() - 1];
  if (day === undefined) throw new RangeError(`Not a day: ${number}`);
  return day;
}

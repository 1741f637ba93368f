import { weekdayOfNumber } from '../../day-number.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';
import { monthAt, numberOfDate, type RuleDay, ruleDay } from './rule-day.ts';

/** Whether `value` is in a list that counts from 1, or from the end (-1 is the last of `size`). */
const isListed = (list: readonly number[], value: number, size: number) =>
  list.includes(value) || list.includes(value - size - 1);

const weekStartOf = (day: number, weekStart: number) => day - ((weekdayOfNumber(day) - weekStart + 7) % 7);

/** The first week of a year is the one that holds 4 January (RFC 5545, 3.3.10). */
const firstWeekOf = (year: number, weekStart: number) => weekStartOf(numberOfDate(year, 1, 4), weekStart);

type DayTest = (day: RuleDay) => boolean;

/** Whether a day is one of the month, by its number, or takes the place of one that its month, or the one before, does not have. */
function monthDayTest({ skip }: RecurrenceRule, list: readonly number[]): DayTest {
  const isLacking = (size: number) => list.some((day) => day > size);
  return ({ year, month, day, daysInMonth }) => {
    if (isListed(list, day, daysInMonth)) return true;
    if (skip === 'BACKWARD') return day === daysInMonth && isLacking(daysInMonth);
    return skip === 'FORWARD' && day === 1 && isLacking(monthAt(year * 12 + month - 2).length);
  };
}

/** The day of its start, each year. */
function yearlyTest(rule: RecurrenceRule, start: RuleDay): DayTest {
  const isDay = monthDayTest(rule, [start.day]);
  const isNext: DayTest = ({ month, day }) => rule.skip === 'FORWARD' && day === 1 && month === (start.month % 12) + 1;
  return (day) => (day.month === start.month || isNext(day)) && isDay(day);
}

function weekdayTest({ frequency, weekdays, months }: RecurrenceRule): DayTest | null {
  if (!weekdays) return null;
  const inYear = frequency === 'YEARLY' && !months;
  return (day) => {
    const [place, size] = inYear ? [day.yearDay, day.daysInYear] : [day.day, day.daysInMonth];
    const [fromStart, fromEnd] = [Math.ceil(place / 7), -Math.ceil((size - place + 1) / 7)];
    return weekdays.some(
      ({ weekday, nth }) => weekday === day.weekday && (nth === null || nth === fromStart || nth === fromEnd),
    );
  };
}

/** The day that a rule means without a word: « every month » is on the day of the month of its start. */
function impliedTest(rule: RecurrenceRule, start: RuleDay): DayTest | null {
  const { frequency, weekdays, monthDays, yearDays, weekNumbers, months } = rule;
  const sameWeekday: DayTest = ({ weekday }) => weekday === start.weekday;
  if (weekdays) return null;
  if (frequency === 'WEEKLY') return sameWeekday;
  if (monthDays || yearDays) return null;
  if (frequency === 'MONTHLY') return monthDayTest(rule, [start.day]);
  if (frequency !== 'YEARLY') return null;
  if (weekNumbers) return sameWeekday;
  return months ? monthDayTest(rule, [start.day]) : yearlyTest(rule, start);
}

function testsOf(rule: RecurrenceRule, start: RuleDay): DayTest[] {
  const { months, monthDays, yearDays } = rule;
  const tests: (DayTest | null | undefined)[] = [
    months && (({ month }) => months.includes(month)),
    monthDays && monthDayTest(rule, monthDays),
    yearDays && (({ yearDay, daysInYear }) => isListed(yearDays, yearDay, daysInYear)),
    weekdayTest(rule),
    impliedTest(rule, start),
  ];
  return tests.filter((test) => test !== null && test !== undefined);
}

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The days of a year that a rule could mean, before its parts are asked: of its months, or of the weeks that it counts. */
function candidatesOfYear(rule: RecurrenceRule, start: RuleDay, year: number): RuleDay[] {
  const { months, weekNumbers, weekStart, weekdays, monthDays, yearDays } = rule;
  if (!weekNumbers) {
    const isAny = weekdays || monthDays || yearDays || rule.skip === 'FORWARD';
    const implied = isAny ? EVERY_MONTH : [start.month];
    const reached = (months ?? implied).toSorted((a, b) => a - b);
    return reached.flatMap((month) => monthAt(year * 12 + month - 1));
  }
  const first = firstWeekOf(year, weekStart);
  const weeks = (firstWeekOf(year + 1, weekStart) - first) / 7;
  return Array.from({ length: weeks }, (_, index) => index + 1)
    .filter((week) => isListed(weekNumbers, week, weeks))
    .flatMap((week) => Array.from({ length: 7 }, (_, index) => ruleDay(first + (week - 1) * 7 + index)));
}

/** The periods of a rule, `interval` apart, numbered from that of its start: 0, 1, 2… */
export interface RulePeriods {
  /** The days of a period that the rule means, in order; in the first period also those before its start. */
  readonly days: (period: number) => number[];
  /** The period in which a day lies, or one before it. */
  readonly periodOf: (day: number) => number;
}

/** The periods of a rule that starts on the day of this number. */
export function periodsOf(rule: RecurrenceRule, startDay: number): RulePeriods {
  const { frequency, interval, weekStart } = rule;
  const start = ruleDay(startDay);
  const tests = testsOf(rule, start);
  const meant = (days: readonly RuleDay[]) =>
    days.filter((day) => tests.every((test) => test(day))).map(({ number }) => number);
  if (frequency === 'WEEKLY') {
    const first = weekStartOf(startDay, weekStart);
    const week = (period: number) =>
      Array.from({ length: 7 }, (_, index) => ruleDay(first + period * interval * 7 + index));
    return {
      days: (period) => meant(week(period)),
      periodOf: (day) => Math.floor((day - first) / (7 * interval)),
    };
  }
  if (frequency === 'MONTHLY') {
    const indexOf = ({ year, month }: RuleDay) => year * 12 + month - 1;
    return {
      days: (period) => meant(monthAt(indexOf(start) + period * interval)),
      periodOf: (day) => Math.floor((indexOf(ruleDay(day)) - indexOf(start)) / interval),
    };
  }
  if (frequency === 'YEARLY') {
    // A week that a year counts as its own may lie in the year before or after it.
    const early = rule.weekNumbers ? 1 : 0;
    return {
      days: (period) => meant(candidatesOfYear(rule, start, start.year + period * interval)),
      periodOf: (day) => Math.floor((ruleDay(day).year - start.year - early) / interval),
    };
  }
  return {
    days: (period) => {
      const number = startDay + period * interval;
      return tests.length === 0 ? [number] : meant([ruleDay(number)]);
    },
    periodOf: (day) => Math.floor((day - startDay) / interval),
  };
}

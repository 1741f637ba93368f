import { minutesPerDay } from '../../wall-time.ts';
import { type CalendarTime, readCalendarTime } from '../file/calendar-time.ts';
import type { Frequency, RecurrenceRule, RuleWeekday } from './recurrence-rule.ts';
import { comesBack, startNumber, startsOfRule } from './rule-starts.ts';
import { ruleOfVcalendar } from './vcalendar-rule.ts';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQUENCIES: readonly string[] = ['MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
/** What is on more often than four times an hour is no event of a wall. */
const MIN_STEP_MINUTES = 15;
const MAX_INTERVAL = 1000;
/** The year 2200. */
const END_OF_TIME = Date.UTC(2200, 0, 1) / 60_000;

/** Parts that change nothing that a wall shows: seconds, the calendar that all of RFC 5545 is in, and the start, which stands beside the rule. */
const WITHOUT_EFFECT = new Set(['BYSECOND', 'RSCALE=GREGORIAN', 'SKIP=OMIT', 'DTSTART', 'TZID']);
const FOLLOWED = new Set([
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'],
  ...['BYHOUR', 'BYMINUTE', 'BYSETPOS', 'SKIP'],
]);

/** The first occurrence of a series, in its own zone, and how the end of its rule is brought there. */
export interface SeriesStart {
  readonly wall: number;
  readonly allDay: boolean;
  /** The last wall minute that UNTIL allows. */
  readonly lastOf: (until: CalendarTime) => number;
}

/** A rule, and which of its parts were no sense and were passed over: `COUNT=-1`. */
export interface ReadRecurrence {
  readonly rule: RecurrenceRule;
  readonly ignored: readonly string[];
}

type Parts = ReadonlyMap<string, string>;

function partsOf(text: string): Parts {
  const pairs = text
    .toUpperCase()
    .replace(/^RRULE:/u, '')
    // Some programs escape the signs of a rule as those of a text.
    .replace(/\\(?=[;,])/gu, '')
    .split(';');
  return new Map(
    pairs
      .map((pair): [string, string] => {
        const [name = '', ...value] = pair.split('=');
        return [name.trim(), value.join('=').trim()];
      })
      .filter(([name, value]) => name !== '' && value !== '' && !name.startsWith('X-')),
  );
}

const itemsOf = (text: string) => text.split(/[,\s]+/u).filter((item) => item !== '');

/** Whole numbers from `min` to `max`, or their negatives where `negative`; undefined where not written, null if one is wrong. */
function numbersOf(
  parts: Parts,
  name: string,
  min: number,
  max: number,
  negative: boolean,
): number[] | undefined | null {
  const written = parts.get(name);
  if (written === undefined) return undefined;
  const values = itemsOf(written).map((item) => (/^[+-]?\d+$/u.test(item) ? Number(item) : Number.NaN));
  const isRight = (value: number) =>
    (value >= min && value <= max) || (negative && value <= -Math.max(min, 1) && value >= -max);
  return values.length > 0 && values.every(isRight) ? values : null;
}

/** An ordinal (« 2TU ») has a sense within months and years alone; elsewhere each such weekday is meant. */
function weekdaysOf(parts: Parts, frequency: Frequency): RuleWeekday[] | undefined | null {
  const written = parts.get('BYDAY');
  if (written === undefined) return undefined;
  const hasOrdinals = (frequency === 'MONTHLY' || frequency === 'YEARLY') && !parts.has('BYWEEKNO');
  const days = itemsOf(written).map((item): RuleWeekday | null => {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(?:[A-Z]+)?$/u.exec(item);
    if (!match) return null;
    const nth = match[1] === undefined || !hasOrdinals ? null : Number(match[1]);
    if (nth !== null && (nth === 0 || Math.abs(nth) > 53)) return null;
    return { weekday: CODES.indexOf(match[2] ?? '') + 1, nth };
  });
  return days.length === 0 || days.some((day) => day === null) ? null : days.filter((day) => day !== null);
}

/** Parts that RFC 5545 (3.3.10) does not allow with a frequency, and that nobody could follow. */
function contradicts(parts: Parts, frequency: Frequency): boolean {
  const isStepped = frequency === 'HOURLY' || frequency === 'MINUTELY';
  if (frequency !== 'YEARLY' && (parts.has('BYYEARDAY') || parts.has('BYWEEKNO'))) return true;
  return isStepped && parts.has('BYSETPOS');
}

/**
 * What becomes of days that a month does not have (RFC 7529): they are left out, or the last day of the month or the first of the next
 * one takes their place. Null where the next month could be one that the rule does not reach.
 */
function skipOf(parts: Parts, frequency: Frequency): Pick<RecurrenceRule, 'skip'> | null {
  const written = parts.get('SKIP') ?? 'OMIT';
  const isInMonths = frequency === 'MONTHLY' || frequency === 'YEARLY';
  const isByDays = ['BYDAY', 'BYYEARDAY', 'BYWEEKNO'].some((name) => parts.has(name));
  if (written === 'OMIT' || ((written === 'FORWARD' || written === 'BACKWARD') && (!isInMonths || isByDays))) return {};
  if (written === 'BACKWARD') return { skip: 'BACKWARD' };
  const reachesAll = !parts.has('BYMONTH') && (frequency === 'YEARLY' || (positive(parts, 'INTERVAL') ?? 1) === 1);
  return written === 'FORWARD' && reachesAll ? { skip: 'FORWARD' } : null;
}

function bareRule(parts: Parts): Omit<RecurrenceRule, 'last' | 'interval'> | null {
  const written = parts.get('FREQ') ?? '';
  if (!FREQUENCIES.includes(written)) return null;
  const frequency = written as Frequency;
  const lists = {
    weekdays: weekdaysOf(parts, frequency),
    months: numbersOf(parts, 'BYMONTH', 1, 12, false),
    monthDays: numbersOf(parts, 'BYMONTHDAY', 1, 31, true),
    yearDays: numbersOf(parts, 'BYYEARDAY', 1, 366, true),
    weekNumbers: numbersOf(parts, 'BYWEEKNO', 1, 53, true),
    hours: numbersOf(parts, 'BYHOUR', 0, 23, false),
    minutes: numbersOf(parts, 'BYMINUTE', 0, 59, false),
    positions: numbersOf(parts, 'BYSETPOS', 1, 366, true),
  };
  const entries = Object.entries(lists).filter(([, list]) => list !== undefined);
  const isUnknown = [...parts].some(
    ([name, value]) => !FOLLOWED.has(name) && !WITHOUT_EFFECT.has(name) && !WITHOUT_EFFECT.has(`${name}=${value}`),
  );
  if (entries.some(([, list]) => list === null) || isUnknown || contradicts(parts, frequency)) return null;
  const skip = skipOf(parts, frequency);
  if (skip === null) return null;
  const weekStart = Math.max(0, CODES.indexOf(parts.get('WKST') ?? 'MO')) + 1;
  return { frequency, weekStart, ...skip, ...(Object.fromEntries(entries) as Partial<RecurrenceRule>) };
}

/** Every day, week, month or year, or on weekdays of each week: nothing in such a rule can keep it from coming back. */
function isSimple(rule: Omit<RecurrenceRule, 'last' | 'interval'>): boolean {
  const { frequency, weekdays, months, monthDays, yearDays, weekNumbers, hours, minutes, positions } = rule;
  const narrowing = [months, monthDays, yearDays, weekNumbers, hours, minutes, positions];
  return narrowing.every((part) => part === undefined) && (frequency === 'WEEKLY' || weekdays === undefined);
}

/** `INTERVAL`, `COUNT`; null where it is not written or no sense. */
function positive(parts: Parts, name: string): number | null {
  const value = Number(parts.get(name));
  return Number.isInteger(value) && value >= 1 ? value : null;
}

/**
 * Reads the value of a RRULE; null for one that cannot be followed: more often than every quarter of an hour, parts that contradict each
 * other, days that no calendar has, an end that cannot be read.
 */
export function readRecurrence(text: string, start: SeriesStart): ReadRecurrence | null {
  const parts = partsOf(ruleOfVcalendar(text) ?? text);
  const bare = bareRule(parts);
  const interval = positive(parts, 'INTERVAL') ?? 1;
  const step = interval * (bare?.frequency === 'MINUTELY' ? 1 : 60);
  if (!bare || interval > MAX_INTERVAL || step < MIN_STEP_MINUTES) return null;
  const written = parts.get('UNTIL');
  const until = written === undefined ? null : readCalendarTime(written, null);
  if (written !== undefined && until === null) return null;
  // « Until 31 December 9999 » is how some programs write that there is no end.
  const untilWall = until && until.wall < END_OF_TIME ? start.lastOf(until) : null;
  const count = positive(parts, 'COUNT');
  const endless: RecurrenceRule = { ...bare, interval, last: null };
  const starts = startsOfRule(endless, start.wall, start.allDay);
  const countWall = count === null ? null : startNumber(endless, start.wall, start.allDay, count);
  const ends = [untilWall, countWall].filter((wall) => wall !== null);
  const last = ends.length === 0 ? null : Math.min(...ends);
  if (last === null && !isSimple(bare) && !comesBack(starts, start.wall)) return null;
  const isIgnored = (name: string) => parts.has(name) && positive(parts, name) === null;
  // « Each first Monday » has no sense within a day or a week: each Monday is meant.
  const isNumbered =
    (bare.frequency === 'DAILY' || bare.frequency === 'WEEKLY') && /\d/u.test(parts.get('BYDAY') ?? '');
  const ignored = [
    ...(isIgnored('INTERVAL') ? ['INTERVAL'] : []),
    ...(isIgnored('COUNT') && !until ? ['COUNT'] : []),
    ...(isNumbered ? ['BYDAY'] : []),
  ];
  return { rule: { ...endless, last }, ignored: ignored.map((name) => `${name}=${parts.get(name)}`) };
}

/** The last minute of the day of a time. */
export const endOfDay = (wall: number): number => (Math.floor(wall / minutesPerDay) + 1) * minutesPerDay - 1;

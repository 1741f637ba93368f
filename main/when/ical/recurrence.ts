import ICAL from 'ical.js';
import { dayNumber, isoOfNumber, monthDayOfNumber, weekdayOfNumber } from '../day-number.ts';
import { minutesPerDay } from '../wall-time.ts';

/** The most steps one look-up takes, so that an endless rule ends. */
const mostSteps = 20_000;
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A RRULE made safe: parts that only narrow it are taken out of the iteration, which could look for ever, and checked here. */
export interface Recurrence {
  readonly recur: ICAL.Recur;
  readonly count: number | null;
  readonly keeps: (day: number) => boolean;
  /** Days after which the same pattern comes again; null where it cannot be told. */
  readonly period: number | null;
  /** Last wall time, inclusive, in the event's own zone or, where `untilUtc`, in UTC; null for none. */
  readonly until: number | null;
  readonly untilUtc: boolean;
}

type Parts = Record<string, (number | string)[] | undefined>;

function wallOfTime(time: ICAL.Time): number {
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = dayNumber(`${String(time.year).padStart(4, '0')}-${pad(time.month)}-${pad(time.day)}`);
  return day * minutesPerDay + time.hour * 60 + time.minute;
}

export function timeOfWall(wall: number, isDate: boolean): ICAL.Time {
  const [year = 0, month = 0, day = 0] = isoOfNumber(Math.floor(wall / minutesPerDay))
    .split('-')
    .map(Number);
  const minute = ((wall % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return ICAL.Time.fromData({
    year,
    month,
    day,
    hour: Math.floor(minute / 60),
    minute: minute % 60,
    second: 0,
    isDate,
  });
}

function dayFilter(freq: string, parts: Parts, startWall: number): (day: number) => boolean {
  const months = parts.BYMONTH?.map(Number) ?? null;
  const monthDays = parts.BYMONTHDAY?.map(Number) ?? null;
  const weekdays =
    freq === 'DAILY' ? (parts.BYDAY?.map((code) => weekdayCodes.indexOf(String(code).slice(-2)) + 1) ?? null) : null;
  const checksDays = freq === 'DAILY' || (freq === 'YEARLY' && monthDays !== null);
  const plainYear = freq === 'YEARLY' && !parts.BYDAY && !parts.BYMONTHDAY && !parts.BYYEARDAY && !parts.BYWEEKNO;
  const startDay = monthDayOfNumber(Math.floor(startWall / minutesPerDay)).day;
  return (number) => {
    const { month, day, daysInMonth } = monthDayOfNumber(number);
    if (months && !months.includes(month)) return false;
    if (weekdays && !weekdays.includes(weekdayOfNumber(number))) return false;
    if (plainYear && day !== startDay) return false;
    return !checksDays || !monthDays || monthDays.includes(day) || monthDays.includes(day - daysInMonth - 1);
  };
}

/** Whether some month that the rule reaches has one of its days; ical.js looks for ever for 31 February. */
function hasDays(freq: string, interval: number, parts: Parts, startMonth: number): boolean {
  const monthDays = parts.BYMONTHDAY?.map(Number);
  if (!monthDays) return true;
  const least = Math.min(...monthDays.map(Math.abs));
  const reached =
    freq === 'MONTHLY' ? Array.from({ length: 12 }, (_, step) => ((startMonth - 1 + step * interval) % 12) + 1) : null;
  const months = (parts.BYMONTH?.map(Number) ?? reached ?? [1]).filter((month) => !reached || reached.includes(month));
  return months.some((month) => new Date(Date.UTC(2000, month, 0)).getUTCDate() >= least);
}

function periodOf(freq: string, interval: number): number | null {
  if (freq === 'DAILY') return interval;
  return freq === 'WEEKLY' ? interval * 7 : null;
}

/**
 * Reads a RRULE of jCal for an event that starts at `startWall` (own wall minutes); null for one that cannot be followed: more
 * often than daily, days that do not exist, parts that contradict each other.
 */
export function readRecurrence(rule: unknown, startWall: number, isDate: boolean): Recurrence | null {
  try {
    const recur = ICAL.Recur.fromData(rule as Parameters<typeof ICAL.Recur.fromData>[0]);
    const freq: string = recur.freq;
    const parts = { ...recur.parts } as Parts;
    if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(freq)) return null;
    if (parts.BYHOUR || parts.BYMINUTE || parts.BYSECOND) return null;
    if (freq === 'DAILY' && (parts.BYYEARDAY || parts.BYWEEKNO)) return null;
    if (!(recur.interval >= 1 && recur.interval <= 1000)) return null;
    if (!hasDays(freq, recur.interval, parts, monthDayOfNumber(Math.floor(startWall / minutesPerDay)).month))
      return null;
    const count = recur.count ?? null;
    const until = recur.until ? wallOfTime(recur.until) + (recur.until.isDate ? minutesPerDay - 1 : 0) : null;
    const untilUtc = recur.until?.zone === ICAL.Timezone.utcTimezone;
    const keeps = dayFilter(freq, parts, startWall);
    const narrowing = freq === 'DAILY' ? ['BYMONTH', 'BYMONTHDAY', 'BYDAY'] : freq === 'YEARLY' ? [] : ['BYMONTH'];
    recur.parts = Object.fromEntries(Object.entries(recur.parts).filter(([name]) => !narrowing.includes(name)));
    recur.count = null;
    recur.until = null;
    // Contradictory parts are only found when the iteration begins.
    recur.iterator(timeOfWall(startWall, isDate));
    return { recur, count, keeps, period: periodOf(freq, recur.interval), until, untilUtc };
  } catch {
    // ical.js throws for a value outside its range: the caller says so in French.
    return null;
  }
}

/** Starts of a recurrence, own wall minutes, from `least` to `most`; `ended` when none comes after. */
export interface Starts {
  readonly walls: readonly number[];
  readonly ended: boolean;
}

/** Where to begin so that nothing before `least` is stepped through, where the pattern allows it. */
function nearStart(recurrence: Recurrence, startWall: number, least: number): number {
  const { period, count } = recurrence;
  if (period === null || count !== null) return startWall;
  const periods = Math.floor((least - startWall) / minutesPerDay / period) - 1;
  return periods > 0 ? startWall + periods * period * minutesPerDay : startWall;
}

/** The starts of a recurrence within a window. An endless rule is begun near the window, and cut after so many steps. */
export function startsBetween(
  recurrence: Recurrence,
  startWall: number,
  isDate: boolean,
  least: number,
  most: number,
): Starts {
  const from = nearStart(recurrence, startWall, least);
  const iterator = recurrence.recur.iterator(timeOfWall(from, isDate));
  const last = recurrence.until === null ? null : recurrence.until + (recurrence.untilUtc ? minutesPerDay : 0);
  const walls: number[] = [];
  let counted = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    const next: ICAL.Time | null | undefined = iterator.next();
    if (!next) return { walls, ended: true };
    const wall = wallOfTime(next);
    if (last !== null && wall > last) return { walls, ended: true };
    if (wall > most) return { walls, ended: false };
    // ical.js gives the start itself even where the rule does not: right for the event's own, not for a start moved near.
    const own = from === startWall && wall === startWall;
    if (!own && !recurrence.keeps(Math.floor(wall / minutesPerDay))) continue;
    counted += 1;
    if (wall >= least) walls.push(wall);
    if (recurrence.count !== null && counted >= recurrence.count) return { walls, ended: true };
  }
  return { walls, ended: true };
}

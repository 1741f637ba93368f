import { Temporal } from 'temporal-polyfill';
import { memoByObject } from '../lib/memo-by-object.ts';
import { dayOfNumber, numberOfDay } from './day-number.ts';
import type { HourWindow } from './when.ts';

/**
 * Wall time as integers: minutes since midnight of day 0 as the clocks of a place show them. Comparing them needs no time
 * zone; only the one that is chosen becomes an instant.
 */
export const minutesPerDay = 1440;

const twoFigures = (value: number) => String(value).padStart(2, '0');

/** A time of day, or the size of an offset, `14:30`. */
export const clockText = (hour: number, minute: number): string => `${twoFigures(hour)}:${twoFigures(minute)}`;

/** Where an instant stands on the wall: its day, and its minutes (a half more inside a minute). */
export interface WallInstant {
  readonly day: number;
  readonly minutes: number;
  readonly zone: string;
}

/** Wall time of an instant in its own zone. */
export const wallOf: (at: Temporal.ZonedDateTime) => WallInstant = memoByObject((at) => {
  const day = numberOfDay(at.toPlainDate());
  const time = at.toPlainTime();
  const inside = time.second + time.millisecond + time.microsecond + time.nanosecond > 0 ? 0.5 : 0;
  const minutes = day * minutesPerDay + time.hour * 60 + time.minute + inside;
  return { day, minutes, zone: at.timeZoneId };
});

const instants = new Map<string, Temporal.ZonedDateTime>();
const keptInstants = 2000;

function computeInstant(minutes: number, zone: string): Temporal.ZonedDateTime {
  const day = dayOfNumber(Math.floor(minutes / minutesPerDay));
  const inDay = ((minutes % minutesPerDay) + minutesPerDay) % minutesPerDay;
  if (inDay === 0) return day.toZonedDateTime(zone);
  const time = new Temporal.PlainTime(Math.floor(inDay / 60), inDay % 60);
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: time });
  if (at.hour === time.hour && at.minute === time.minute) return at;
  // « Previous » is strictly before, and a time at the very start of a skipped hour lands on its transition.
  return at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? at;
}

/**
 * The first instant at which clocks show this wall time or a later one: in the hour that is lived twice the first of the
 * two, in the hour that is skipped the instant of the change. So a later wall time is never an earlier instant.
 */
export function instantOfWall(minutes: number, zone: string): Temporal.ZonedDateTime {
  const key = `${zone} ${minutes}`;
  const known = instants.get(key);
  if (known) return known;
  const at = computeInstant(minutes, zone);
  if (instants.size >= keptInstants) instants.clear();
  instants.set(key, at);
  return at;
}

/** Minutes of a time of day, `14:30`. */
function minutesOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Start and end of a window of a day, wall minutes; the end may lie on the next day. */
export function windowOnWall(window: HourWindow, day: number): { from: number; to: number } {
  const from = window.from === null ? 0 : minutesOfTime(window.from);
  let to = window.to === null ? minutesPerDay : minutesOfTime(window.to);
  if (to <= from) to += minutesPerDay;
  return { from: day * minutesPerDay + from, to: day * minutesPerDay + to };
}

import type { Temporal } from 'temporal-polyfill';
import type { Phase } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { dayOfNumber, numberOfDay } from './day-number.ts';
import { timeLabel } from './french/label.ts';
import { memoByDay, memoByInstant } from './memo-by-day.ts';
import { isActive, windowsOn } from './occurrence.ts';
import { instantOfWall, minutesPerDay, wallOf, windowOnWall } from './wall-time.ts';
import type { HourWindow, When } from './when.ts';

/** A window of a day as instants of the zone of the one that asks, epoch milliseconds; `to` excluded. */
interface Opening {
  readonly window: HourWindow;
  readonly from: number;
  readonly to: number;
}

/** Minutes that an event is taken to last of which only the start is known; never beyond its day. */
const unsaidLength = 120;

// Clocks change at whole seconds, so a window begins and ends at whole milliseconds.
const instant = (minutes: number, zone: string) => instantOfWall(minutes, zone).epochMilliseconds;

/** The windows that start on a day, as instants: comparing times of the clock would be wrong in an hour lived twice. */
function openingsOn(when: When, day: Temporal.PlainDate, zone: string): Opening[] {
  return windowsOn(when, day).map((window) => {
    const { from, to } = windowOnWall(window, numberOfDay(day));
    const end = window.startOnly ? Math.min(from + unsaidLength, to) : to;
    return { window, from: instant(from, zone), to: instant(end, zone) };
  });
}

/** A programme asks this of thousands of items for one instant: it is worked out once. */
export const dayOf = memoByObject((at: Temporal.ZonedDateTime) => dayOfNumber(wallOf(at).day));
const millisecondsOf: (at: Temporal.ZonedDateTime) => number = memoByObject((at) => at.epochMilliseconds);

/** The openings of a day, and those of the day before that run on into it; by zone, of which a service knows one. */
const openingsAround = memoByDay((when, day) => {
  const byZone = new Map<string, readonly Opening[]>();
  return (zone: string): readonly Opening[] => {
    const known = byZone.get(zone);
    if (known) return known;
    const midnight = instant(numberOfDay(day) * minutesPerDay, zone);
    const before = openingsOn(when, dayOfNumber(numberOfDay(day) - 1), zone).filter(({ to }) => to > midnight);
    const openings = [...before, ...openingsOn(when, day, zone)];
    byZone.set(zone, openings);
    return openings;
  };
});

/** Whether anything is on during a day, or runs on into it from the day before. */
export function isAroundDay(when: When, day: Temporal.PlainDate, zone: string): boolean {
  return openingsAround(when, day)(zone).length > 0;
}

const isWhole = (window: HourWindow) => window.from === null && window.to === null;

/** What is open at `at` or will be on the same day; of the day before, only what runs on past midnight. */
const openingsLeft = memoByInstant((when, at): readonly Opening[] => {
  const openings = openingsAround(when, dayOf(at))(wallOf(at).zone);
  const now = millisecondsOf(at);
  return openings.every(({ to }) => to > now) ? openings : openings.filter(({ to }) => to > now);
});

/**
 * Whether an event, an exhibition or a tree belongs to the day of `at`: it is on that day and not over, or it began
 * the day before and runs on.
 */
export function isOnToday(when: When | null, at: Temporal.ZonedDateTime): boolean {
  return when === null || openingsLeft(when, at).length > 0;
}

/** Whether an image, a video, a text or an alert is shown at `at`: within its days and hours. */
export function isOnNow(when: When | null, at: Temporal.ZonedDateTime): boolean {
  return when === null || isActive(when, at);
}

/** First hour of that day, `14:00`; empty when it takes the whole day or began the day before. */
export function firstHour(when: When | null, day: Temporal.PlainDate): string {
  return when === null ? '' : (windowsOn(when, day)[0]?.from ?? '');
}

/** Where an instant stands in the hours of a day, as a fact and in French. */
export interface Moment {
  /** Absent where there are no hours on that day: nothing takes place on it, or it takes the whole day. */
  readonly phase?: Phase;
  /** « en ce moment », « à 14 h »; absent for what is past, and where there is no phase. */
  readonly label?: string;
}

/** Where `at` stands in the hours of its day. */
export const momentOf = (when: When | null, at: Temporal.ZonedDateTime): Moment =>
  when === null ? {} : momentIn(when, at);

const momentIn = memoByInstant((when, at): Moment => {
  const left = openingsLeft(when, at);
  if (left.some(({ window }) => isWhole(window))) return {};
  if (left.some(({ from }) => from <= millisecondsOf(at))) return { phase: 'now', label: 'en ce moment' };
  const next = left[0]?.window.from;
  if (next) return { phase: 'toCome', label: `à ${timeLabel(next)}` };
  return windowsOn(when, dayOf(at)).length > 0 ? { phase: 'past' } : {};
});

/**
 * Every instant at which a window of a day, or one that runs on into it from the day before, opens or closes, in epoch
 * milliseconds: where a programme may change within the day.
 */
export function boundariesOfDay(when: When, day: Temporal.PlainDate, zone: string): number[] {
  const hours = openingsAround(when, day)(zone).filter(({ window }) => !isWhole(window));
  return hours.flatMap(({ from, to }) => [from, to]);
}

/** Those of the day of `at` that are still to come. */
export function boundariesToday(when: When, at: Temporal.ZonedDateTime): number[] {
  return boundariesOfDay(when, dayOf(at), wallOf(at).zone).filter((boundary) => boundary > millisecondsOf(at));
}

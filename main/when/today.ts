import type { Temporal } from 'temporal-polyfill';
import type { Phase } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { memoByText } from '../lib/memo-by-text.ts';
import { memoOfLast } from '../lib/memo-of-last.ts';
import { dayOfNumber, numberOfDay } from './day-number.ts';
import { timeLabel } from './french/label.ts';
import { memoByDay } from './memo-by-day.ts';
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
interface Now {
  readonly day: Temporal.PlainDate;
  readonly zone: string;
  readonly ms: number;
}

const nowOf = memoOfLast(
  memoByObject((at: Temporal.ZonedDateTime): Now => {
    const { day, zone } = wallOf(at);
    return { day: dayOfNumber(day), zone, ms: at.epochMilliseconds };
  }),
);

/** The day of an instant in its zone. */
export const dayOf = (at: Temporal.ZonedDateTime): Temporal.PlainDate => nowOf(at).day;

/** What is open around a day in a zone: the openings of the day, and those of the day before that run on into it. */
interface Around {
  readonly zone: string;
  readonly openings: readonly Opening[];
  /** Every instant at which one of them begins or ends that does not take the whole day. */
  readonly boundaries: readonly number[];
  /** What was worked out last. */
  stage: Stage | null;
}

/** How it stands from one edge of an opening to the next, `until` excluded: a programme asks several times of each item. */
interface Stage {
  readonly since: number;
  readonly until: number;
  /** What is open then, or will be on the same day; of the day before, only what runs on past midnight. */
  readonly left: readonly Opening[];
  readonly moment: Moment;
}

const isWhole = (window: HourWindow) => window.from === null && window.to === null;

function makeAround(when: When, day: Temporal.PlainDate, zone: string): Around {
  const midnight = instant(numberOfDay(day) * minutesPerDay, zone);
  const before = openingsOn(when, dayOfNumber(numberOfDay(day) - 1), zone).filter(({ to }) => to > midnight);
  const openings = [...before, ...openingsOn(when, day, zone)];
  const boundaries = openings.filter(({ window }) => !isWhole(window)).flatMap(({ from, to }) => [from, to]);
  return { zone, openings, boundaries, stage: null };
}

/** That of the zone asked last: a service knows one. */
const lastAround = memoByDay((_when, _day): { around: Around | null } => ({ around: null }));

function aroundDay(when: When, day: Temporal.PlainDate, zone: string): Around {
  const last = lastAround(when, day);
  if (last.around?.zone !== zone) last.around = makeAround(when, day, zone);
  return last.around;
}

/** Whether anything is on during a day, or runs on into it from the day before. */
export function isAroundDay(when: When, day: Temporal.PlainDate, zone: string): boolean {
  return aroundDay(when, day, zone).openings.length > 0;
}

function stageAt(when: When, at: Temporal.ZonedDateTime): Stage {
  const { day, zone, ms } = nowOf(at);
  const around = aroundDay(when, day, zone);
  const { stage } = around;
  if (stage !== null && stage.since <= ms && ms < stage.until) return stage;
  around.stage = makeStage(when, day, around.openings, ms);
  return around.stage;
}

function makeStage(when: When, day: Temporal.PlainDate, openings: readonly Opening[], now: number): Stage {
  let [since, until] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { from, to } of openings) {
    for (const edge of [from, to]) {
      if (edge <= now) since = Math.max(since, edge);
      else until = Math.min(until, edge);
    }
  }
  const left = openings.filter(({ to }) => to > now);
  return { since, until, left, moment: momentIn(when, day, left, now) };
}

/**
 * Whether an event, an exhibition or a tree belongs to the day of `at`: it is on that day and not over, or it began
 * the day before and runs on.
 */
export function isOnToday(when: When | null, at: Temporal.ZonedDateTime): boolean {
  return when === null || stageAt(when, at).left.length > 0;
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

const NO_MOMENT: Moment = {};
const NOW: Moment = { phase: 'now', label: 'en ce moment' };
const PAST: Moment = { phase: 'past' };
const toCome = memoByText((time): Moment => ({ phase: 'toCome', label: `à ${timeLabel(time)}` }));

/** Where `at` stands in the hours of its day: the same object wherever the same is said. */
export const momentOf = (when: When | null, at: Temporal.ZonedDateTime): Moment =>
  when === null ? NO_MOMENT : stageAt(when, at).moment;

function momentIn(when: When, day: Temporal.PlainDate, left: readonly Opening[], now: number): Moment {
  if (left.some(({ window }) => isWhole(window))) return NO_MOMENT;
  if (left.some(({ from }) => from <= now)) return NOW;
  const next = left[0]?.window.from;
  if (next) return toCome(next);
  return windowsOn(when, day).length > 0 ? PAST : NO_MOMENT;
}

/**
 * Every instant at which a window of a day, or one that runs on into it from the day before, opens or closes, in epoch
 * milliseconds: where a programme may change within the day.
 */
export function boundariesOfDay(when: When, day: Temporal.PlainDate, zone: string): readonly number[] {
  return aroundDay(when, day, zone).boundaries;
}

/** Those of the day of `at` that are still to come. */
export function boundariesToday(when: When, at: Temporal.ZonedDateTime): number[] {
  const { day, zone, ms } = nowOf(at);
  return boundariesOfDay(when, day, zone).filter((boundary) => boundary > ms);
}

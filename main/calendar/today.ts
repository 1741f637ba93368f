import type { Temporal } from 'temporal-polyfill';
import { timeLabel } from './french/label.ts';
import { isActive, windowsOn } from './occurrence.ts';
import type { HourWindow, When } from './when.ts';

/** An instant as the functions below ask for it. */
interface View {
  readonly day: Temporal.PlainDate;
  readonly yesterday: Temporal.PlainDate;
  /** `14:30:00`; a window's `14:30` sorts before it, so a window that ends now is over. */
  readonly time: string;
}

const views = new WeakMap<Temporal.ZonedDateTime, View>();

/** A programme asks this of thousands of items for one instant: it is worked out once. */
function viewOf(at: Temporal.ZonedDateTime): View {
  const known = views.get(at);
  if (known) return known;
  const day = at.toPlainDate();
  const view = {
    day,
    yesterday: day.subtract({ days: 1 }),
    time: at.toPlainTime().toString({ smallestUnit: 'second' }),
  };
  views.set(at, view);
  return view;
}

const overMidnight = (window: HourWindow) => window.from !== null && window.to !== null && window.to <= window.from;

/** Whether all of its windows of that day are over; what runs on past midnight is not. */
function isOver(windows: readonly HourWindow[], time: string): boolean {
  return windows.every((window) => window.to !== null && !overMidnight(window) && window.to <= time);
}

/**
 * Whether an event, an exhibition or a tree belongs to the day of `at`: it is on that day and not over, or it began
 * the day before and runs on.
 */
export function isOnToday(when: When | null, at: Temporal.ZonedDateTime): boolean {
  if (when === null) return true;
  const { day, time } = viewOf(at);
  const windows = windowsOn(when, day);
  return (windows.length > 0 && !isOver(windows, time)) || isActive(when, at);
}

/** Whether an image, a video, a text or an alert is shown at `at`: within its days and hours. */
export function isOnNow(when: When | null, at: Temporal.ZonedDateTime): boolean {
  return when === null || isActive(when, at);
}

/** First hour of that day, `14:00`; empty when it takes the whole day or began the day before. */
export function firstHour(when: When | null, day: Temporal.PlainDate): string {
  return when === null ? '' : (windowsOn(when, day)[0]?.from ?? '');
}

/** « en ce moment », « à 14 h », or nothing for what takes the whole day. */
export function momentOf(when: When | null, at: Temporal.ZonedDateTime): { label?: string; now: boolean } {
  if (when === null) return { now: false };
  const { day, time } = viewOf(at);
  const windows = windowsOn(when, day);
  const wholeDay = windows.some((window) => window.from === null && window.to === null);
  if (wholeDay) return { now: false };
  if (isActive(when, at)) return { label: 'en ce moment', now: true };
  const next = windows.find((window) => window.from !== null && window.from > time);
  return next?.from ? { label: `à ${timeLabel(next.from)}`, now: false } : { now: false };
}

/**
 * Every time of the day of `at` at which a window opens or closes: where a programme may
 * change before midnight.
 */
export function boundariesToday(when: When, at: Temporal.ZonedDateTime): string[] {
  const { day, yesterday } = viewOf(at);
  const today = windowsOn(when, day).flatMap((window) =>
    overMidnight(window) ? [window.from] : [window.from, window.to],
  );
  const before = windowsOn(when, yesterday)
    .filter(overMidnight)
    .map((window) => window.to);
  return [...today, ...before].filter((time) => time !== null);
}

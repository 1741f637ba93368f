import { memoByObject } from '../../lib/memo-by-object.ts';
import { minutesPerDay } from '../wall-time.ts';
import type { HourWindow, WhenCalendar } from '../when.ts';
import type { WhenDays } from '../when-days.ts';
import { hoursOf, timeOfDay } from './hours-of.ts';
import type { Occurrence } from './strand.ts';
import { boundsOf, occurrencesOf, type SteadyRun, steadyRun } from './strand-occurrences.ts';

/** Days that are expanded together: a programme asks for the day before, the day and the week that comes. */
const CHUNK_DAYS = 32;
const MAX_CHUNKS = 64;
/** How far the next occurrence of an endless rule is looked for: 29 February comes every eight years at worst. */
const MAX_AHEAD_DAYS = 9 * 366;
/** Days without a break after which something is taken to be always on. */
const MAX_RUN_DAYS = 800;

type DayWindows = ReadonlyMap<number, readonly HourWindow[]>;

interface Expander {
  readonly when: WhenCalendar;
  readonly chunks: Map<number, DayWindows>;
  readonly firstDay: number;
  /** Infinite where there is no end. */
  readonly lastDay: number;
  readonly runs: readonly SteadyRun[];
  expansions: number;
}

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);
const isWhole = (window: HourWindow) => window.from === null && window.to === null;
const windowKey = (window: HourWindow) => `${window.from ?? ''} ${window.to ?? '24:00'}`;

type Windows = readonly HourWindow[];

const WHOLE_DAY: Windows = [{ from: null, to: null }];
const kept = new Map<string, Windows>();
const MAX_KEPT = 5000;

/** The windows of a day with one occurrence: thousands of days have the same hours, and share them. */
function sharedWindows(occurrence: Occurrence): Windows {
  const minute = occurrence.from - dayOf(occurrence.from) * minutesPerDay;
  const key = `${minute} ${occurrence.to - occurrence.from}`;
  const known = kept.get(key);
  if (known) return known;
  const windows = [hoursOf(occurrence)];
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, windows);
  return windows;
}

function joined(before: Windows, added: Windows): Windows {
  const isNew = (window: HourWindow) =>
    before.every((other) => !isWhole(other) && windowKey(other) !== windowKey(window));
  const [window] = added;
  if (!window || !isNew(window)) return before;
  if (isWhole(window)) return added;
  return [...before, window].sort((a, b) => (windowKey(a) < windowKey(b) ? -1 : 1));
}

/** Adds what an occurrence takes of the days from `first` to before `end`. Up to 24 hours it belongs to the day it starts on. */
function addTo(days: Map<number, Windows>, occurrence: Occurrence, first: number, end: number): void {
  const { from, to, allDay } = occurrence;
  const add = (day: number, windows: Windows) => {
    if (day < first || day >= end) return;
    const before = days.get(day);
    days.set(day, before ? joined(before, windows) : windows);
  };
  if (!allDay && to - from <= minutesPerDay) {
    add(dayOf(from), sharedWindows(occurrence));
    return;
  }
  const [begins, ends] = [dayOf(from), dayOf(to - 1)];
  for (let day = Math.max(begins, first); day <= Math.min(ends, end - 1); day += 1) {
    const starts = day === begins && !allDay ? timeOfDay(from) : null;
    const stops = day === ends && !allDay ? timeOfDay(to) : null;
    add(day, starts === null && stops === null ? WHOLE_DAY : [{ from: starts, to: stops }]);
  }
}

const expanderOf = memoByObject((when: WhenCalendar): Expander => {
  const bounds = [
    ...when.strands.map((strand) => boundsOf(strand, when.place)),
    ...when.once.map(({ from, to }) => ({ first: from, last: to })),
  ];
  const firstDay = dayOf(Math.min(...bounds.map(({ first }) => first)));
  const lastDay = dayOf(Math.max(...bounds.map(({ last }) => last)));
  const runs = when.strands.map((strand) => steadyRun(strand, when.place)).filter((run) => run !== null);
  return { when, chunks: new Map(), firstDay, lastDay, runs, expansions: 0 };
});

function chunkOf(expander: Expander, day: number): DayWindows {
  const index = Math.floor(day / CHUNK_DAYS);
  const known = expander.chunks.get(index);
  if (known) return known;
  const { when, chunks } = expander;
  const [first, last] = [index * CHUNK_DAYS, (index + 1) * CHUNK_DAYS];
  const [from, to] = [first * minutesPerDay, last * minutesPerDay];
  const occurrences = [
    ...when.strands.flatMap((strand) => occurrencesOf(strand, when.place, from, to - 1)),
    ...when.once.filter((each) => each.from < to && each.to >= from),
  ];
  const days = new Map<number, Windows>();
  for (const occurrence of occurrences) addTo(days, occurrence, first, last);
  expander.expansions += 1;
  if (chunks.size >= MAX_CHUNKS) chunks.clear();
  chunks.set(index, days);
  return days;
}

const NO_WINDOWS: Windows = [];

function windowsOnDay(expander: Expander, day: number): readonly HourWindow[] {
  if (day < expander.firstDay || day > expander.lastDay) return NO_WINDOWS;
  return chunkOf(expander, day).get(day) ?? NO_WINDOWS;
}

function findOn(expander: Expander, start: number, step: 1 | -1, limit: number): number | null {
  const { firstDay, lastDay } = expander;
  const at = step > 0 ? Math.max(start, firstDay) : Math.min(start, lastDay);
  const end = step > 0 ? Math.min(lastDay, start + limit) : Math.max(firstDay, start - limit);
  if (!Number.isFinite(at)) return null;
  for (let day = at; (end - day) * step >= 0; ) {
    const days = chunkOf(expander, day);
    const index = Math.floor(day / CHUNK_DAYS);
    const edge = step > 0 ? (index + 1) * CHUNK_DAYS : index * CHUNK_DAYS - 1;
    if (days.size > 0) {
      for (; day !== edge; day += step) if (days.has(day)) return (end - day) * step >= 0 ? day : null;
    }
    day = edge;
  }
  return null;
}

/** The last day, forwards or backwards, up to which a strand that is on every day fills the days from `day` on. */
function endOfRun({ runs }: Expander, day: number, step: 1 | -1): number {
  const ends = runs
    .filter(({ first, last }) => first <= day && day <= last)
    .map(({ first, last, gaps }) => {
      const ahead = gaps.filter((gap) => (gap - day) * step >= 0);
      return step > 0
        ? Math.min(last, ...ahead.map((gap) => gap - 1))
        : Math.max(first, ...ahead.map((gap) => gap + 1));
    });
  return step > 0 ? Math.max(day, ...ends) : Math.min(day, ...ends);
}

function findOff(expander: Expander, start: number, step: 1 | -1): number | null {
  let day = start;
  for (let run = 0; run <= MAX_RUN_DAYS && Number.isFinite(day); run += 1) {
    if (windowsOnDay(expander, day).length === 0) return day;
    day = endOfRun(expander, day, step) + step;
  }
  return null;
}

/** How often the days of a calendar event were worked out since it was first asked for: what a calendar costs. */
export function expansionsOf(when: WhenCalendar): number {
  return expanderOf(when).expansions;
}

/** The days of a calendar event, worked out around the days that are asked for. */
export function calendarDays(when: WhenCalendar): WhenDays {
  const expander = expanderOf(when);
  return {
    bounds: { from: expander.firstDay, to: expander.lastDay },
    windows: (day) => windowsOnDay(expander, day),
    find: (start, step, wanted, limit = MAX_AHEAD_DAYS) =>
      wanted ? findOn(expander, start, step, limit) : findOff(expander, start, step),
  };
}

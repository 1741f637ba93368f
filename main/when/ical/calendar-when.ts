import { minutesPerDay } from '../wall-time.ts';
import type { HourWindow, WhenCalendar } from '../when.ts';
import type { WhenDays } from '../when-days.ts';
import { type CalendarEvent, type Occurrence, readCalendarEvent, startKey } from './event.ts';
import { type Recurrence, readRecurrence, startsBetween } from './recurrence.ts';
import type { JcalComponent } from './zone.ts';

/** Property of the jCal that names the zone of the place, so that a When stands for itself. */
export const placeZoneProperty = 'x-preau-zone';

/** Days that are expanded together. */
const chunkDays = 128;
const keptChunks = 64;
/** How far the next occurrence of an endless rule is looked for: 29 February comes every eight years at worst. */
const farthestChunks = Math.ceil((9 * 366) / chunkDays);
const longestRun = 800;
/** Zones differ by a day at most, and so do starts of one wall and of another. */
const zoneMargin = 2 * minutesPerDay;

type DayWindows = ReadonlyMap<number, readonly HourWindow[]>;

interface Expander {
  readonly chunks: Map<number, { readonly days: DayWindows; readonly ended: boolean }>;
  readonly expand: (from: number, to: number) => { occurrences: Occurrence[]; ended: boolean };
  readonly firstDay: number;
  expansions: number;
}

const pad = (value: number) => String(value).padStart(2, '0');
const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);

/** Time of day, null for midnight. */
function timeOrNull(wall: number): string | null {
  const minute = ((wall % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return minute === 0 ? null : `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** What an occurrence takes of each of its days. Up to 24 hours it belongs to the day it starts on. */
function windowsOf({ from, to, allDay }: Occurrence): [day: number, window: HourWindow][] {
  const first = dayOf(from);
  if (!allDay && to - from <= minutesPerDay) {
    const start = timeOrNull(from);
    if (to === from) return [[first, { from: start, to: null, ...(start === null ? {} : { startOnly: true }) }]];
    return [[first, { from: start, to: timeOrNull(to) }]];
  }
  const last = dayOf(to - 1);
  return Array.from({ length: Math.min(last - first + 1, 4000) }, (_, index) => {
    const day = first + index;
    const starts = day === first && !allDay ? timeOrNull(from) : null;
    return [day, { from: starts, to: day === last && !allDay ? timeOrNull(to) : null }];
  });
}

const isWhole = (window: HourWindow) => window.from === null && window.to === null;
const windowKey = (window: HourWindow) => `${window.from ?? ''} ${window.to ?? '24:00'}`;

function byDay(occurrences: readonly Occurrence[], from: number, to: number): DayWindows {
  const days = new Map<number, HourWindow[]>();
  for (const [day, window] of occurrences.flatMap(windowsOf)) {
    if (day < from || day >= to) continue;
    const before = days.get(day) ?? [];
    if (before.some((other) => isWhole(other) || windowKey(other) === windowKey(window))) continue;
    days.set(day, isWhole(window) ? [window] : [...before, window]);
  }
  for (const windows of days.values()) windows.sort((a, b) => (windowKey(a) < windowKey(b) ? -1 : 1));
  return days;
}

function startsOf(event: CalendarEvent, rules: readonly Recurrence[], least: number, most: number) {
  let ended = true;
  const starts = new Set<number>(event.added.filter((wall) => wall >= least && wall <= most));
  if (event.added.some((wall) => wall > most)) ended = false;
  if (rules.length === 0) {
    if (event.first.from >= least && event.first.from <= most) starts.add(event.first.from);
    if (event.first.from > most) ended = false;
  }
  for (const rule of rules) {
    const own = startsBetween(rule, event.start.wall, event.start.isDate, least - zoneMargin, most + zoneMargin);
    if (!own.ended) ended = false;
    const last = rule.untilUtc && rule.until !== null ? event.utcToPlace(rule.until) : Number.POSITIVE_INFINITY;
    for (const start of own.walls.map(event.toPlace)) if (start <= last) starts.add(start);
  }
  return { starts, ended };
}

/** Days of one component with its overrides, expanded by chunks and kept. */
export function createExpander(calendar: JcalComponent, place: string): Expander {
  const events = calendar[2]
    .filter(([name]) => name === 'vevent')
    .map((component) => readCalendarEvent(component, calendar, place))
    .filter((event) => event !== null);
  const masters = events.filter((event) => event.recurrenceId === null);
  const overrides = events.filter((event) => event.recurrenceId !== null);
  const replaced = new Set(overrides.map((event) => event.recurrenceId));
  const rules = new Map(
    masters.map((event) => {
      const read = event.rules.map((rule) => readRecurrence(rule, event.start.wall, event.start.isDate));
      return [event, read.filter((rule) => rule !== null)];
    }),
  );
  const expand = (from: number, to: number) => {
    const occurrences: Occurrence[] = [];
    let ended = true;
    for (const event of masters) {
      const found = startsOf(event, rules.get(event) ?? [], from - event.length, to);
      if (!found.ended) ended = false;
      for (const start of found.starts) {
        const keys = [startKey(start, false), startKey(start, true)];
        if (keys.some((key) => event.excluded.has(key) || replaced.has(key))) continue;
        occurrences.push({ from: start, to: start + event.length, allDay: event.first.allDay });
      }
    }
    for (const { first, cancelled, isPrivate } of overrides) {
      if (first.from > to) ended = false;
      if (!cancelled && !isPrivate && first.from <= to && first.to >= from) occurrences.push(first);
    }
    return { occurrences, ended };
  };
  const starts = events.flatMap((event) => [event.first.from, ...event.added]);
  return { chunks: new Map(), expand, firstDay: dayOf(Math.min(...starts)), expansions: 0 };
}

function chunkOf(expander: Expander, day: number) {
  const index = Math.floor(day / chunkDays);
  const known = expander.chunks.get(index);
  if (known) return known;
  const from = index * chunkDays;
  const to = from + chunkDays;
  const { occurrences, ended } = expander.expand(from * minutesPerDay, to * minutesPerDay);
  const chunk = { days: byDay(occurrences, from, to), ended };
  expander.expansions += 1;
  if (expander.chunks.size >= keptChunks) expander.chunks.clear();
  expander.chunks.set(index, chunk);
  return chunk;
}

const none: readonly HourWindow[] = [];

function windowsOnDay(expander: Expander, day: number): readonly HourWindow[] {
  return day < expander.firstDay ? none : (chunkOf(expander, day).days.get(day) ?? none);
}

function findOn(expander: Expander, start: number, step: 1 | -1): number | null {
  let at = step > 0 ? Math.max(start, expander.firstDay) : start;
  for (let looked = 0; looked < farthestChunks; looked += 1) {
    if (at < expander.firstDay) return null;
    const { days, ended } = chunkOf(expander, at);
    const ahead = [...days.keys()].filter((day) => (day - at) * step >= 0);
    if (ahead.length > 0) return step > 0 ? Math.min(...ahead) : Math.max(...ahead);
    if (step > 0 && ended) return null;
    const index = Math.floor(at / chunkDays);
    at = step > 0 ? (index + 1) * chunkDays : index * chunkDays - 1;
  }
  return null;
}

function findOff(expander: Expander, start: number, step: 1 | -1): number | null {
  for (let run = 0; run <= longestRun; run += 1) {
    if (windowsOnDay(expander, start + run * step).length === 0) return start + run * step;
  }
  return null;
}

const expanders = new Map<string, Expander>();
/** More than the largest calendar that is promised, 5,000 events. */
const keptExpanders = 12_000;

function parseJcal(jcal: string): JcalComponent {
  try {
    return JSON.parse(jcal) as JcalComponent;
  } catch {
    // A catalogue that was damaged on disk: an event that never takes place, until its file is read again.
    return ['vcalendar', [], []];
  }
}

function expanderOf(jcal: string): Expander {
  const known = expanders.get(jcal);
  if (known) return known;
  const calendar = parseJcal(jcal);
  const zone = calendar[1].find(([name]) => name === placeZoneProperty)?.[3];
  const expander = createExpander(calendar, typeof zone === 'string' ? zone : 'Europe/Paris');
  const [oldest] = expanders.keys();
  if (expanders.size >= keptExpanders && oldest !== undefined) expanders.delete(oldest);
  expanders.set(jcal, expander);
  return expander;
}

/** How often the days of a component were worked out since it was first asked for: what a calendar costs. */
export function expansionsOf(when: WhenCalendar): number {
  return expanderOf(when.jcal).expansions;
}

/** The days of a calendar component, worked out around the days that are asked for. */
export function calendarDays(when: WhenCalendar): WhenDays {
  const expander = expanderOf(when.jcal);
  return {
    windows: (day) => windowsOnDay(expander, day),
    find: (start, step, wanted) => (wanted ? findOn(expander, start, step) : findOff(expander, start, step)),
  };
}

import { memoByObject } from '../../lib/memo-by-object.ts';
import { minutesPerDay } from '../wall-time.ts';
import { type RuleStarts, startsOfExceptions, startsOfRule } from './recurrence/rule-starts.ts';
import type { Occurrence, Strand } from './strand.ts';
import { type ToPlace, toPlaceFrom } from './zones/to-place.ts';

/** Zones differ by a day at most. */
const ZONE_MARGIN = minutesPerDay;

interface ReadyStrand {
  readonly starts: readonly RuleStarts[];
  readonly excepts: readonly RuleStarts[];
  readonly without: ReadonlySet<number>;
  readonly withoutDays: ReadonlySet<number>;
  /** Wall minutes at the place after which nothing starts any more; infinite where there is no end. */
  readonly last: number;
}

const ready = memoByObject((strand: Strand): ReadyStrand => {
  const { start, allDay, exceptRules = [] } = strand;
  const lasts = strand.rules.map(({ last }) => last ?? Number.POSITIVE_INFINITY);
  return {
    starts: strand.rules.map((rule) => startsOfRule(rule, start, allDay)),
    excepts: exceptRules.map((rule) => startsOfExceptions(rule, start, allDay)),
    without: new Set(strand.without),
    withoutDays: new Set(strand.withoutDays),
    last: Math.max(start, ...lasts) + (strand.zone === undefined ? 0 : ZONE_MARGIN),
  };
});

/** Starts by rule within a window, at the place, before any is taken out. */
function startsAtPlace(strand: Strand, toPlace: ToPlace, from: number, to: number): number[] {
  const { starts, excepts } = ready(strand);
  const margin = strand.zone === undefined ? 0 : ZONE_MARGIN;
  const own = starts.flatMap((startsOf) => startsOf(from - margin, to + margin));
  const excepted = new Set(excepts.flatMap((startsOf) => startsOf(from - margin, to + margin)));
  const kept = excepted.size === 0 ? own : own.filter((wall) => !excepted.has(wall));
  const walls = starts.length > 1 ? [...new Set(kept)] : kept;
  return margin === 0 ? walls : walls.map(toPlace).filter((wall) => wall >= from && wall <= to);
}

/** The occurrences of a strand that have a minute from `from` to `to`, wall minutes at the place. */
export function occurrencesOf(strand: Strand, place: string, from: number, to: number): Occurrence[] {
  const { without, withoutDays } = ready(strand);
  const { minutes, allDay, shift = 0 } = strand;
  const first = Math.max(from - shift - minutes, strand.since ?? Number.NEGATIVE_INFINITY);
  const last = Math.min(to - shift, (strand.before ?? Number.POSITIVE_INFINITY) - 1);
  if (first > last || first > ready(strand).last) return [];
  const toPlace = toPlaceFrom(strand.zone ?? null, place);
  const isOut = (wall: number) => without.has(wall) || withoutDays.has(Math.floor(wall / minutesPerDay));
  return startsAtPlace(strand, toPlace, first, last)
    .filter((wall) => !isOut(wall) && (shift === 0 || !without.has(wall + shift)))
    .map((wall) => ({ from: wall + shift, to: wall + shift + minutes, allDay }));
}

/** The first and the last minute at which a strand may be on, wall minutes at the place; infinite where it has no end. */
export function boundsOf(strand: Strand, place: string): { first: number; last: number } {
  const { shift = 0, minutes } = strand;
  const start = toPlaceFrom(strand.zone ?? null, place)(strand.start);
  const last = Math.min(ready(strand).last, (strand.before ?? Number.POSITIVE_INFINITY) - 1);
  return { first: Math.max(start, strand.since ?? start) + shift, last: last + shift + minutes };
}

/** Days without a gap but those of `gaps`, which one strand fills by itself: it comes back every day. */
export interface SteadyRun {
  readonly first: number;
  /** Infinite where it has no end. */
  readonly last: number;
  readonly gaps: readonly number[];
}

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);
const EVERY_DAY = new Set(['frequency', 'interval', 'weekStart', 'last']);

/** The run of a strand that comes back every day; null for any other, for which days have to be tried one by one. */
export function steadyRun(strand: Strand, place: string): SteadyRun | null {
  const [rule, another] = strand.rules;
  const isPlain = rule !== undefined && another === undefined && Object.keys(rule).every((name) => EVERY_DAY.has(name));
  if (!isPlain || rule.frequency !== 'DAILY' || rule.interval !== 1) return null;
  if (strand.exceptRules !== undefined || strand.shift !== undefined) return null;
  const toPlace = toPlaceFrom(strand.zone ?? null, place);
  const { start } = strand;
  // Clocks that are changed may move an occurrence over midnight, and so leave a day out.
  const offsets = [0, 91, 182, 273].map((days) => dayOf(toPlace(start + days * minutesPerDay)) - days);
  if (offsets.some((day) => day !== offsets[0])) return null;
  const count =
    rule.last === null ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor((rule.last - start) / minutesPerDay));
  const first = dayOf(toPlace(start));
  const since = strand.since === undefined ? first : dayOf(strand.since) + 1;
  const before = strand.before === undefined ? Number.POSITIVE_INFINITY : dayOf(strand.before) - 1;
  const gaps = [...(strand.without ?? []).map(dayOf), ...(strand.withoutDays ?? [])];
  return { first: Math.max(first, since), last: Math.min(first + count, before), gaps };
}

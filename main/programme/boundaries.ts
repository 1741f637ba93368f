import type { Temporal } from 'temporal-polyfill';
import { addTo } from '../lib/grouped.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { Steps } from '../lib/steps.ts';
import { mappingByDay } from '../when/memo-by-day.ts';
import { boundariesOfDay, dayOf } from '../when/today.ts';
import type { CatalogueItem } from './catalogue.ts';
import { sortedOut } from './sorted-out.ts';

/** An instant, epoch milliseconds, and the items whose hours begin or end at it. */
export interface Boundary {
  readonly instant: number;
  readonly items: readonly CatalogueItem[];
}

/** A time without a boundary: from `fromMs` on, epoch milliseconds, `untilMs` excluded. */
export interface Stretch {
  readonly at: Temporal.ZonedDateTime;
  readonly day: Temporal.PlainDate;
  readonly fromMs: number;
  readonly untilMs: number;
}

const hoursOfDay = mappingByDay(
  ({ when }: CatalogueItem, { day, zone }: { readonly day: Temporal.PlainDate; readonly zone: string }) =>
    when === null ? [] : boundariesOfDay(when, day, zone),
  (before, now) => before.zone === now.zone,
);

const boundariesOfDays = memoByObject((_items: readonly CatalogueItem[]) => new Map<string, readonly Boundary[]>());

/** The boundaries of the day of `at`, in their order: worked out once for all instants of a day. */
export function* boundariesOn(items: readonly CatalogueItem[], at: Temporal.ZonedDateTime): Steps<readonly Boundary[]> {
  const [day, zone] = [dayOf(at), at.timeZoneId];
  const key = `${day} ${zone}`;
  const known = boundariesOfDays(items).get(key);
  if (known) return known;
  const { timed } = sortedOut(items);
  const hours = yield* hoursOfDay(timed, { day, zone });
  const found = new Map<number, CatalogueItem[]>();
  for (const [index, item] of timed.entries()) {
    for (const instant of hours[index] ?? []) addTo(found, instant, item);
  }
  const boundaries = [...found]
    .map(([instant, own]) => ({ instant, items: own }))
    .sort((a, b) => a.instant - b.instant);
  boundariesOfDays(items).set(key, boundaries);
  return boundaries;
}

/** The index of the first boundary after an instant. */
export function firstAfter(boundaries: readonly Boundary[], now: number): number {
  let [from, to] = [0, boundaries.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((boundaries[middle]?.instant ?? 0) <= now) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The time about `at` within which no item begins or ends. */
export function* stretchAt(items: readonly CatalogueItem[], at: Temporal.ZonedDateTime): Steps<Stretch> {
  const boundaries = yield* boundariesOn(items, at);
  const next = firstAfter(boundaries, at.epochMilliseconds);
  const fromMs = boundaries[next - 1]?.instant ?? Number.NEGATIVE_INFINITY;
  return { at, day: dayOf(at), fromMs, untilMs: boundaries[next]?.instant ?? Number.POSITIVE_INFINITY };
}

/** Whether items that were there at the one instant stand at the other, of the same day, as they stood then. */
export const isSameStretch = (before: Stretch, { at }: Stretch): boolean =>
  before.at.timeZoneId === at.timeZoneId &&
  before.fromMs <= at.epochMilliseconds &&
  at.epochMilliseconds < before.untilMs;

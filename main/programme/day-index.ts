import type { Temporal } from 'temporal-polyfill';
import { fold } from '../lib/fold.ts';
import { atOnce, type Steps } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { memoByText } from '../lib/memo-by-text.ts';
import { dayNumber, dayOfNumber, numberOfDay } from '../when/day-number.ts';
import { memoByDay } from '../when/memo-by-day.ts';
import { boundsOf, nextOccurrence } from '../when/occurrence.ts';
import { dayOf, isAroundDay } from '../when/today.ts';
import { MAX_DAYS_TO_SCHOOL } from './absences-at.ts';
import { MAX_COMING_DAYS, soonestAfter } from './agenda.ts';
import { busyDaysOfWeek } from './busy-days.ts';
import type { Catalogue, CatalogueItem } from './catalogue.ts';
import { isListed } from './listed.ts';
import { MAX_DAYS_TO_MENU } from './menu-at.ts';

/**
 * Which items matter for the programmes of a day. A programme is made from them alone: what is over, and what is to come in more
 * days than any part of the wall looks ahead, costs nothing but a look at its first and last day.
 */
interface DayIndex {
  /** For all screens, in the order of the catalogue. */
  readonly common: readonly CatalogueItem[];
  /** For some screens alone: by folded name of the screen. */
  readonly own: ReadonlyMap<string, readonly CatalogueItem[]>;
  /** The place of each item in the catalogue. */
  readonly ranks: ReadonlyMap<CatalogueItem, number>;
  /** All that a screen may show which has something of its own, once it was asked for; by folded name. */
  readonly whole: Map<string, readonly CatalogueItem[]>;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The weekdays of a week are told on all of its days. */
const MAX_DAYS_OF_WEEK = 6;
const ALWAYS: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Outside these days an item is on no wall, and nothing tells of it; on one of them it may be. */
const spanOf = memoByObject((item: CatalogueItem): Span => {
  if (item.kind === 'menu') {
    const day = dayNumber(item.day);
    return { from: day - MAX_DAYS_TO_MENU, to: day + 1 };
  }
  if (item.when === null) return ALWAYS;
  const { from, to } = boundsOf(item.when);
  return { from: from - MAX_COMING_DAYS, to: to + MAX_DAYS_OF_WEEK };
});

/** Whether an item is on the wall on a day, or told of; `day` lies in its span. */
function isOfDay(item: CatalogueItem, day: Temporal.PlainDate, zone: string): boolean {
  const { when, kind } = item;
  if (when === null || kind === 'menu' || isAroundDay(when, day, zone)) return true;
  if (kind === 'absence') {
    const tomorrow = dayOfNumber(numberOfDay(day) + 1);
    return nextOccurrence(when, tomorrow, MAX_DAYS_TO_SCHOOL - 1) !== null;
  }
  return isListed(item) && (soonestAfter(when, day) !== null || busyDaysOfWeek(when, day).includes(true));
}

/** The answers of a zone, of which a service knows one. */
const answersIn = memoByText((zone) =>
  memoByDay((item: CatalogueItem, day): { readonly yes: boolean } => ({ yes: isOfDay(item, day, zone) })),
);

function matters(item: CatalogueItem, day: Temporal.PlainDate, zone: string): boolean {
  const { from, to } = spanOf(item);
  const number = numberOfDay(day);
  if (number < from || number > to) return false;
  return item.when === null || answersIn(zone)(item, day).yes;
}

/** The page for staff looks at a fortnight, the régie at a week; a catalogue may stay the same for a year. */
const MAX_INDEXES = 24;

/** By day and zone, in the order of their last use. */
const indexes = memoByObject((_catalogue: Catalogue) => new Map<string, DayIndex>());

function keepIndex(known: Map<string, DayIndex>, key: string, index: DayIndex): DayIndex {
  known.delete(key);
  known.set(key, index);
  const [oldest] = known.keys();
  if (known.size > MAX_INDEXES && oldest !== undefined) known.delete(oldest);
  return index;
}

/** Makes the index of a day, one item a step; programmes of that day are then made from it. */
export function* indexSteps(catalogue: Catalogue, at: Temporal.ZonedDateTime): Steps<DayIndex> {
  const day = dayOf(at);
  const zone = at.timeZoneId;
  const kept = indexes(catalogue);
  const key = `${day} ${zone}`;
  const known = kept.get(key);
  if (known) return keepIndex(kept, key, known);
  const common: CatalogueItem[] = [];
  const own = new Map<string, CatalogueItem[]>();
  const ranks = new Map<CatalogueItem, number>();
  for (const [rank, item] of catalogue.items.entries()) {
    if (matters(item, day, zone)) {
      ranks.set(item, rank);
      if (item.screens === null) common.push(item);
      for (const name of new Set(item.screens)) own.set(name, [...(own.get(name) ?? []), item]);
    }
    yield;
  }
  return keepIndex(kept, key, { common, own, ranks, whole: new Map() });
}

/** The items for the screen of a name that matter for its programmes of the day of `at`: the same array for the same day. */
export function itemsOfDay(catalogue: Catalogue, at: Temporal.ZonedDateTime, name: string): readonly CatalogueItem[] {
  const { common, own, ranks, whole } = atOnce(indexSteps(catalogue, at));
  const folded = fold(name);
  const mine = folded === '' ? undefined : own.get(folded);
  if (mine === undefined) return common;
  const known = whole.get(folded);
  if (known) return known;
  const rankOf = (item: CatalogueItem) => ranks.get(item) ?? 0;
  const all = [...common, ...mine].sort((a, b) => rankOf(a) - rankOf(b));
  whole.set(folded, all);
  return all;
}

import type { Temporal } from 'temporal-polyfill';
import { alike } from '../lib/by-difference.ts';
import { fold } from '../lib/fold.ts';
import { addTo } from '../lib/grouped.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { memoByText } from '../lib/memo-by-text.ts';
import type { Steps } from '../lib/steps.ts';
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
  /** All items of the catalogue. */
  readonly items: readonly CatalogueItem[];
  /** Those that matter, in the order of the catalogue. */
  readonly matter: readonly CatalogueItem[];
  /** Those of them whose slides may be other ones at another instant. */
  readonly timed: readonly CatalogueItem[];
  /** For all screens, in the order of the catalogue. */
  readonly common: readonly CatalogueItem[];
  /** For some screens alone: by folded name of the screen. */
  readonly own: ReadonlyMap<string, readonly CatalogueItem[]>;
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

/** The index of each day that was made last: the next catalogue mostly hardly differs from that one's. */
const newest = new Map<string, DayIndex>();

function keepIndex(known: Map<string, DayIndex>, key: string, index: DayIndex): DayIndex {
  known.delete(key);
  known.set(key, index);
  const [oldest] = known.keys();
  if (known.size > MAX_INDEXES && oldest !== undefined) known.delete(oldest);
  return index;
}

const NOTHING: Pick<DayIndex, 'items' | 'matter'> = { items: [], matter: [] };

/** Which items matter. Only those are looked at, one a step, in which the catalogue differs from the one before. */
function* mattering(
  items: readonly CatalogueItem[],
  before: Pick<DayIndex, 'items' | 'matter'>,
  isOf: (item: CatalogueItem) => boolean,
): Steps<CatalogueItem[]> {
  const { head, tail } = alike(before.items, items);
  let first = 0;
  for (const item of before.items.slice(0, head)) if (item === before.matter[first]) first += 1;
  let last = before.matter.length;
  for (const item of before.items.slice(before.items.length - tail).reverse())
    if (last > first && item === before.matter[last - 1]) last -= 1;
  const differing: CatalogueItem[] = [];
  for (const item of items.slice(head, items.length - tail)) {
    if (isOf(item)) differing.push(item);
    yield;
  }
  return before.matter.slice(0, first).concat(differing, before.matter.slice(last));
}

/** The slides of most files are the same at every instant. */
const isSteady = ({ kind, when }: CatalogueItem): boolean =>
  when === null && (kind === 'image' || kind === 'video' || kind === 'text');

/** Makes the index of a day; programmes of that day are then made from it. */
export function* indexSteps(catalogue: Catalogue, at: Temporal.ZonedDateTime): Steps<DayIndex> {
  const day = dayOf(at);
  const zone = at.timeZoneId;
  const { items } = catalogue;
  const kept = indexes(catalogue);
  const key = `${day} ${zone}`;
  const known = kept.get(key);
  if (known) return keepIndex(kept, key, known);
  const matter = yield* mattering(items, newest.get(key) ?? NOTHING, (item) => matters(item, day, zone));
  const own = new Map<string, CatalogueItem[]>();
  for (const item of matter) {
    if (item.screens === null) continue;
    for (const name of new Set(item.screens)) addTo(own, name, item);
  }
  const common = matter.filter(({ screens }) => screens === null);
  const timed = matter.filter((item) => !isSteady(item));
  const index = { items, matter, timed, common, own, whole: new Map() };
  keepIndex(newest, key, index);
  return keepIndex(kept, key, index);
}

/** The items for the screen of a name that matter for its programmes of the day of `at`: the same array for the same day. */
export function* itemsOfDay(
  catalogue: Catalogue,
  at: Temporal.ZonedDateTime,
  name: string,
): Steps<readonly CatalogueItem[]> {
  const { common, own, matter, whole } = yield* indexSteps(catalogue, at);
  const folded = fold(name);
  const mine = folded === '' ? undefined : own.get(folded);
  if (mine === undefined) return common;
  const known = whole.get(folded);
  if (known) return known;
  const isMine = new Set(mine);
  const all = matter.filter((item) => item.screens === null || isMine.has(item));
  whole.set(folded, all);
  return all;
}

import type { Temporal } from 'temporal-polyfill';
import { fold } from '../lib/fold.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { numberOfDay } from '../when/day-number.ts';
import { daysTold } from '../when/days-told.ts';
import { occursOn } from '../when/occurrence.ts';
import { firstHour, isOnNow } from '../when/today.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { Item } from './item.ts';
import type { EventOrder } from './order.ts';

type DayKind = 'event' | 'exhibition' | 'tree';

/** What takes place on given days, and has a slide on the whole of them. */
const isOfDays = (item: CatalogueItem): item is Extract<CatalogueItem, { kind: DayKind }> =>
  item.kind === 'event' || item.kind === 'exhibition' || item.kind === 'tree';

/** An item that agendas list: what takes place on given days, and files whose own name says so. */
export type Listed = CatalogueItem & { readonly kind: Exclude<Item['kind'], Unlisted> };

/** What has a slide that tells its days by itself. */
const UNLISTED = ['alert', 'menu', 'absence', 'holidays'] as const;
type Unlisted = (typeof UNLISTED)[number];
const isUnlisted = ({ kind }: CatalogueItem): boolean => (UNLISTED as readonly Item['kind'][]).includes(kind);

/** What an agenda lists. */
export function isListed(item: CatalogueItem): item is Listed {
  return !isUnlisted(item) && (isOfDays(item) || item.announced === true || item.status !== undefined);
}

export const townOf = (item: Listed): string => ('town' in item ? (item.town ?? '') : '');
const ordersMade = new WeakMap<Listed, { readonly day: number; readonly order: EventOrder }>();

/** What an item is ordered by within a day. */
export function orderOn(item: Listed, day: Temporal.PlainDate): EventOrder {
  const number = numberOfDay(day);
  const known = ordersMade.get(item);
  if (known?.day === number) return known.order;
  const order = { town: townOf(item), hour: firstHour(item.when, day), title: item.title, id: item.id };
  ordersMade.set(item, { day: number, order });
  return order;
}

export const venueOf = (item: Listed): string | undefined => ('venue' in item ? item.venue : undefined);

/** « Exposition « Titre » »: in a list of events, the title alone would not say that it is an exhibition. */
export const listedTitle = (item: Listed): string =>
  item.kind === 'exhibition' && !/^expo/iu.test(item.title) ? `Exposition «\u00a0${item.title}\u00a0»` : item.title;

/** Whether the wall shows an item by itself at `at`, so that an agenda of it alone would say nothing more. */
export const hasOwnSlide = (item: Listed, at: Temporal.ZonedDateTime): boolean =>
  item.kind === 'event' || (item.status === undefined && (isOfDays(item) || isOnNow(item.when, at)));

/** A title without the number of one file among several: « Sortie 2 », « Sortie (2) ». */
const stemOf = memoByObject(({ title }: Listed): string => fold(title).replace(/[\s\-–_#(n°.]*\d+\)?$/u, ''));
/** A shorter title is found in others by chance. */
const MIN_TITLE = 5;

/** Whether one of two titles is the other, or a part of it: « Forum », the poster, and « Forum des métiers », the event. */
function sayTheSame(a: Listed, b: Listed): boolean {
  const [one, other] = [stemOf(a), stemOf(b)];
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= MIN_TITLE && long.includes(short);
}

/**
 * The lines of one day of an agenda, without files that announce what another line says already: the poster of an event of
 * that day, and the second of several pictures of one name. A period without a beginning or an end, « jusqu’au 8 mai », says how
 * long a file is shown, and announces nothing.
 */
export function linesOn(items: readonly Listed[], day: Temporal.PlainDate): Listed[] {
  const kept = new Set<Listed>();
  for (const item of items.toSorted((a, b) => Number(isOfDays(b)) - Number(isOfDays(a)))) {
    if (isOfDays(item) || item.status !== undefined) kept.add(item);
    else if (isBounded(item, day) && ![...kept].some((other) => echoes(item, other, day))) kept.add(item);
  }
  return items.filter((item) => kept.has(item));
}

function isBounded({ when }: Listed, day: Temporal.PlainDate): boolean {
  if (when === null) return false;
  const { from, to } = daysTold(when, day);
  return from !== null && to !== null;
}

const echoes = (item: Listed, other: Listed, day: Temporal.PlainDate): boolean =>
  other.status === undefined && other.when !== null && occursOn(other.when, day) && sayTheSame(item, other);

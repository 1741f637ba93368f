import { Temporal } from 'temporal-polyfill';
import { addTo } from '../lib/grouped.ts';
import type { Steps } from '../lib/steps.ts';
import { isActive } from '../when/occurrence.ts';
import { boundariesToday, dayOf, isOnNow, isOnToday, momentOf } from '../when/today.ts';
import type { When } from '../when/when.ts';
import { eveningOf } from './absences-at.ts';
import { boundariesOn, firstAfter } from './boundaries.ts';
import type { CatalogueItem } from './catalogue.ts';
import { hoursAhead, leftUntil } from './countdown.ts';
import { isListed } from './listed.ts';
import { ofKind } from './sorted-out.ts';

/** Something whose hours may change a programme within its day. */
interface Timed {
  readonly when: When | null;
  /** Other instants, epoch milliseconds, at which what is told of it changes: the hours of a countdown. */
  readonly instants?: readonly number[];
  /** What of it the wall always tells: where this value is another one, the programme is. */
  readonly shown: (at: Temporal.ZonedDateTime) => unknown;
  /** What of it the wall may tell: where this value is another one, the programme may be. */
  readonly told?: (at: Temporal.ZonedDateTime) => unknown;
}

/**
 * The first instant after `at` with another programme. At local midnight the programme always changes, because its day does.
 * Before it, a programme changes where the hours of something begin or end, and mostly the item alone tells whether: programmes are
 * compared (`isOther`) only where it does not. `items`: those for this screen; `lit`: when the screen is.
 */
export function* nextChangeAfter(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  lit: When | null,
  isOther: (then: Temporal.ZonedDateTime) => boolean,
): Steps<Temporal.ZonedDateTime> {
  const { timed, isDay } = whatCounts(items, at, lit);
  const extra = byBoundary(timed, at);
  const ofDay = isDay ? yield* boundariesOn(items, at) : [];
  const midnight = dayOf(at).add({ days: 1 }).toZonedDateTime(at.timeZoneId);
  const now = at.epochMilliseconds;
  const ahead = ofDay.slice(firstAfter(ofDay, now));
  const itemsAt = new Map(ahead.map(({ instant, items: own }) => [instant, own]));
  for (const boundary of [...new Set([...itemsAt.keys(), ...extra.keys()])].sort((a, b) => a - b)) {
    if (boundary >= midnight.epochMilliseconds) break;
    const then = Temporal.Instant.fromEpochMilliseconds(boundary).toZonedDateTimeISO(at.timeZoneId);
    const own = (itemsAt.get(boundary) ?? []).map((item) => timedItem(item, at));
    const here = [...(extra.get(boundary) ?? []), ...own];
    if (here.some(({ shown }) => shown(then) !== shown(at))) return then;
    if (here.some(({ told }) => told?.(then) !== told?.(at)) && isOther(then)) return then;
  }
  return midnight;
}

/** What of a few things begins or ends at each instant that is left of the day, in epoch milliseconds. */
function byBoundary(timed: readonly Timed[], at: Temporal.ZonedDateTime): ReadonlyMap<number, Timed[]> {
  const found = new Map<number, Timed[]>();
  for (const each of timed) {
    const hours = each.when === null ? [] : boundariesToday(each.when, at);
    for (const boundary of [...hours, ...(each.instants ?? [])]) addTo(found, boundary, each);
  }
  return found;
}

/**
 * What the programme at `at` depends on: on alerts alone where there are any, and on no item where the screen is off. `isDay`: also
 * on the hours of all items.
 */
function whatCounts(items: readonly CatalogueItem[], at: Temporal.ZonedDateTime, lit: When | null) {
  const alerts = ofKind(items, 'alert').map(({ when }): Timed => ({ when, shown: (then) => isOnNow(when, then) }));
  if (alerts.some(({ shown }) => shown(at) === true)) return { timed: alerts, isDay: false };
  const isLit = (then: Temporal.ZonedDateTime) => lit === null || isActive(lit, then);
  const timed: Timed[] = [...alerts, { when: lit, shown: isLit }];
  if (!isLit(at)) return { timed, isDay: false };
  const evening = eveningOf(items);
  if (evening !== null) timed.push({ when: evening, shown: () => true, told: (then) => isActive(evening, then) });
  for (const item of ofKind(items, 'countdown')) timed.push({ ...timedItem(item, at), when: null });
  return { timed, isDay: true };
}

/** What of an item is on the wall. */
function timedItem(item: CatalogueItem, now: Temporal.ZonedDateTime): Timed {
  const { kind, when, status } = item;
  const isToday = (at: Temporal.ZonedDateTime) => isOnToday(when, at);
  /** Its days, its hours and « en ce moment » as agendas and slides say them. */
  const inDay = (at: Temporal.ZonedDateTime) => {
    if (!isToday(at)) return 'not today';
    const { phase, label } = momentOf(when, at);
    return `${phase} ${label}`;
  };
  if (status !== undefined) return { when, shown: isToday };
  if (kind === 'countdown') {
    const shown = (at: Temporal.ZonedDateTime) => `${isOnNow(when, at)} ${leftUntil(item.target, at).hours}`;
    return { when, instants: hoursAhead(item.target, now), shown };
  }
  // Which meal and who is absent is told by slides of several items.
  if (kind === 'menu' || kind === 'absence') return { when, shown: () => true, told: inDay };
  if (kind === 'event' || kind === 'exhibition') return { when, shown: inDay };
  // The slide of a tree says no hours, and where there is an agenda it does.
  if (kind === 'tree') return { when, shown: isToday, told: inDay };
  const isShown = (at: Temporal.ZonedDateTime) => isOnNow(when, at);
  return isListed(item) ? { when, shown: isShown, told: inDay } : { when, shown: isShown };
}

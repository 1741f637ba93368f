import type { Temporal } from 'temporal-polyfill';
import { grouped } from '../lib/grouped.ts';
import type { Steps } from '../lib/in-turns.ts';
import { sortedAgain } from '../lib/sorted-again.ts';
import { memoByDay } from '../when/memo-by-day.ts';
import { firstHour } from '../when/today.ts';
import type { CatalogueItem } from './catalogue.ts';
import { type Listed, townOf } from './listed.ts';
import { naturally, townFirst } from './order.ts';
import { sortedOut } from './sorted-out.ts';

/** By town, then by title; total: no two are equal. */
const byTownThenTitle = (a: Listed, b: Listed): number =>
  naturally(townOf(a), townOf(b)) || naturally(a.title, b.title) || naturally(a.id, b.id);

/** What was put in order last: the next catalogue has mostly the same items. */
let last: readonly Listed[] = [];
const known = new WeakMap<readonly CatalogueItem[], readonly Listed[]>();

/** What agendas list of the items, by town and title: the same array for the same array. */
export function* listedSteps(items: readonly CatalogueItem[]): Steps<readonly Listed[]> {
  const ordered = known.get(items) ?? (yield* sortedAgain(last, sortedOut(items).listed, byTownThenTitle));
  known.set(items, ordered);
  last = ordered;
  return ordered;
}

/** The first hour of something on a day, `14:00`; empty for the whole day. */
const hourOn = memoByDay((item: Listed, day) => firstHour(item.when, day));

/** Puts what is ordered by town and title in the order of a day: the screen's own town first, then by hour. */
export function inOrderOn(
  listed: readonly Listed[],
  day: Temporal.PlainDate,
  ownTown: string | null,
): readonly Listed[] {
  const hours = [...grouped(listed, (item) => hourOn(item, day))].sort(([a], [b]) => (a < b ? -1 : 1));
  return townFirst(
    hours.flatMap(([, items]) => items),
    townOf,
    ownTown,
  );
}

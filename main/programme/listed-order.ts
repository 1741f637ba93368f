import type { Temporal } from 'temporal-polyfill';
import { grouped } from '../lib/grouped.ts';
import { sortingAgain } from '../lib/sorted-again.ts';
import type { Steps } from '../lib/steps.ts';
import { memoByDay } from '../when/memo-by-day.ts';
import { firstHour } from '../when/today.ts';
import type { CatalogueItem } from './catalogue.ts';
import { type Listed, townOf } from './listed.ts';
import { naturally, townFirst } from './order.ts';
import { sortedOut } from './sorted-out.ts';

/** By town, then by title; total: no two are equal. */
const byTownThenTitle = (a: Listed, b: Listed): number =>
  naturally(townOf(a), townOf(b)) || naturally(a.title, b.title) || naturally(a.id, b.id);

/** What agendas list of the items, by town and title. */
export const listedSteps: (items: readonly CatalogueItem[]) => Steps<readonly Listed[]> = sortingAgain(
  (items) => sortedOut(items).listed,
  byTownThenTitle,
);

/** The first hour of something on a day, `14:00`; empty for the whole day. */
export const hourOn: (item: Listed, day: Temporal.PlainDate) => string = memoByDay((item: Listed, day) =>
  firstHour(item.when, day),
);

/** Puts what is ordered by town and title in the order of a day: the screen's own town first, then by hour. */
export function inOrder<T>(
  values: readonly T[],
  itemOf: (value: T) => Listed,
  hourOf: (value: T) => string,
  ownTown: string | null,
): readonly T[] {
  const hours = [...grouped(values, hourOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return townFirst(
    hours.flatMap(([, some]) => some),
    (value) => townOf(itemOf(value)),
    ownTown,
  );
}

export const inOrderOn = (
  listed: readonly Listed[],
  day: Temporal.PlainDate,
  ownTown: string | null,
): readonly Listed[] =>
  inOrder(
    listed,
    (item) => item,
    (item) => hourOn(item, day),
    ownTown,
  );

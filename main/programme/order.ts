import { fold } from '../lib/fold.ts';
import { memoByText } from '../lib/memo-by-text.ts';
import type { Item } from './item.ts';

const french = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** Natural French order: « page 2 » before « page 10 », case and accents apart; total: the code points decide last. */
export function naturally(a: string, b: string): number {
  return french.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** `ordre` first, then natural order of the paths. */
export function byOrderThenPath(a: Item, b: Item): number {
  return (
    (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) ||
    naturally(a.source, b.source) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    naturally(a.id, b.id)
  );
}

/** What an event is ordered by within a day. */
export interface EventOrder {
  readonly town: string;
  /** First hour of the day, `14:00`; empty for the whole day. */
  readonly hour: string;
  readonly title: string;
  readonly id: string;
}

/** The screen's own town first, then by hour, then by town; total: no two are equal. */
export function byTownHourTown(ownTown: string | null): (a: EventOrder, b: EventOrder) => number {
  const own = ownTown === null ? null : fold(ownTown);
  const isOwn = memoByText((town) => own !== null && fold(town) === own);
  const rank = (town: string) => (isOwn(town) ? 0 : 1);
  return (a, b) =>
    rank(a.town) - rank(b.town) ||
    (a.hour < b.hour ? -1 : a.hour > b.hour ? 1 : 0) ||
    naturally(a.town, b.town) ||
    naturally(a.title, b.title) ||
    naturally(a.id, b.id);
}

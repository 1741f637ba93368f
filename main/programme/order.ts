import { fold } from '../lib/fold.ts';
import { memoByText } from '../lib/memo-by-text.ts';
import type { Item } from './item.ts';

const french = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** Natural French order: « page 2 » before « page 10 », case and accents apart; total: the code points decide last. */
export function naturally(a: string, b: string): number {
  return a === b ? 0 : french.compare(a, b) || (a < b ? -1 : 1);
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

/** The values of a town first, and then the others, both in the order in which they are given. */
export function townFirst<T>(values: readonly T[], townOf: (value: T) => string, town: string | null): readonly T[] {
  if (town === null) return values;
  const own = fold(town);
  const isOwn = memoByText((other) => fold(other) === own);
  return [...values.filter((value) => isOwn(townOf(value))), ...values.filter((value) => !isOwn(townOf(value)))];
}

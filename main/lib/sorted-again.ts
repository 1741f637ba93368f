import type { Steps } from './steps.ts';

type Compare<T> = (a: T, b: T) => number;

/** So many values are sorted at a stretch: where a comparison costs a microsecond, within a few milliseconds. */
const MOST_AT_ONCE = 256;

/** The place from `from` on at which a value belongs among sorted ones: looked for near `from` first, in growing strides. */
function placeOf<T>(value: T, sorted: readonly T[], from: number, compare: Compare<T>): number {
  const isBefore = (index: number) => compare(sorted[index] as T, value) < 0;
  let [low, high] = [from, from];
  for (let stride = 1; high < sorted.length && isBefore(high); stride *= 2) {
    low = high + 1;
    high = low + stride;
  }
  high = Math.min(high, sorted.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts sorted values among sorted ones: few of them cost few comparisons. */
function* merged<T>(sorted: readonly T[], values: readonly T[], compare: Compare<T>): Steps<T[]> {
  const all: T[] = [];
  let from = 0;
  for (const value of values) {
    for (const place = placeOf(value, sorted, from, compare); from < place; from += 1) all.push(sorted[from] as T);
    all.push(value);
    yield;
  }
  for (; from < sorted.length; from += 1) all.push(sorted[from] as T);
  return all;
}

/** Sorts in steps. For `compare` no two values are equal. */
export function* sorted<T>(values: readonly T[], compare: Compare<T>): Steps<T[]> {
  yield;
  if (values.length <= MOST_AT_ONCE) return values.toSorted(compare);
  const middle = values.length >>> 1;
  const first = yield* sorted(values.slice(0, middle), compare);
  const second = yield* sorted(values.slice(middle), compare);
  return yield* merged(first, second, compare);
}

/**
 * A function that sorts what `valuesOf` finds in an object, and gives the same array for the same object, which must never change.
 * Of values that mostly were there the last time, only the others are compared. For `compare` no two values are equal, and
 * none is there twice.
 */
export function sortingAgain<K extends object, T>(
  valuesOf: (key: K) => readonly T[],
  compare: Compare<T>,
): (key: K) => Steps<readonly T[]> {
  const known = new WeakMap<K, readonly T[]>();
  let last: readonly T[] = [];
  return function* sortAgain(key) {
    const before = known.get(key);
    if (before) return before;
    const fresh = new Set(valuesOf(key));
    const kept = last.filter((value) => fresh.delete(value));
    const all = yield* merged(kept, yield* sorted([...fresh], compare), compare);
    known.set(key, all);
    last = all;
    return all;
  };
}

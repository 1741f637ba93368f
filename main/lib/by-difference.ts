/** How many items two lists begin and end with alike; together not more than the shorter list has. */
interface Alike {
  readonly head: number;
  readonly tail: number;
}

/** Compares the objects themselves, from both ends: lists of thousands that differ in one place are compared in microseconds. */
export function alike<T>(before: readonly T[], after: readonly T[]): Alike {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { head, tail };
}

/** Where more differs than this, all is sorted anew. */
const MAX_MOVED = 100;

/**
 * A function that sorts lists of which each mostly hardly differs from the one before: only what differs is put in its place.
 * `compare` must tell any two items apart.
 */
export function sortingByDifference<T>(compare: (a: T, b: T) => number): (items: readonly T[]) => readonly T[] {
  let items: readonly T[] = [];
  let sorted: readonly T[] = [];
  return (next) => {
    const { head, tail } = alike(items, next);
    const gone = new Set(items.slice(head, items.length - tail));
    const come = next.slice(head, next.length - tail);
    if (gone.size + come.length > MAX_MOVED) sorted = next.toSorted(compare);
    else if (gone.size + come.length > 0) {
      const kept = gone.size === 0 ? [...sorted] : sorted.filter((item) => !gone.has(item));
      for (const item of come) kept.splice(placeIn(kept, item, compare), 0, item);
      sorted = kept;
    }
    items = next;
    return sorted;
  };
}

/** The index before which an item stands in a sorted list. */
function placeIn<T>(sorted: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

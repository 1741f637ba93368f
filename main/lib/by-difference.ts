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

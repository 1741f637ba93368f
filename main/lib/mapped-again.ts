import type { Steps } from './steps.ts';

/** So many values of the list before are passed over to find one again: those that are gone. */
const MAX_PASSED = 32;
/** Values that are found again cost nothing, and are no step of their own. */
const STEP = 256;

/** A list, and what was made of each of its values. */
export interface MappedList<T, R> {
  readonly values: readonly T[];
  readonly results: readonly R[];
}

export const NOTHING_MAPPED: MappedList<never, never> = { values: [], results: [] };

/**
 * `make` of each value. What was made of a value of the list before is taken from there, without a look at the value itself: of
 * thousands of which one is another, only that one is touched. Values that have moved to another place may be made again.
 */
export function* mappedAgain<T, R>(
  values: readonly T[],
  before: MappedList<T, R>,
  make: (value: T) => R,
): Steps<readonly R[]> {
  if (values === before.values) return before.results;
  const results: R[] = [];
  let next = 0;
  for (const value of values) {
    const most = Math.min(before.values.length, next + MAX_PASSED);
    let place = next;
    while (place < most && before.values[place] !== value) place += 1;
    if (place < most) {
      results.push(before.results[place] as R);
      next = place + 1;
      if (results.length % STEP === 0) yield;
    } else {
      results.push(make(value));
      yield;
    }
  }
  return results;
}

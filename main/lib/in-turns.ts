import { setImmediate as nextTurn } from 'node:timers/promises';

/** A computation that pauses after each step. What it yields means nothing; what it returns is its result. */
export type Steps<T> = Generator<unknown, T>;

/** Milliseconds for which a computation holds the event loop at a stretch. */
const TURN_MS = 8;

/** Runs a computation in as many turns of the event loop as it needs, so that the service answers between them. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < TURN_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}

/** Runs a computation to its end. */
export function atOnce<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** `make` of each value, one a step. */
export function* mapped<T, R>(values: Iterable<T>, make: (value: T) => R): Steps<R[]> {
  const all: R[] = [];
  for (const value of values) {
    all.push(make(value));
    yield;
  }
  return all;
}

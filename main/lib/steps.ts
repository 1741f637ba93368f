/** A computation that pauses after each step. What it yields means nothing; what it returns is its result. */
export type Steps<T> = Generator<unknown, T>;

/** Runs a computation to its end. */
export function atOnce<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

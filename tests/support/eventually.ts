import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until the answer is as expected, and resolves to it. @throws {Error} with the last answer, when it is still not
 * as expected after `withinMs` milliseconds.
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  expected: (answer: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (expected(answer)) return answer;
    if (performance.now() > until)
      throw new Error(`still not as expected: ${JSON.stringify(answer, null, 1).slice(0, 4_000)}`);
    await pause(40);
  }
}

import { afterEach, expect, test } from 'vitest';
import { watchLoop } from '../../../main/lib/watch-loop.ts';

let stop = (): void => {};
afterEach(() => stop());

test('a loop that was held for most of a second is told of, and one that only waits is not', async () => {
  const told: number[] = [];
  stop = watchLoop((longestMs) => told.push(longestMs), 200);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const until = performance.now() + 800;
  while (performance.now() < until);
  await expect.poll(() => told.length).toBeGreaterThan(0);
  expect(told[0]).toBeGreaterThan(500);
});

import { afterEach, expect, test } from 'vitest';
import { watchLoop } from '../../../main/lib/watch-loop.ts';
import { holdLoop } from '../../support/hold-loop.ts';

let stop = (): void => {};
afterEach(() => stop());

test('a loop that was held for most of a second is told of, and one that only waits is not', async () => {
  const told: number[] = [];
  stop = watchLoop((longestMs) => told.push(longestMs), 2_000);
  // The monitor counts from its first look on.
  await holdLoop(400);
  await holdLoop(800);
  await expect.poll(() => told.length).toBeGreaterThan(0);
  expect(told[0]).toBeGreaterThan(500);
});

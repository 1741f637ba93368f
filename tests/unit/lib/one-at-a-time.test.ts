import { expect, test } from 'vitest';
import { oneAtATime } from '../../../main/lib/one-at-a-time.ts';

test('all requests made while a job runs become one further run', async () => {
  const ends: (() => void)[] = [];
  let running = 0;
  let maxRunning = 0;
  const job = oneAtATime(async () => {
    running += 1;
    maxRunning = Math.max(maxRunning, running);
    await new Promise<void>((end) => ends.push(end));
    running -= 1;
  });
  const first = job.request();
  const second = job.request();
  const third = job.request();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await first;
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await Promise.all([second, third]);
  expect([ends.length, maxRunning]).toEqual([2, 1]);
});

import { expect, test } from 'vitest';
import { oneAtATime } from '../../../main/lib/one-at-a-time.ts';

test('what arrives while a job runs is one next job, and nothing is lost', async () => {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const job = oneAtATime(async () => {
    running += 1;
    most = Math.max(most, running);
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
  expect([ends.length, most]).toEqual([2, 1]);
});

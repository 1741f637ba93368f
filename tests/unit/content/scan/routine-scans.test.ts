import { expect, test } from 'vitest';
import { routineScans } from '../../../../main/content/scan/routine-scans.ts';

/** When scans began that take so long each and are asked for every 15 s, in five minutes; seconds. */
async function begun(takesMs: number): Promise<number[]> {
  let now = 0;
  const begun: number[] = [];
  const scan = routineScans(
    async () => {
      begun.push(now / 1000);
      now += takesMs;
    },
    () => now,
  );
  for (let asked = 15_000; asked < 300_000; asked += 15_000) {
    now = Math.max(now, asked);
    await scan();
  }
  return begun;
}

test('a folder that is scanned fast is scanned each time', async () => {
  expect(await begun(200)).toHaveLength(19);
});

test('a scan that takes long rests long before the next one, but never for more than a minute', async () => {
  expect((await begun(2_000)).slice(0, 3)).toEqual([15, 60, 105]);
  expect((await begun(10_000)).slice(0, 3)).toEqual([15, 90, 165]);
});

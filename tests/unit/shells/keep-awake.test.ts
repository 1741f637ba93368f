import { expect, test } from 'vitest';
import { type DisplayWish, followDisplay, keepAwakeWhileLit, newRotation } from '../../../main/shells/keep-awake.ts';
import { handTimers } from '../../support/hand-timers.ts';

test('the display is awake while the screen is lit, may sleep outside its hours, and stays as it was while the service is away', async () => {
  const held = new Set<number>();
  let count = 0;
  const blocker = {
    start: () => {
      held.add(++count);
      return count;
    },
    stop: (id: number) => held.delete(id),
  };
  const asked: { resolve(wish: DisplayWish): void; reject(error: Error): void }[] = [];
  const timers = handTimers();
  const keeping = keepAwakeWhileLit(
    () => new Promise((resolve, reject) => void asked.push({ resolve, reject })),
    blocker,
    timers,
  );
  const answer = async (lit: boolean | 'away') => {
    const turn = asked.length - 1;
    if (lit === 'away') asked[turn]?.reject(new Error('away'));
    else asked[turn]?.resolve({ lit });
    const passed = () => {
      timers.pass(30_000);
      return asked.length;
    };
    await expect.poll(passed).toBe(turn + 2);
    return held.size;
  };
  expect(held.size).toBe(1);
  expect([
    await answer(true),
    await answer(false),
    await answer('away'),
    await answer(true),
    await answer('away'),
  ]).toEqual([1, 0, 0, 1, 1]);
  await keeping.stop();
  expect(held.size).toBe(0);
});

test('the display is turned as preau.yml says, once for each change, and upright again where it no longer says it', async () => {
  const wishes: DisplayWish[] = [
    { lit: true },
    { lit: true, rotation: 90 },
    { lit: true, rotation: 90 },
    { lit: false, rotation: 90 },
    { lit: false },
  ];
  const timers = handTimers();
  const turns: (number | null)[] = [];
  let asked = 0;
  const following = followDisplay(
    async () => wishes[asked++] ?? { lit: false },
    (now, before) => turns.push(newRotation(now, before)),
    timers,
  );
  await expect
    .poll(() => {
      timers.pass(30_000);
      return asked;
    })
    .toBeGreaterThan(wishes.length);
  await following.stop();
  // At first nothing is said, and nothing is turned; the third and the fourth change only the light, or nothing.
  expect(turns).toEqual([null, 90, null, 0]);
});

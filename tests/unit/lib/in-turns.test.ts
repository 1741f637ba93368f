import { expect, it } from 'vitest';
import { nextTurn, turnWithTime } from '../../../main/lib/in-turns.ts';

/** Holds the event loop. */
function compute(milliseconds: number): void {
  const since = performance.now();
  while (performance.now() - since < milliseconds);
}

it('what many compute after one another is done in many turns of the event loop, in order', async () => {
  let turns = 0;
  let ended = false;
  const count = async (): Promise<void> => {
    while (!ended) {
      await nextTurn();
      turns += 1;
    }
  };
  const counted = count();
  const order: number[] = [];
  const computeInTurn = async (n: number): Promise<void> => {
    await turnWithTime();
    compute(10);
    order.push(n);
  };
  await Promise.all(Array.from({ length: 20 }, (_, n) => computeInTurn(n)));
  ended = true;
  await counted;
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(turns).toBeGreaterThanOrEqual(20);
});

it('what takes no time does not wait for one another', async () => {
  const before = nextTurn();
  const all = Promise.all(Array.from({ length: 1_000 }, turnWithTime));
  await before;
  const turns = { passed: 0, ended: false };
  await Promise.all([
    all.then(() => {
      turns.ended = true;
    }),
    (async () => {
      while (!turns.ended) {
        await nextTurn();
        turns.passed += 1;
      }
    })(),
  ]);
  expect(turns.passed).toBeLessThan(100);
});

import { expect, it, vi } from 'vitest';
import { askedInTurns, inTurns, nextTurn, turnWithTime } from '../../../main/lib/in-turns.ts';
import type { Steps } from '../../../main/lib/steps.ts';

/** Holds the event loop. */
function compute(milliseconds: number): void {
  const since = performance.now();
  while (performance.now() - since < milliseconds);
}

/** A clock that stands still but for the steps, which take a millisecond each. */
function stepClock() {
  let [now, most, since] = [0, 0, 0];
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const step = (): void => {
    now += 1;
    most = Math.max(most, now - since);
  };
  return {
    step,
    *steps(count: number): Steps<void> {
      for (let n = 0; n < count; n += 1) {
        step();
        yield;
      }
    },
    /** The most steps in one turn of the event loop until something has ended. */
    async mostInATurn(computed: Promise<unknown>): Promise<number> {
      let ended = false;
      const end = computed.then(() => {
        ended = true;
      });
      while (!ended) {
        await nextTurn();
        since = now;
      }
      await end;
      return most;
    },
    [Symbol.dispose]: () => clock.mockRestore(),
  };
}

/** A turn has 8 ms, and what comes in before it another 8. */
const MOST = 16;

it('computations side by side hold the event loop no longer than one of them', async () => {
  using clock = stepClock();
  const ten = Array.from({ length: 10 }, () => inTurns(clock.steps(20)));
  expect(await clock.mostInATurn(Promise.all(ten))).toBeLessThanOrEqual(MOST);
});

it('short computations that follow one another do not hold the event loop together', async () => {
  using clock = stepClock();
  const oneByOne = async (): Promise<void> => {
    for (let n = 0; n < 100; n += 1) await inTurns(clock.steps(1));
  };
  expect(await clock.mostInATurn(oneByOne())).toBeLessThanOrEqual(MOST);
});

it('computations and files take turns, and none waits for another to end', async () => {
  using clock = stepClock();
  const ended: string[] = [];
  const long = inTurns(clock.steps(200)).then(() => ended.push('long'));
  const short = inTurns(clock.steps(30)).then(() => ended.push('short'));
  const files = Array.from({ length: 60 }, () => turnWithTime().then(clock.step));
  await Promise.all([long, short, Promise.all(files).then(() => ended.push('files'))]);
  expect(ended.at(-1)).toBe('long');
});

it('what many compute after one another is done in many turns of the event loop, in order', async () => {
  // The turn of the test before is over.
  await nextTurn();
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

it('thousands that wait for time to compute cost no turn anything', async () => {
  const turns = vi.spyOn(globalThis, 'setImmediate');
  const computeInTurn = async (): Promise<void> => {
    await turnWithTime();
    compute(0.05);
  };
  await Promise.all(Array.from({ length: 2_000 }, computeInTurn));
  expect(turns.mock.calls.length).toBeLessThan(1_000);
  turns.mockRestore();
});

it('thousands of questions are begun in many turns, and answered in order', async () => {
  const begun = new Map<number, number>();
  let turn = 0;
  const counting = setImmediate(function count() {
    turn += 1;
    if (begun.size < 5_000) setImmediate(count);
  });
  const answers = await askedInTurns(
    Array.from({ length: 5_000 }, (_, n) => n),
    async (n) => {
      begun.set(n, turn);
      return 2 * n;
    },
  );
  clearImmediate(counting);
  expect(answers).toEqual(Array.from({ length: 5_000 }, (_, n) => 2 * n));
  expect(new Set(begun.values()).size).toBeGreaterThanOrEqual(10);
});

it('a question that is refused refuses the whole, wherever it stands', async () => {
  const ask = async (n: number) => (n === 3 ? Promise.reject(new Error('refused')) : n);
  await expect(
    askedInTurns(
      Array.from({ length: 2_000 }, (_, n) => n),
      ask,
    ),
  ).rejects.toThrow('refused');
});

import { describe, expect, it } from 'vitest';
import { missedAfter, watchLife } from '../../../../main/shells/supervision/life-watch.ts';
import { handTimers } from '../../../support/hand-timers.ts';

const PACE = { everyMs: 10, limitMs: 1000, misses: 2 };

describe('a watched page', () => {
  it('is not taken for hung after one late answer, nor when it refuses to answer while it loads', async () => {
    const timers = handTimers();
    let hung = 0;
    let asked = 0;
    const answers: ((answer: 'yes' | 'no') => void)[] = [];
    const ping = () => {
      asked += 1;
      return new Promise<void>((yes, no) => answers.push((answer) => (answer === 'yes' ? yes() : no(new Error()))));
    };
    watchLife({ ping, timers, pace: PACE, onHung: () => hung++ });
    timers.pass(10);
    timers.pass(1000);
    expect(asked).toBe(2);
    for (const answer of ['yes', 'no', 'yes'] as const) {
      const before = asked;
      answers.at(-1)?.(answer);
      const passed = () => {
        timers.pass(10);
        return asked;
      };
      await expect.poll(passed).toBe(before + 1);
      timers.pass(900);
    }
    expect(hung).toBe(0);
  });

  it('is not taken for hung when the whole machine was asleep', () => {
    expect(missedAfter(1, 1000, PACE)).toBe(2);
    expect(missedAfter(1, 3_600_000, PACE)).toBe(0);
  });

  it('is not asked again once the watch has ended', () => {
    const timers = handTimers();
    let asked = 0;
    const end = watchLife({ ping: async () => asked++, timers, pace: PACE, onHung: () => {} });
    end();
    timers.pass(10_000);
    expect(asked).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { isLongLife } from '../../../../main/shells/supervision/growing-delay.ts';
import { keepRunning, type Life } from '../../../../main/shells/supervision/keep-running.ts';
import { handTimers } from '../../../support/hand-timers.ts';

describe('a process that is kept running', () => {
  function kept() {
    const timers = handTimers();
    const starts: number[] = [];
    const delays: number[] = [];
    let life: Life = { onHealthy: () => {}, onGone: () => {} };
    const running = keepRunning({
      timers,
      start(next) {
        starts.push(timers.now());
        life = next;
        return { stop: async () => next.onGone('stopped') };
      },
      onRestart: (_why, delayMs) => delays.push(delayMs),
    });
    return { timers, starts, delays, running, life: () => life, die: () => life.onGone('killed') };
  }

  it('is started again when it dies, later at each death, up to five seconds: with the start of a browser, slides are back within ten', () => {
    const { timers, starts, delays, die } = kept();
    for (let death = 0; death < 8; death += 1) {
      die();
      timers.pass(10_000);
    }
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
    expect(starts).toHaveLength(9);
  });

  it('is started again quickly after a minute of health', () => {
    const { timers, delays, die } = kept();
    die();
    timers.pass(250);
    die();
    timers.pass(500);
    timers.pass(60_000);
    die();
    expect(delays).toEqual([250, 500, 250]);
  });

  it('is started again quickly each time it was healthy, however short its life', () => {
    const { timers, delays, life, die } = kept();
    for (let death = 0; death < 5; death += 1) {
      life().onHealthy();
      die();
      timers.pass(250);
    }
    die();
    expect(delays).toEqual([250, 250, 250, 250, 250, 500]);
  });

  it('waits for its delay before it starts again', () => {
    const { timers, starts, die } = kept();
    die();
    timers.pass(249);
    expect(starts).toHaveLength(1);
    timers.pass(1);
    expect(starts).toHaveLength(2);
  });

  it('is not started again once it is stopped, neither while it runs nor while it waits', async () => {
    const running = kept();
    await running.running.stop();
    running.timers.pass(60_000);
    expect(running.starts).toHaveLength(1);

    const waiting = kept();
    waiting.die();
    await waiting.running.stop();
    waiting.timers.pass(60_000);
    expect(waiting.starts).toHaveLength(1);
  });

  it('counts one death once, however often it is reported', () => {
    const { timers, starts, delays, life } = kept();
    const first = life();
    first.onGone('killed');
    first.onGone('killed');
    timers.pass(250);
    expect(delays).toEqual([250]);
    expect(starts).toHaveLength(2);
  });
});

describe('a long life', () => {
  it('is one of a minute', () => {
    expect([isLongLife(59_999), isLongLife(60_000)]).toEqual([false, true]);
  });
});

import { describe, expect, it } from 'vitest';
import { growingDelay } from '../../../../main/shells/supervision/growing-delay.ts';
import { keepRunning } from '../../../../main/shells/supervision/keep-running.ts';
import { handTimers } from '../hand-timers.ts';

describe('what is kept running', () => {
  function thing() {
    const timers = handTimers();
    const starts: number[] = [];
    const delays: number[] = [];
    let die: (why: string) => void = () => {};
    const running = keepRunning({
      timers,
      start(onGone) {
        starts.push(timers.now());
        die = onGone;
        return { stop: async () => onGone('stopped') };
      },
      onRestart: (_why, delayMs) => delays.push(delayMs),
    });
    return { timers, starts, delays, running, die: () => die('killed') };
  }

  it('is started again when it dies, later at each death, up to ten seconds', () => {
    const { timers, starts, delays, die } = thing();
    for (let death = 0; death < 8; death += 1) {
      die();
      timers.pass(10_000);
    }
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
    expect(starts).toHaveLength(9);
  });

  it('is started again quickly after a minute of health', () => {
    const { timers, delays, die } = thing();
    die();
    timers.pass(250);
    die();
    timers.pass(500);
    timers.pass(60_000);
    die();
    expect(delays).toEqual([250, 500, 250]);
  });

  it('waits for its delay before it starts again', () => {
    const { timers, starts, die } = thing();
    die();
    timers.pass(249);
    expect(starts).toHaveLength(1);
    timers.pass(1);
    expect(starts).toHaveLength(2);
  });

  it('is not started again once it is stopped, running or waiting', async () => {
    const running = thing();
    await running.running.stop();
    running.timers.pass(60_000);
    expect(running.starts).toHaveLength(1);

    const waiting = thing();
    waiting.die();
    await waiting.running.stop();
    waiting.timers.pass(60_000);
    expect(waiting.starts).toHaveLength(1);
  });

  it('counts one death once, however often it is told', () => {
    const { timers, starts, delays, die } = thing();
    const first = die;
    first();
    first();
    timers.pass(250);
    expect(delays).toEqual([250]);
    expect(starts).toHaveLength(2);
  });
});

describe('the growing delay', () => {
  it('starts over at one minute of health, not before', () => {
    const delay = growingDelay();
    expect([delay.next(0), delay.next(59_999), delay.next(60_000), delay.next(0)]).toEqual([250, 500, 250, 500]);
  });
});

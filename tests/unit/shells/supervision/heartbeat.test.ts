import { describe, expect, test } from 'vitest';
import { newHeartbeat, type Remedy, takePulse } from '../../../../main/shells/supervision/heartbeat.ts';
import { reloadNightly } from '../../../../main/shells/supervision/nightly.ts';
import { handTimers } from '../../../support/hand-timers.ts';

/** Asks a page every ten seconds; gives what was done, with the second at which it was. */
function ask(seconds: number, answerAt: (second: number) => string): [number, Remedy][] {
  let heartbeat = newHeartbeat(0);
  const done: [number, Remedy][] = [];
  for (let second = 10; second <= seconds; second += 10) {
    const taken = takePulse(heartbeat, answerAt(second), second * 1000);
    heartbeat = taken.heartbeat;
    if (taken.remedy) done.push([second, taken.remedy]);
  }
  return done;
}

describe('the heartbeat of a page', () => {
  test('is a new paint at least every three times the longest slide', () => {
    expect(ask(36_000, (second) => `${Math.floor(second / 80)} 30000`)).toEqual([]);
  });

  test('that stops has the page loaded again, then a new window, then a new browser, later each time', () => {
    const done = ask(3_600, () => '12 30000');
    expect(done.slice(0, 4)).toEqual([
      [110, 'reload'],
      [210, 'window'],
      [310, 'relaunch'],
      [500, 'relaunch'],
    ]);
    const pauses = done.slice(1).map(([at], n) => at - (done[n]?.[0] ?? 0));
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(done.length).toBeLessThan(8);
  });

  test('that comes back after a reload begins anew', () => {
    const done = ask(1_000, (second) => (second < 300 ? '12 30000' : second < 600 ? `${second} 30000` : '900 30000'));
    expect(done.map(([, remedy]) => remedy)).toEqual(['reload', 'window', 'reload', 'window', 'relaunch']);
  });

  test('is not expected of a dark screen, a paused one, or a page that is no player', () => {
    for (const answer of ['', '12 0', '12 ']) expect(ask(36_000, () => answer)).toEqual([]);
  });

  test('is missed after half a minute where the browser shows an error in place of the page', () => {
    expect(ask(60, () => 'lost')[0]).toEqual([50, 'reload']);
  });

  test('is not missed for the hours in which the machine slept', () => {
    let heartbeat = newHeartbeat(0);
    for (const ms of [10_000, 20_000, 8 * 3_600_000]) {
      const taken = takePulse(heartbeat, '3 30000', ms);
      expect(taken.remedy).toBeNull();
      heartbeat = taken.heartbeat;
    }
  });
});

test('the page is loaded anew once a night at its hour, and never where there is none', () => {
  const timers = handTimers();
  const begun = new Date(2026, 4, 5, 22, 0).getTime();
  const nights: string[] = [];
  const now = () => new Date(begun + timers.now());
  const reload = () => nights.push(now().toTimeString().slice(0, 5));
  const stop = reloadNightly({ hour: '04:30', timers, now, reload });
  reloadNightly({ hour: '', timers, now, reload: () => nights.push('never') });
  timers.pass(3 * 24 * 3_600_000);
  expect(nights).toEqual(['04:30', '04:30', '04:30']);
  stop();
  timers.pass(2 * 24 * 3_600_000);
  expect(nights).toHaveLength(3);
});

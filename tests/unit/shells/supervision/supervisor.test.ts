import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../../main/settings/settings.ts';
import { serve } from '../../../../main/shells/supervision/serve.ts';
import type { ServiceHost, ServiceListener } from '../../../../main/shells/supervision/service-host.ts';
import { superviseService } from '../../../../main/shells/supervision/supervisor.ts';
import { type HandTimers, handTimers } from '../../../support/hand-timers.ts';
import { testSettings } from '../../../support/settings.ts';

const SETTINGS = testSettings({ content: '/content', state: '/state', at: '2026-05-05T09:00', atSince: 1234 });

interface PuppetHabits {
  /** Whether it closes when it is asked to. */
  readonly obeys?: boolean;
  /** Whether it ends when it is killed. */
  readonly dies?: boolean;
}

/** A service that does what the test says, on the interface that both real hosts have. */
function puppet({ obeys = true, dies = true }: PuppetHabits = {}) {
  const started: Settings[] = [];
  const killed: number[] = [];
  let isHung = false;
  let unanswered = 0;
  let current: ServiceListener | null = null;
  const host: ServiceHost = {
    start(settings, listener) {
      const n = started.push(settings);
      current = listener;
      return {
        send({ type }) {
          if (type === 'ping' && isHung) unanswered += 1;
          if (type === 'ping' && !isHung) listener.onMessage({ type: 'alive' });
          if (type === 'close' && obeys) listener.onExit('code 0');
        },
        kill() {
          killed.push(n);
          if (dies) listener.onExit('SIGKILL');
        },
      };
    },
  };
  return {
    host,
    started,
    killed,
    ready: (url: string) => current?.onMessage({ type: 'ready', url }),
    fail: (message: string) => current?.onMessage({ type: 'failed', message, code: 2 }),
    die: () => current?.onExit('SIGKILL'),
    /** Its event loop stands still from now on. */
    hang() {
      isHung = true;
    },
    /** It runs again, and answers what it was asked meanwhile. */
    wake() {
      isHung = false;
      for (; unanswered > 0; unanswered -= 1) current?.onMessage({ type: 'alive' });
    },
  };
}

function supervised(options?: PuppetHabits) {
  const service = puppet(options);
  const timers = handTimers();
  const ready: string[] = [];
  const failed: string[] = [];
  const restarts: string[] = [];
  const running = superviseService({
    settings: SETTINGS,
    host: service.host,
    timers,
    onReady: (url) => ready.push(url),
    onFailed: ({ message }) => failed.push(message),
    onRestart: (why) => restarts.push(why),
  });
  return { service, timers, ready, failed, restarts, running };
}

describe('the service under its supervisor', () => {
  it('keeps the port that was free at its first start, and its simulated clock, when it comes back', () => {
    const { service, timers, ready } = supervised();
    service.ready('http://127.0.0.1:40123/');
    service.die();
    timers.pass(250);
    service.ready('http://127.0.0.1:40123/');
    expect(service.started.map(({ port }) => port)).toEqual([0, 40123]);
    expect(service.started[1]).toEqual({ ...SETTINGS, port: 40123 });
    expect(ready).toHaveLength(2);
  });

  it('chooses a port again if it died before it had one', () => {
    const { service, timers } = supervised();
    service.die();
    timers.pass(250);
    expect(service.started.map(({ port }) => port)).toEqual([0, 0]);
  });

  it('tells why it cannot serve the first time, and only then', () => {
    const first = supervised();
    first.service.fail('Le port 80 est pris.');
    expect(first.failed).toEqual(['Le port 80 est pris.']);

    const later = supervised();
    later.service.ready('http://127.0.0.1:40123/');
    later.service.die();
    later.timers.pass(250);
    later.service.fail('Le port 40123 est pris.');
    later.service.die();
    later.timers.pass(500);
    expect(later.failed).toEqual([]);
    expect(later.service.started).toHaveLength(3);
  });

  it('tells that it cannot serve when it dies again and again before it ever served, and no more once it has', () => {
    const first = supervised();
    for (let death = 0; death < 4; death++) {
      first.service.die();
      first.timers.pass(10_000);
    }
    expect(first.failed).toEqual([]);
    first.service.die();
    expect(first.failed).toEqual([expect.stringContaining('SIGKILL')]);

    const later = supervised();
    later.service.ready('http://127.0.0.1:40123/');
    for (let death = 0; death < 9; death++) {
      later.service.die();
      later.timers.pass(10_000);
    }
    expect(later.failed).toEqual([]);
  });

  it('is started again at once each time it has served for two seconds, and later each time it has not', () => {
    const { service, timers } = supervised();
    const delayAfter = (servingMs: number) => {
      service.ready('http://127.0.0.1:40123/');
      timers.pass(servingMs);
      const started = service.started.length;
      service.die();
      for (let waitedMs = 0; ; waitedMs += 250) {
        if (service.started.length > started) return waitedMs;
        timers.pass(250);
      }
    };
    expect([2000, 2000, 2000, 1999, 1999, 2000].map(delayAfter)).toEqual([250, 250, 250, 500, 1000, 250]);
  });

  it('closes when asked', async () => {
    const { service, running } = supervised();
    await running.stop();
    expect(service.killed).toEqual([]);
  });

  it('is given up four seconds after it was asked to close, where a hanging share keeps even the killed process', async () => {
    const { service, timers, running } = supervised({ obeys: false, dies: false });
    const stopped = running.stop();
    timers.pass(4_000);
    await stopped;
    expect(service.killed).toEqual([1]);
  });

  it('is killed two seconds after it was asked to close, where it does not', async () => {
    const { service, timers, running } = supervised({ obeys: false });
    const stopped = running.stop();
    timers.pass(1999);
    expect(service.killed).toEqual([]);
    timers.pass(1);
    await stopped;
    expect(service.killed).toEqual([1]);
  });
});

describe('a service that hangs', () => {
  /** Lets seconds pass, with the answers to pings in between. */
  const seconds = async (timers: HandTimers, count: number) => {
    for (let second = 0; second < count; second += 1) {
      timers.pass(1000);
      await Promise.resolve();
      await Promise.resolve();
    }
  };

  it('is killed and replaced within 19 seconds, before and after it has served', async () => {
    const { service, timers, restarts } = supervised();
    service.hang();
    await seconds(timers, 19);
    expect(service.started).toHaveLength(2);
    service.wake();
    service.ready('http://127.0.0.1:40123/');
    await seconds(timers, 120);
    expect(service.started).toHaveLength(2);
    service.hang();
    await seconds(timers, 19);
    expect(service.started).toHaveLength(3);
    expect(restarts).toEqual(['hung', 'hung']);
  });

  it('is left alone when it is only busy for ten seconds', async () => {
    const { service, timers } = supervised();
    service.ready('http://127.0.0.1:40123/');
    await seconds(timers, 1);
    service.hang();
    await seconds(timers, 10);
    service.wake();
    await seconds(timers, 300);
    expect(service.killed).toEqual([]);
  });
});

describe('a display that waits for the service', () => {
  it('is opened when the service is back, also if it died twice meanwhile', async () => {
    const service = puppet();
    const timers = handTimers();
    const serving = serve({ settings: SETTINGS, host: service.host, timers, onRestart: () => {} });
    service.ready('http://127.0.0.1:40123/');
    await expect(serving.first).resolves.toEqual({ url: 'http://127.0.0.1:40123/' });
    await serving.whenUp();
    service.die();
    let up = false;
    const waiting = serving.whenUp().then(() => {
      up = true;
    });
    timers.pass(250);
    service.die();
    timers.pass(500);
    await Promise.resolve();
    expect(up).toBe(false);
    service.ready('http://127.0.0.1:40123/');
    await waiting;
    expect(up).toBe(true);
  });
});

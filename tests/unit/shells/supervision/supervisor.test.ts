import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../../main/settings/settings.ts';
import { serve } from '../../../../main/shells/supervision/serve.ts';
import type { ServiceHost, ServiceListener } from '../../../../main/shells/supervision/service-host.ts';
import { superviseService } from '../../../../main/shells/supervision/supervisor.ts';
import { handTimers } from '../hand-timers.ts';

const SETTINGS: Settings = {
  content: '/content',
  state: '/state',
  at: '2026-05-05T09:00',
  atSince: 1234,
  screen: '',
  host: '127.0.0.1',
  port: 0,
  shell: 'none',
};

/** A service that does what the test says, on the interface that both real hosts have. */
function puppet({ obeys = true, dies = true } = {}) {
  const started: Settings[] = [];
  const killed: number[] = [];
  let current: ServiceListener | null = null;
  const host: ServiceHost = {
    start(settings, listener) {
      const n = started.push(settings);
      current = listener;
      return {
        close: () => obeys && listener.onExit('code 0'),
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
  };
}

function supervised(options?: { obeys?: boolean; dies?: boolean }) {
  const service = puppet(options);
  const timers = handTimers();
  const ready: string[] = [];
  const failed: string[] = [];
  const running = superviseService({
    settings: SETTINGS,
    host: service.host,
    timers,
    onReady: (url) => ready.push(url),
    onFailed: (message) => failed.push(message),
    onRestart: () => {},
  });
  return { service, timers, ready, failed, running };
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

  it('says that it cannot serve when it dies again and again before it ever did, and is silent once it has', () => {
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

  it('closes when asked', async () => {
    const { service, running } = supervised();
    await running.stop();
    expect(service.killed).toEqual([]);
  });

  it('is left to the system after four, when a share that hangs keeps even a killed process', async () => {
    const { service, timers, running } = supervised({ obeys: false, dies: false });
    const stopped = running.stop();
    timers.pass(4_000);
    await stopped;
    expect(service.killed).toEqual([1]);
  });

  it('is killed after two seconds when it does not close', async () => {
    const { service, timers, running } = supervised({ obeys: false });
    const stopped = running.stop();
    timers.pass(1999);
    expect(service.killed).toEqual([]);
    timers.pass(1);
    await stopped;
    expect(service.killed).toEqual([1]);
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

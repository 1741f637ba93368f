import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumArguments } from '../../../../main/shells/chromium/arguments.ts';
import { profileFolder } from '../../../../main/shells/chromium/chromium.ts';
import { prepareProfile } from '../../../../main/shells/chromium/profile.ts';
import { watchPages } from '../../../../main/shells/chromium/watch.ts';
import { missedAfter, watchLife } from '../../../../main/shells/supervision/life-watch.ts';
import { handTimers } from '../hand-timers.ts';

const OPTIONS = {
  url: 'http://127.0.0.1:8420/?screen=Hall',
  profile: '/state/chromium',
  size: { width: 1280, height: 720 },
  root: false,
};

describe('the Chromium of the hall', () => {
  it('shows one page on the whole display, from a profile of our own', () => {
    const args = chromiumArguments(OPTIONS);
    expect(args).toContain('--user-data-dir=/state/chromium');
    expect(args).toContain('--kiosk');
    expect(args).toContain('--app=http://127.0.0.1:8420/?screen=Hall');
    expect(args).toContain('--window-position=0,0');
  });

  it('is one pixel larger than the display on its shorter side, or it would be one smaller on both', () => {
    expect(chromiumArguments(OPTIONS)).toContain('--window-size=1280,721');
    expect(chromiumArguments({ ...OPTIONS, size: { width: 1080, height: 1920 } })).toContain('--window-size=1081,1920');
  });

  it('asks nothing, draws nothing over the wall and calls nobody', () => {
    expect(chromiumArguments(OPTIONS)).toEqual(
      expect.arrayContaining([
        '--no-first-run',
        '--noerrdialogs',
        '--hide-crash-restore-bubble',
        '--disable-sync',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-pinch',
        '--overscroll-history-navigation=0',
        '--autoplay-policy=no-user-gesture-required',
      ]),
    );
  });

  it('gives up its sandbox only as root, where it could not start with it', () => {
    expect(chromiumArguments(OPTIONS)).not.toContain('--no-sandbox');
    expect(chromiumArguments({ ...OPTIONS, root: true })).toContain('--no-sandbox');
  });

  it('keeps its profile in the state folder, except the one of a snap, which may not look there', () => {
    expect(profileFolder('/usr/bin/chromium', '/state', '/home/ecole')).toBe('/state/chromium');
    const snap = (state: string) => profileFolder('/snap/bin/chromium', state, '/home/ecole');
    expect(snap('/state')).toMatch(/^\/home\/ecole\/snap\/chromium\/common\/preau-\w{8}$/);
    // Two state folders are two walls: neither may end the other's Chromium.
    expect(snap('/state')).not.toBe(snap('/other'));
  });
});

describe('the profile before a start', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'preau-profile-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made where there is none', () => {
    prepareProfile(join(folder, 'new', 'chromium'));
    expect(existsSync(join(folder, 'new', 'chromium'))).toBe(true);
  });

  it('loses the locks that a power cut left, and nothing else', () => {
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Local State'), '{}');
    symlinkSync('old-machine-4242', join(folder, 'SingletonLock'));
    symlinkSync('/tmp/gone/SingletonSocket', join(folder, 'SingletonSocket'));
    symlinkSync('123456789', join(folder, 'SingletonCookie'));
    prepareProfile(folder);
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
      expect(() => lstatSync(join(folder, name))).toThrow('ENOENT');
    }
    expect(existsSync(join(folder, 'Default'))).toBe(true);
    expect(existsSync(join(folder, 'Local State'))).toBe(true);
  });

  it('does not end a stranger that has the number of a dead Chromium', () => {
    // Our own process is alive, and is no Chromium on that profile.
    symlinkSync(`${process.env.HOSTNAME ?? 'here'}-${process.pid}`, join(folder, 'SingletonLock'));
    prepareProfile(folder);
    expect(process.kill(process.pid, 0)).toBe(true);
  });
});

describe('a page that crashes', () => {
  it('is heard on the debugging pipe, also when the message comes in pieces', () => {
    const fromChromium = new PassThrough();
    const toChromium = new PassThrough();
    let crashes = 0;
    watchPages(toChromium, fromChromium, () => {
      crashes += 1;
    });
    expect(String(toChromium.read())).toContain('Target.setDiscoverTargets');
    fromChromium.write('{"id":1,"result":{}}\0{"method":"Target.targetCreated","params":{}}\0');
    fromChromium.read();
    expect(crashes).toBe(0);
    fromChromium.write('{"method":"Target.target');
    fromChromium.write('Crashed","params":{"targetId":"A"}}\0');
    return expect.poll(() => crashes).toBe(1);
  });
});

describe('a page that hangs', () => {
  const message = (value: object) => `${JSON.stringify(value)}\0`;
  const attached = { method: 'Target.attachedToTarget', params: { sessionId: 'P', targetInfo: { type: 'page' } } };

  function watched() {
    const fromChromium = new PassThrough();
    const asked: { id: number; method: string; sessionId?: string }[] = [];
    const toChromium = new PassThrough().setEncoding('utf8');
    toChromium.on('data', (text: string) => {
      for (const one of text.split('\0').filter(Boolean)) asked.push(JSON.parse(one));
    });
    const lost: string[] = [];
    const timers = handTimers();
    const pace = { everyMs: 100, limitMs: 1000, misses: 2 };
    watchPages(toChromium, fromChromium, (why) => lost.push(why), { timers, pace });
    return { fromChromium, asked, lost, timers };
  }

  it('is asked on its own thread, and is lost after two answers that never came', async () => {
    const { fromChromium, asked, lost, timers } = watched();
    fromChromium.write(message(attached));
    timers.pass(100);
    await expect.poll(() => asked.at(-1)).toMatchObject({ method: 'Runtime.evaluate', sessionId: 'P' });
    fromChromium.write(message({ id: asked.at(-1)?.id, sessionId: 'P', result: {} }));
    const questions = asked.length;
    const passed = () => {
      timers.pass(100);
      return asked.length;
    };
    await expect.poll(passed).toBe(questions + 1);
    timers.pass(1000);
    expect(lost).toEqual([]);
    timers.pass(1000);
    expect(lost).toEqual(['hung']);
  });
});

describe('whether a page lives', () => {
  const pace = { everyMs: 10, limitMs: 1000, misses: 2 };

  it('is not doubted for one late answer, nor for a refusal while it loads', async () => {
    const timers = handTimers();
    let hung = 0;
    let asked = 0;
    const answers: ((answer: 'yes' | 'no') => void)[] = [];
    const ping = () => {
      asked += 1;
      return new Promise<void>((yes, no) => answers.push((answer) => (answer === 'yes' ? yes() : no(new Error()))));
    };
    watchLife({ ping, timers, pace, onHung: () => hung++ });
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

  it('is not doubted when the whole machine was asleep', () => {
    expect(missedAfter(1, 1000, pace)).toBe(2);
    expect(missedAfter(1, 3_600_000, pace)).toBe(0);
  });
});

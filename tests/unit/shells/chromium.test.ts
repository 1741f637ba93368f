import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileFolder } from '../../../main/shells/chromium.ts';
import { chromiumArguments } from '../../../main/shells/chromium-arguments.ts';
import { prepareProfile } from '../../../main/shells/chromium-profile.ts';
import { watchPages } from '../../../main/shells/chromium-watch.ts';

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

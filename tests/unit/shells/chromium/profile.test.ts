import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileFolder } from '../../../../main/shells/chromium/open-chromium.ts';
import { prepareProfile } from '../../../../main/shells/chromium/profile.ts';

describe('the profile of Chromium', () => {
  it('is in the state folder, except for a snap, which may not look there', () => {
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

  it('does not end an unrelated process that has the number of a dead Chromium', () => {
    // Our own process is alive, and is no Chromium on that profile.
    symlinkSync(`${hostname()}-${process.pid}`, join(folder, 'SingletonLock'));
    prepareProfile(folder);
    expect(process.kill(process.pid, 0)).toBe(true);
  });

  it('is made anew where it is damaged, and where a file or a folder stands in the place of its parts', () => {
    writeFileSync(join(folder, 'Local State'), '\0\0');
    mkdirSync(join(folder, 'SingletonLock'));
    prepareProfile(folder, true);
    expect(existsSync(join(folder, 'Local State'))).toBe(false);
    mkdirSync(join(folder, 'SingletonLock', 'inside'), { recursive: true });
    prepareProfile(folder);
    expect(existsSync(join(folder, 'SingletonLock'))).toBe(false);
    const file = join(folder, 'chromium');
    writeFileSync(file, 'not a folder');
    prepareProfile(file);
    expect(statSync(file).isDirectory()).toBe(true);
  });
});

import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { takeDisplay } from '../../../../main/shells/supervision/display-lock.ts';

let state = '';
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'preau-display-'));
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

const file = () => join(state, readdirSync(state)[0] ?? '');

describe('the lock of the display of a state folder', () => {
  it('is held by one living Préau at a time, and by the next once it is given back', () => {
    const give = takeDisplay(state);
    expect(give).not.toBeNull();
    expect(takeDisplay(state)).toBeNull();
    give?.();
    expect(takeDisplay(state)).not.toBeNull();
  });

  it('is free after a Préau that was killed', async () => {
    const give = takeDisplay(state);
    const name = file();
    const lock = JSON.parse(readFileSync(name, 'utf8')) as object;
    give?.();
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(name, JSON.stringify({ ...lock, pid: child.pid }));
    expect(takeDisplay(state)).not.toBeNull();
  });

  it.runIf(process.platform === 'linux')('is free when another process has the number of the dead Préau', () => {
    takeDisplay(state);
    const lock = JSON.parse(readFileSync(file(), 'utf8')) as object;
    writeFileSync(file(), JSON.stringify({ ...lock, born: 'another run of the machine/1' }));
    expect(takeDisplay(state)).not.toBeNull();
  });

  it('is free when the machine has been renamed since, and when a power cut left the lock incomplete', () => {
    takeDisplay(state);
    const name = file();
    writeFileSync(name, JSON.stringify({ host: `not ${hostname()}`, pid: process.pid, born: null }));
    expect(takeDisplay(state)).not.toBeNull();
    writeFileSync(name, '');
    expect(takeDisplay(state)).toBeNull();
    utimesSync(name, 0, 0);
    expect(takeDisplay(state)).not.toBeNull();
  });

  it('is free where the system tells no births (Windows), and another process has the number since a fast start-up', () => {
    takeDisplay(state);
    const name = file();
    writeFileSync(name, JSON.stringify({ host: hostname(), pid: process.pid, born: null }));
    expect(takeDisplay(state)).toBeNull();
    const before = (Date.now() - 5 * 60_000) / 1000;
    utimesSync(name, before, before);
    expect(takeDisplay(state)).not.toBeNull();
  });

  it('stays that of a Préau that has run for long', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    takeDisplay(state);
    const before = (Date.now() - 5 * 60_000) / 1000;
    utimesSync(file(), before, before);
    vi.advanceTimersByTime(20_000);
    expect(Date.now() - statSync(file()).mtimeMs).toBeLessThan(60_000);
  });

  it('is free when a folder stands in the place of the lock', () => {
    mkdirSync(join(state, 'affichage.json', 'inside'), { recursive: true });
    expect(takeDisplay(state)).not.toBeNull();
    expect(statSync(join(state, 'affichage.json')).isFile()).toBe(true);
  });
});

import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChromium } from '../../../../main/shells/chromium/open-chromium.ts';
import type { DisplayFault } from '../../../../main/shells/display-fault.ts';
import type { Running } from '../../../../main/shells/supervision/keep-running.ts';

let folder = '';
let running: Running | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preau-browser-'));
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a stand-in for Chromium: a shell script named `browser`. `place`: of the profile. */
function open(script: string, place = 'profile') {
  const executable = join(folder, 'browser');
  writeFileSync(executable, `#!/bin/sh\n${script}\n`);
  chmodSync(executable, 0o755);
  const profile = join(folder, place);
  if (place === 'profile') {
    mkdirSync(profile);
    writeFileSync(join(profile, 'Local State'), '{}');
  }
  const faults: DisplayFault[] = [];
  const delays: number[] = [];
  running = openChromium({
    executable,
    address: async () => 'http://127.0.0.1:1/',
    profile,
    area: { x: 0, y: 0, width: 1280, height: 720 },
    onRestart: (_why, delayMs) => delays.push(delayMs),
    onUnpainted: (fault) => faults.push(fault),
  });
  return { faults, delays, hasOldProfile: () => existsSync(join(profile, 'Local State')) };
}

/** An event of the debugging pipe, which is descriptor 4 of the browser. */
const event = (message: object) => `printf '%s\\0' '${JSON.stringify(message)}' >&4`;
const PAINTS = [
  event({ method: 'Target.attachedToTarget', params: { sessionId: 'P', targetInfo: { type: 'page' } } }),
  event({ method: 'Page.lifecycleEvent', sessionId: 'P', params: { name: 'firstContentfulPaint' } }),
].join('\n');

describe.runIf(process.platform !== 'win32')('a Chromium that is kept open', () => {
  it('that dies three times before it paints is told of once, in its own words, and keeps its profile', async () => {
    const { faults, delays, hasOldProfile } = open('echo "No usable sandbox! See the manual." >&2; exit 1');
    await expect.poll(() => delays.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
    expect(faults).toEqual([{ cause: 'sandbox', quote: 'No usable sandbox! See the manual.' }]);
    expect(hasOldProfile()).toBe(true);
  });

  it('that does not say why it dies before it paints gets a new profile', async () => {
    const { faults, delays, hasOldProfile } = open('exit 1');
    await expect.poll(() => delays.length).toBeGreaterThanOrEqual(4);
    expect(faults).toEqual([{ cause: 'unknown', quote: '' }]);
    expect(hasOldProfile()).toBe(false);
  });

  it('that dies after it has painted is started again at once each time, and nobody is told', async () => {
    const { faults, delays } = open(`${PAINTS}\nsleep 0.2\nexit 1`);
    await expect.poll(() => delays.slice(0, 5)).toEqual([250, 250, 250, 250, 250]);
    expect(faults).toEqual([]);
  });

  it('whose profile cannot be made is told of, with the error of the system', async () => {
    const { faults } = open('exit 1', join('browser', 'profile'));
    await expect.poll(() => faults.length).toBe(1);
    expect(faults[0]).toMatchObject({ cause: 'profile', quote: expect.stringContaining('ENOTDIR') });
  });

  it('that is not there any more is told of like one that dies', async () => {
    const { faults } = open('exit 1');
    rmSync(join(folder, 'browser'));
    await expect.poll(() => faults.length).toBe(1);
  });
});

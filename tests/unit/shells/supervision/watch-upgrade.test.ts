import { expect, test } from 'vitest';
import { watchUpgrade } from '../../../../main/shells/supervision/watch-upgrade.ts';
import { handTimers } from '../hand-timers.ts';

test('the service ends once another build lies whole on the disk, and not while it is being replaced', () => {
  const timers = handTimers();
  let disk: string | null = 'old';
  let upgrades = 0;
  watchUpgrade({ running: 'old', onDisk: () => disk, timers, onUpgrade: () => upgrades++ });
  timers.pass(60_000);
  disk = null;
  timers.pass(60_000);
  disk = 'old';
  timers.pass(60_000);
  expect(upgrades).toBe(0);
  disk = 'new';
  timers.pass(3_000);
  expect(upgrades).toBe(0);
  timers.pass(600_000);
  expect(upgrades).toBe(1);
});

test('what runs from sources is never upgraded', () => {
  const timers = handTimers();
  watchUpgrade({ running: null, onDisk: () => 'new', timers, onUpgrade: () => expect.unreachable() });
  timers.pass(600_000);
});

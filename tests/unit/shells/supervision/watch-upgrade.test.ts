import { expect, test } from 'vitest';
import { watchUpgrade } from '../../../../main/shells/supervision/watch-upgrade.ts';
import { handTimers } from '../../../support/hand-timers.ts';

function watching(first: string | null) {
  const timers = handTimers();
  let installed = first;
  let upgrades = 0;
  watchUpgrade({ installed: () => installed, timers, onUpgrade: () => upgrades++ });
  /** How often an upgrade was told after a minute in which this build is the installed one. */
  return (build: string | null): number => {
    installed = build;
    timers.pass(60_000);
    return upgrades;
  };
}

test('the service ends once another build is installed, and not while it is being replaced', () => {
  const after = watching('old');
  expect([after('old'), after(null), after('old')]).toEqual([0, 0, 0]);
  expect([after('new'), after('newer')]).toEqual([1, 1]);
});

test('what runs from a checkout is never upgraded', () => {
  expect(watching(null)('new')).toBe(0);
});

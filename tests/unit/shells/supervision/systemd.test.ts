import { expect, test } from 'vitest';
import { connectSystemd } from '../../../../main/shells/supervision/systemd.ts';
import { handTimers } from '../../../support/hand-timers.ts';

test('systemd hears that Préau serves, then a sign of life in time, and nothing any more once it stops', () => {
  const timers = handTimers();
  const said: string[] = [];
  const env = { NOTIFY_SOCKET: '/run/notify', WATCHDOG_USEC: '60000000' };
  const systemd = connectSystemd({ env, timers, send: (assignment) => said.push(assignment) });
  timers.pass(100_000);
  expect(said).toEqual([]);
  systemd.ready();
  timers.pass(60_000);
  expect(said).toEqual(['READY=1', ...Array<string>(4).fill('WATCHDOG=1')]);
  systemd.stop();
  timers.pass(600_000);
  expect(said.slice(5)).toEqual(['STOPPING=1']);
});

test('outside systemd nothing is said, and without a watchdog only the start', () => {
  const timers = handTimers();
  const said: string[] = [];
  const send = (assignment: string) => said.push(assignment);
  connectSystemd({ env: {}, timers, send }).ready();
  connectSystemd({ env: { NOTIFY_SOCKET: '/run/notify' }, timers, send }).ready();
  timers.pass(600_000);
  expect(said).toEqual(['READY=1']);
});

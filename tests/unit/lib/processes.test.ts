import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { isProcessAlive, killGroup } from '../../../main/lib/processes.ts';

test('on Windows a process ends with all that it has started: they are found by it, so it ends last', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const pid = child.pid ?? expect.fail();
  const ended = once(child, 'exit');
  let finish = (): void => expect.fail('taskkill was not started');
  killGroup(pid, 'SIGKILL', 'win32', (command, args, done) => {
    expect([command, ...args]).toEqual(['taskkill', '/pid', String(pid), '/t', '/f']);
    finish = done;
  });
  expect(isProcessAlive(pid)).toBe(true);
  finish();
  await ended;
  expect(isProcessAlive(pid)).toBe(false);
  // Its number may be free by then: nothing happens.
  killGroup(pid, 'SIGKILL', 'win32', (_command, _args, done) => done());
});

test.runIf(process.platform !== 'win32')('elsewhere its whole group ends', async () => {
  const script =
    "require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' }); setInterval(() => {}, 1000); console.log('up')";
  const child = spawn(process.execPath, ['-e', script], { detached: true });
  await once(child.stdout, 'data');
  killGroup(child.pid ?? expect.fail());
  // The sleep holds this pipe too: it closes with the last of the group.
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
});

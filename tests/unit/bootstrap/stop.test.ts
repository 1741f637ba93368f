import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../../support/processes.ts';

/** A house of its own, with an npm that notes its number and that of what it started, and then takes for ever. */
let root = '';
let started: ChildProcess[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'preau-stop-'));
  mkdirSync(join(root, 'main'));
  mkdirSync(join(root, 'bin'));
  copyFileSync(new URL('../../../main/bootstrap.mjs', import.meta.url), join(root, 'main/bootstrap.mjs'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\nsleep 600 &\necho $$ $! > ${root}/pids\nwait\n`);
  chmodSync(join(root, 'bin/npm'), 0o755);
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
  rmSync(root, { recursive: true, force: true });
});

function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const path = `${join(root, 'bin')}:${process.env.PATH}`;
  const { npm_lifecycle_event: _event, npm_execpath: _path, ...rest } = process.env;
  const child = spawn(command, args, { env: { ...rest, ...env, PATH: path }, stdio: 'ignore' });
  started.push(child);
  return child;
}

const installing = async (): Promise<number[]> => {
  await expect.poll(() => existsSync(join(root, 'pids')) && readFileSync(join(root, 'pids'), 'utf8')).toMatch(/\n/);
  return readFileSync(join(root, 'pids'), 'utf8').split(' ').map(Number);
};

describe.runIf(process.platform === 'linux')('npm start that is told to stop while it installs', () => {
  it('ends, with all that it started', async () => {
    const child = start(process.execPath, [join(root, 'main/bootstrap.mjs'), 'start']);
    const pids = await installing();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    await expect.poll(() => pids.filter(isAlive), { timeout: 3000 }).toEqual([]);
  });

  it('ends with the npm that called it, which passes no signal on', async () => {
    const caller = start('sh', ['-c', `${process.execPath} ${join(root, 'main/bootstrap.mjs')} start & wait`], {
      npm_lifecycle_event: 'start',
    });
    const pids = await installing();
    caller.kill('SIGTERM');
    await expect.poll(() => pids.filter(isAlive), { timeout: 3000 }).toEqual([]);
  });
});

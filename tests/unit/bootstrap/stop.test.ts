import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../../support/processes.ts';
import { within } from '../../support/within.ts';

/** A checkout of its own, with an npm that writes its process number and that of its child to a file, and then never ends. */
let root = '';
let started: ChildProcess[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'preau-stop-'));
  mkdirSync(join(root, 'main'));
  mkdirSync(join(root, 'bin'));
  for (const name of ['bootstrap.mjs', 'bootstrap']) {
    cpSync(new URL(`../../../main/${name}`, import.meta.url), join(root, 'main', name), { recursive: true });
  }
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\nsleep 600 &\necho $$ $! > ${root}/pids\nwait\n`);
  chmodSync(join(root, 'bin/npm'), 0o755);
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
  rmSync(root, { recursive: true, force: true });
});

function start(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  stderr: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const path = `${join(root, 'bin')}:${process.env.PATH}`;
  const { npm_lifecycle_event: _event, npm_execpath: _path, ...rest } = process.env;
  const child = spawn(command, args, { env: { ...rest, ...env, PATH: path }, stdio: ['ignore', 'ignore', stderr] });
  started.push(child);
  return child;
}

/** Numbers of the processes that install. */
const installing = async (): Promise<number[]> => {
  await expect.poll(() => existsSync(join(root, 'pids')) && readFileSync(join(root, 'pids'), 'utf8')).toMatch(/\n/);
  return readFileSync(join(root, 'pids'), 'utf8').split(' ').map(Number);
};

describe.runIf(process.platform === 'linux')('npm start that is asked to end while it installs', () => {
  it('ends, and so do all the processes that it started', async () => {
    const child = start(process.execPath, [join(root, 'main/bootstrap.mjs'), 'start']);
    const pids = await installing();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await within(3_000, async () => {
      child.kill('SIGTERM');
      expect(await ended).toBe(143);
      await expect.poll(() => pids.filter(isAlive)).toEqual([]);
    });
  });

  it('ends when the npm that called it is ended, which passes no signal on', async () => {
    const caller = start('sh', ['-c', `${process.execPath} ${join(root, 'main/bootstrap.mjs')} start & wait`], {
      npm_lifecycle_event: 'start',
    });
    const pids = await installing();
    await within(3_000, async () => {
      caller.kill('SIGTERM');
      await expect.poll(() => pids.filter(isAlive)).toEqual([]);
    });
  });
});

describe.runIf(process.platform === 'linux')('npm start whose installation fails', () => {
  it('passes on what npm said, and says what to do behind a proxy', async () => {
    writeFileSync(join(root, 'bin/npm'), '#!/bin/sh\necho "npm error code SELF_SIGNED_CERT_IN_CHAIN" >&2\nexit 1\n');
    const child = start(process.execPath, [join(root, 'main/bootstrap.mjs'), 'start'], {}, 'pipe');
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
    expect(said).toContain('npm error code SELF_SIGNED_CERT_IN_CHAIN\n');
    expect(said).toContain('NODE_EXTRA_CA_CERTS');
  });
});

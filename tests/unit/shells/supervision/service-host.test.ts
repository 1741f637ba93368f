import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isServiceMessage, serviceEnvironment } from '../../../../main/shells/supervision/service-host.ts';
import { skipBecause } from '../../../support/skip-because.ts';

/** As it was built: the process of the test runs no TypeScript. */
const ASK_SHARE = new URL('../../../../build/modules/content/scan/share-queue.js', import.meta.url).href;

const STATE = { state: join(tmpdir(), 'preau-no-state') };

describe('the environment of the service', () => {
  it('lets the wall read its pictures while a share hangs, with two hundred files of it asked for', async (context) => {
    if (process.platform === 'win32') skipBecause(context, 'there are no named pipes in folders');
    const dir = await mkdtemp(join(tmpdir(), 'hang-'));
    try {
      const pipes = Array.from({ length: 200 }, (_, index) => join(dir, `pipe-${index}`));
      execFileSync('mkfifo', pipes);
      await writeFile(join(dir, 'affiche.webp'), 'image');
      const script = `
        import { open, readFile } from 'node:fs/promises';
        import { askShare } from ${JSON.stringify(ASK_SHARE)};
        for (const pipe of ${JSON.stringify(pipes)}) void askShare(() => open(pipe, 'r'));
        console.log(await readFile(${JSON.stringify(join(dir, 'affiche.webp'))}, 'utf8'));
        process.kill(process.pid, 'SIGKILL');`;
      const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
        env: serviceEnvironment(process.env, STATE),
        timeout: 30_000,
      });
      expect(await run.catch(({ stdout }: { stdout: string }) => ({ stdout }))).toMatchObject({ stdout: 'image\n' });
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('has more threads than a hanging share can hold: those that read it, and one for each decoding thread', () => {
    const threads = Number(serviceEnvironment({}, STATE).UV_THREADPOOL_SIZE);
    expect(threads).toBeGreaterThan(16 + availableParallelism() + 1);
  });

  it('lets Node keep what it has compiled beside the rest of the state', () => {
    const { NODE_COMPILE_CACHE: folder = '' } = serviceEnvironment({}, { state: '/var/lib/preau' });
    expect(dirname(folder)).toBe(join('/var/lib/preau', 'compiled'));
  });

  it('keeps the values that the technician has set', () => {
    expect(serviceEnvironment({ UV_THREADPOOL_SIZE: '32' }, STATE)).toMatchObject({ UV_THREADPOOL_SIZE: '32' });
  });
});

describe('the messages of the service', () => {
  it('are told from everything else that a process may send', () => {
    expect(isServiceMessage({ type: 'ready', url: 'http://127.0.0.1/' })).toBe(true);
    expect(isServiceMessage({ type: 'alive' })).toBe(true);
    for (const other of [null, 'ready', {}, { type: 'close' }, undefined]) expect(isServiceMessage(other)).toBe(false);
  });
});

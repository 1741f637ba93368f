import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { serviceEnvironment } from '../../../../main/shells/supervision/service-host.ts';
import { skipBecause } from '../../../support/skip-because.ts';

/** As it was built: the process that it is for runs no TypeScript. */
const ASK_SHARE = new URL('../../../../build/main/content/share-queue.js', import.meta.url).href;

describe('the environment of the service', () => {
  it('lets the wall read its pictures while a share hangs that was asked about two hundred files', async (context) => {
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
        env: serviceEnvironment(process.env),
        timeout: 10_000,
      });
      expect(await run.catch(({ stdout }: { stdout: string }) => ({ stdout }))).toMatchObject({ stdout: 'image\n' });
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('has threads for all that a share may hold: looks at it, and each thread that decodes', () => {
    const threads = Number(serviceEnvironment({}).UV_THREADPOOL_SIZE);
    expect(threads).toBeGreaterThan(16 + availableParallelism() + 1);
  });

  it('leaves to the technician what the technician has set', () => {
    expect(serviceEnvironment({ UV_THREADPOOL_SIZE: '32' })).toMatchObject({ UV_THREADPOOL_SIZE: '32' });
  });
});

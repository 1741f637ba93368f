import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolders, type Folders } from '../support/service.ts';
import type { Bench } from './bench-part.ts';
import { type Row, spreadOf } from './figures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sample folder: from the command to the line with the address. */
export async function benchStart({ quick }: Bench): Promise<Row[]> {
  const rounds = quick ? 2 : 5;
  const folders = await createFolders('sample');
  const seconds: number[] = [];
  const bare: number[] = [];
  const idle: number[] = [];
  try {
    const first = await startOnce(folders, 'main/bootstrap.mjs');
    for (let round = 0; round < rounds; round += 1) {
      seconds.push(await startOnce(folders, 'main/bootstrap.mjs'));
      bare.push(await startOnce(folders, 'build/main/cli.js'));
      idle.push(await bootstrapOnce());
    }
    return [
      { what: 'first start → its line', figure: spreadOf([first]) },
      { what: 'second start → its line', figure: spreadOf(seconds) },
      { what: 'the same without the bootstrap', figure: spreadOf(bare) },
      { what: 'bootstrap when nothing is out of date', figure: spreadOf(idle) },
    ];
  } finally {
    await folders.dispose();
  }
}

async function startOnce({ content, state }: Folders, script: string): Promise<number> {
  const flags = ['--shell=none', '--port=0', `--content=${content}`, `--state=${state}`];
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, script), 'start', ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  const took = performance.now() - begun;
  child.kill('SIGTERM');
  await ended;
  return took;
}

async function bootstrapOnce(): Promise<number> {
  const begun = performance.now();
  await once(
    spawn(process.execPath, [join(root, 'main/bootstrap.mjs'), 'build'], { cwd: root, stdio: 'ignore' }),
    'exit',
  );
  return performance.now() - begun;
}

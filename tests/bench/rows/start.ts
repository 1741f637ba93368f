/**
 * The sample folder: from the command to the line with the address, beside the same without the bootstrap.
 *
 * What would make it lie: a build that is out of date, which the first start would make; a state that the first start left
 * half written.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolders, type Folders } from '../../support/service.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { interleaved } from '../statistics.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const row: Row = {
  name: 'start',
  notShown: 'The browser, which opens after the line; a disk that has not read these files before.',
  run: benchStart,
};

async function benchStart(bench: Bench): Promise<Measured[]> {
  const folders = await createFolders('sample');
  try {
    const starts = await interleaved(bench.rounds(10), {
      ours: () => startOnce(folders, 'main/bootstrap.mjs'),
      reference: () => startOnce(folders, 'build/main/cli.js'),
    });
    return [
      {
        what: 'npm start, not the first time → it serves',
        against: 'the same without the bootstrap',
        unit: 'ms',
        values: starts.ours,
        reference: starts.reference,
        aims: [],
        headline: true,
      },
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

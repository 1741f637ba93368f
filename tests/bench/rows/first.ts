/**
 * 10,000 texts, read for the first time and at a warm start: process start → all are on the wall. Beside it, `find -printf` of the
 * folder and all its bytes read once by one process: what no program that knows the folder can do without.
 *
 * What would make it lie: bytes that are in no cache for the one that comes first (both read the same files in turn, after a round
 * for nobody); a service that answers before it has read (it is asked until it knows all items, and a warm start until it has
 * also compared the folder with what it saved); a reference that pays for a start of its own (`find` starts in
 * milliseconds, and the files are read by a process that runs).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folders } from '../../support/service.ts';
import { startService } from '../../support/service.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { interleaved } from '../statistics.ts';
import { folderOfTexts, haveRead, nameOf } from '../texts.ts';

export const row: Row = {
  name: 'first',
  notShown:
    'A disk that has to be read, which costs both the same; dates in names, PDF, Office, which cost their own reading. A bare program of Node that only looks at each text twice, reads, hashes and renders it takes about 13x of the same reference, and 5x to 7x where it looks once and reads.',
  run: benchFirst,
};

const COUNT = 10_000;

async function benchFirst(bench: Bench): Promise<Measured[]> {
  const count = bench.quick ? 1_000 : COUNT;
  const folders = await folderOfTexts(count);
  const reference = async () => listAndRead(folders, count);
  try {
    const first = await interleaved(bench.rounds(10), {
      reference,
      ours: async () => {
        await rm(folders.state, { recursive: true, force: true });
        return start(folders, count);
      },
    });
    const warm = await interleaved(bench.rounds(10), { reference, ours: () => start(folders, count) });
    const against = '`find -printf`, and the bytes read';
    const of = `${count.toLocaleString('en')} texts`;
    return [
      {
        what: `${of}, read for the first time`,
        against,
        unit: 'ms',
        ...named(first),
        aims: [{ of: 'ratio', most: 8 }],
      },
      { what: `${of}, warm start`, against, unit: 'ms', ...named(warm), aims: [{ of: 'ratio', most: 10 }] },
    ];
  } finally {
    await folders.dispose();
  }
}

const named = ({ ours, reference }: { ours: number[]; reference: number[] }) => ({ values: ours, reference });

/** Milliseconds from the start of the process until all is known. */
async function start(folders: Folders, count: number): Promise<number> {
  const begun = performance.now();
  const service = await startService(folders);
  try {
    await haveRead(service, count);
    return performance.now() - begun;
  } finally {
    await service.stop();
  }
}

function listAndRead({ content }: Folders, count: number): number {
  const begun = performance.now();
  execFileSync('find', [content, '-printf', '%p %s %T@ %i\\n'], { maxBuffer: 1e9 });
  for (let n = 0; n < count; n += 1) readFileSync(join(content, nameOf(n)));
  return performance.now() - begun;
}

/**
 * Loaded into a service whose memory is measured (see `in-use.ts`): at SIGUSR2 it collects its garbage, and writes how many bytes it
 * has in use then.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const file = process.env.PREAU_BENCH_IN_USE;
if (isMainThread && file !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    const { rss, heapTotal, heapUsed } = process.memoryUsage();
    writeFileSync(`${file}.new`, String(rss - heapTotal + heapUsed));
    renameSync(`${file}.new`, file);
  });
}

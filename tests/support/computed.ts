import { readFileSync } from 'node:fs';

/** What the main thread of this process has computed, milliseconds: on Linux to 10 ms, whatever else the machine does. */
export function computedMs(): number {
  if (process.platform !== 'linux') return performance.now();
  const stat = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Its time in user and in system mode, in hundredths of a second.
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** For how long this work computes, milliseconds: the time in which others had the processor does not count. */
export function computing(work: () => unknown): number {
  const before = computedMs();
  work();
  return computedMs() - before;
}

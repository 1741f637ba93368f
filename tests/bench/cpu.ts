import { readdirSync, readFileSync } from 'node:fs';
import { descendants } from '../support/processes.ts';

/** Nanoseconds that a thread has run, by `PID/TID`. */
type Clock = ReadonlyMap<string, number>;

/**
 * Starts to count the processor time of processes and their descendants; the function that it returns tells the seconds since then.
 * The system counts each thread in nanoseconds, and processes only in hundredths of a second, which is more than a page at rest
 * takes in ten seconds. Linux.
 */
export function countCpu(pids: readonly number[]): () => number {
  const before = clockOf(pids);
  return () => {
    const now = [...clockOf(pids)];
    return now.reduce((sum, [thread, ran]) => sum + ran - (before.get(thread) ?? 0), 0) / 1e9;
  };
}

function clockOf(pids: readonly number[]): Clock {
  const all = pids.flatMap((pid) => [pid, ...descendants(pid).map((process) => process.pid)]);
  return new Map(all.flatMap(threadsOf));
}

function threadsOf(pid: number): [string, number][] {
  return idsIn(`/proc/${pid}/task`).flatMap((thread) => {
    try {
      const [ran = ''] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
      return [[`${pid}/${thread}`, Number(ran)]];
    } catch {
      return []; // It has ended.
    }
  });
}

function idsIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // The process has ended.
  }
}

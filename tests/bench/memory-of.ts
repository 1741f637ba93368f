import { readFileSync } from 'node:fs';
import { descendants } from '../support/processes.ts';

/** Memory of a process and its descendants, MB. What several of them share counts once (proportional set size). Linux. */
export function memoryMb(pid: number): number {
  const pids = [pid, ...descendants(pid).map((process) => process.pid)];
  return pids.reduce((sum, each) => sum + kilobytesOf(each), 0) / 1024;
}

/** Resident memory of a process and its threads, MB. Linux. */
export function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

function kilobytesOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // It has ended.
  }
}

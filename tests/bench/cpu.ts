import { readFileSync } from 'node:fs';
import { descendants } from '../support/processes.ts';

/** Ticks of CPU time in a second (`getconf CLK_TCK`). */
const TICKS = 100;

/** CPU time that a process and its descendants have used so far, seconds. Linux. */
export function cpuSeconds(pid: number): number {
  const pids = [pid, ...descendants(pid).map((process) => process.pid)];
  return pids.reduce((sum, each) => sum + ticksOf(each), 0) / TICKS;
}

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, in brackets: state is field 3; time in user mode is field 14, in the kernel 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0; // It has ended.
  }
}

import { readFileSync } from 'node:fs';

/**
 * When this process was born, as a text that no other process of this number has: the run of the machine, and the ticks
 * from its start (proc(5): field 22 of stat). null where it does not run, or the system does not tell (no /proc).
 */
export function bornAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything: fields are counted from the last bracket, the third on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return null; // No such process, or no /proc.
  }
}

import { readFileSync } from 'node:fs';
import { bootId } from '../../lib/processes.ts';

/**
 * A text that identifies a process, also after its number was given to another one: the id of this boot, and the clock
 * ticks from the boot to the start of the process (proc(5), field 22 of stat). null where there is no such process, or the
 * system does not tell (no /proc).
 */
export function bornAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold spaces and brackets: the third field follows the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null; // It has ended, and its parent has not asked for its exit code yet.
    return `${bootId() ?? ''}/${fields[19]}`;
  } catch {
    return null; // There is no such process, or no /proc.
  }
}

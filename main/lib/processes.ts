import { readFileSync } from 'node:fs';
import { errorCode } from './error-code.ts';

/** Sends a signal, or only asks (0). True where the process exists, also where it belongs to somebody else. */
function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    // ESRCH: there is no such process. EPERM: it belongs to somebody else, who may have taken the number since.
    const code = errorCode(error);
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
    return code === 'EPERM';
  }
}

/** Whether a process of this machine has this number. */
export function isProcessAlive(pid: number): boolean {
  return signalProcess(pid, 0);
}

/** Ends one process; does nothing where it has ended already. */
export function killProcess(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  signalProcess(pid, signal);
}

/**
 * Ends a process and all the processes of its group, which it leads when it was started with `detached`. On Windows, which
 * has no groups, only the process itself ends.
 */
export function killGroup(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (process.platform !== 'win32') signalProcess(-pid, signal);
  signalProcess(pid, signal);
}

/** A text that is another one each time the machine is started; null where the system does not tell (no /proc). */
export function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

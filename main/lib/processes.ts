import { execFile } from 'node:child_process';
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

/** Runs a command of the system to its end. */
type RunCommand = (command: string, args: readonly string[], done: () => void) => void;

const runHidden: RunCommand = (command, args, done) => void execFile(command, [...args], { windowsHide: true }, done);

/**
 * Ends a process and all the processes of its group, which it leads when it was started with `detached`. Windows has no
 * groups, but a command that ends a process with all that it has started; it asks for them by the number of their parent, which
 * therefore must not end first.
 */
export function killGroup(
  pid: number,
  signal: NodeJS.Signals = 'SIGKILL',
  platform: NodeJS.Platform = process.platform,
  run: RunCommand = runHidden,
): void {
  if (platform === 'win32') {
    run('taskkill', ['/pid', String(pid), '/t', '/f'], () => void signalProcess(pid, signal));
    return;
  }
  signalProcess(-pid, signal);
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

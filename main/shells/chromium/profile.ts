import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the profile folder ready for a start, for whoever holds its display (display-lock.ts): ends a Chromium that a
 * killed shell left on it, and removes the locks
 * (`SingletonLock`, `SingletonSocket`, `SingletonCookie`) that a power cut leaves behind. With them Chromium would open
 * nothing, or ask whether to unlock, with nobody there.
 */
export function prepareProfile(profile: string): void {
  mkdirSync(profile, { recursive: true });
  const owner = lockOwner(profile);
  if (owner !== null && isChromiumOn(owner, profile)) killGroup(owner);
  for (const name of readdirSync(profile)) {
    if (name.startsWith('Singleton')) rmSync(join(profile, name), { force: true });
  }
}

/** Ends a whole process group, or the process alone where there are no groups; nothing if it is gone. */
export function killGroup(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, signal);
    } catch (error) {
      // ESRCH: gone already, which is what was wanted. EPERM: somebody else's, who took the number since.
      if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

/** The lock is a symbolic link to `HOST-PID`. */
function lockOwner(profile: string): number | null {
  try {
    const target = readlinkSync(join(profile, 'SingletonLock'));
    const at = target.lastIndexOf('-');
    const pid = Number(target.slice(at + 1));
    return target.slice(0, at) === hostname() && Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null; // No lock, or (Windows) a lock of another kind, which ends with its process.
  }
}

/** Whether this process was started with our profile: numbers of processes are used again. */
function isChromiumOn(pid: number, profile: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
  } catch {
    return false; // Gone, or no /proc on this system: then it is left alone.
  }
}

import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { killGroup } from '../../lib/processes.ts';

/**
 * Makes the profile folder ready for a start; only for the process that holds the display (`takeDisplay`). It ends a
 * Chromium that a killed shell left running on this profile, and removes the locks (`SingletonLock`, `SingletonSocket`,
 * `SingletonCookie`) that a power cut leaves behind: with them Chromium would open nothing, or ask whether to unlock, with
 * nobody there. A file in the place of the folder is removed. `isDamaged`: the profile is made anew; nothing in it is of any
 * worth. @throws the system's error where the folder cannot be made.
 */
export function prepareProfile(profile: string, isDamaged = false): void {
  const owner = lockOwner(profile);
  if (owner !== null && isChromiumOn(owner, profile)) killGroup(owner);
  if (isDamaged || statSync(profile, { throwIfNoEntry: false })?.isFile())
    rmSync(profile, { recursive: true, force: true });
  mkdirSync(profile, { recursive: true });
  for (const name of readdirSync(profile)) {
    if (name.startsWith('Singleton')) rmSync(join(profile, name), { recursive: true, force: true });
  }
}

/** The process that the lock names, null where it names none. The lock is a symbolic link to `HOST-PID`. */
function lockOwner(profile: string): number | null {
  try {
    const target = readlinkSync(join(profile, 'SingletonLock'));
    const at = target.lastIndexOf('-');
    const pid = Number(target.slice(at + 1));
    return target.slice(0, at) === hostname() && Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null; // There is no lock, or (Windows) one of another kind, which ends with its process.
  }
}

/** Whether this process was started with our profile: numbers of processes are used again. */
function isChromiumOn(pid: number, profile: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
  } catch {
    return false; // It has ended, or this system has no /proc: then it is left alone.
  }
}

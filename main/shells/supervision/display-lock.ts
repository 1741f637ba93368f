import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { bornAt } from './process-birth.ts';

/** What is said to whoever starts a second one. */
export const ALREADY_OPEN =
  'Préau est déjà ouvert sur cette machine : fermez-le, ou donnez un autre dossier à --state.';

const FILE = 'affichage.json';
/** A lock is written right after it is made: an empty one this young is being written. */
const WRITTEN_WITHIN_MS = 2000;

interface Owner {
  readonly host: string;
  readonly pid: number;
  /** When the process was born, where the system tells: numbers of processes are used again. */
  readonly born: string | null;
}

/**
 * Makes this process the only one that opens a display from this state folder: two of them would end each other's
 * browser for ever. Returns how to give it back, or null while another one lives that has it. What a power cut or a
 * `kill -9` left behind counts for nothing. @throws the system's error where the folder cannot be written.
 */
export function takeDisplay(state: string): (() => void) | null {
  mkdirSync(state, { recursive: true });
  const file = join(state, FILE);
  const mine: Owner = { host: hostname(), pid: process.pid, born: bornAt(process.pid) };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isHeld(file)) return null;
    rmSync(file, { force: true });
  }
}

function isHeld(file: string): boolean {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts) return false;
  const owner = readOwner(file);
  if (owner === null) return Date.now() - facts.mtimeMs < WRITTEN_WITHIN_MS;
  if (owner.host !== hostname()) return false;
  if (owner.born !== null) return owner.born === bornAt(owner.pid);
  // Without births: whoever wrote it before the machine was last started is gone.
  return facts.mtimeMs > Date.now() - uptime() * 1000 && runs(owner.pid);
}

function readOwner(file: string): Owner | null {
  try {
    const { host, pid, born } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner>;
    return typeof host === 'string' && Number.isInteger(pid) ? { host, pid: pid as number, born: born ?? null } : null;
  } catch {
    return null; // Gone meanwhile, or cut short by a power cut: it names nobody.
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // Somebody else's, but alive.
  }
}

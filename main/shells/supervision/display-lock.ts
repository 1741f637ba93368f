import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../../lib/error-code.ts';
import { isProcessAlive } from '../../lib/processes.ts';
import { bornAt } from './process-birth.ts';

/** Said to the person who starts a second Préau on the same state folder. */
export const ALREADY_OPEN =
  'Préau est déjà ouvert sur cette machine : fermez-le, ou donnez un autre dossier à --state.';

const FILE = 'affichage.json';
/** A lock file is written right after it is made: an empty one younger than this is being written. */
const MAX_WRITING_MS = 2000;

interface Owner {
  readonly host: string;
  readonly pid: number;
  /** When the process was born, where the system tells: numbers of processes are used again. */
  readonly born: string | null;
}

/**
 * Makes this process the only one that opens a display from this state folder: two of them would end each other's browser
 * for ever. Returns the function that gives the display back, or null while another living process has it. A lock that a
 * power cut or a `kill -9` left behind, or a folder in its place, is removed. @throws the system's error where the state folder cannot be
 * written.
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
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    if (isHeld(file)) return null;
    rmSync(file, { recursive: true, force: true });
  }
}

function isHeld(file: string): boolean {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts?.isFile()) return false;
  const owner = readOwner(file);
  if (owner === null) return Date.now() - facts.mtimeMs < MAX_WRITING_MS;
  if (owner.host !== hostname()) return false;
  if (owner.born !== null) return owner.born === bornAt(owner.pid);
  // The system tells no births: a lock written before the machine was last started belongs to nobody.
  return facts.mtimeMs > Date.now() - uptime() * 1000 && isProcessAlive(owner.pid);
}

function readOwner(file: string): Owner | null {
  try {
    const { host, pid, born } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner>;
    return typeof host === 'string' && Number.isInteger(pid) ? { host, pid: pid as number, born: born ?? null } : null;
  } catch {
    return null; // The file went away meanwhile, or a power cut left it incomplete: it names nobody.
  }
}

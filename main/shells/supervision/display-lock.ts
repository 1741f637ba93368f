import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
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
const TOUCH_MS = 20_000;
/** A lock that nobody has touched for so long belongs to nobody. */
const MAX_SILENCE_MS = 3 * TOUCH_MS;

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
      return holdUntilGivenBack(file);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    if (isHeld(file)) return null;
    rmSync(file, { recursive: true, force: true });
  }
}

/** Touches the lock while it is held: only its age tells of a dead owner where the system tells no births. */
function holdUntilGivenBack(file: string): () => void {
  const touch = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // Somebody has removed it, or the disk cannot be written: the lock is what it was.
    }
  }, TOUCH_MS);
  touch.unref();
  return () => {
    clearInterval(touch);
    rmSync(file, { force: true });
  };
}

function isHeld(file: string): boolean {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts?.isFile()) return false;
  const owner = readOwner(file);
  if (owner === null) return Date.now() - facts.mtimeMs < MAX_WRITING_MS;
  if (owner.host !== hostname()) return false;
  if (owner.born !== null) return owner.born === bornAt(owner.pid);
  // The system tells no births, and with the fast start-up of Windows it counts the time since the last full start: a number
  // that is in use says little, since another process may have it by now.
  return Date.now() - facts.mtimeMs < MAX_SILENCE_MS && isProcessAlive(owner.pid);
}

function readOwner(file: string): Owner | null {
  try {
    const { host, pid, born } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner>;
    return typeof host === 'string' && Number.isInteger(pid) ? { host, pid: pid as number, born: born ?? null } : null;
  } catch {
    return null; // The file went away meanwhile, or a power cut left it incomplete: it names nobody.
  }
}

import { join } from 'node:path';
import type { SourceFile } from './job.ts';
import { openNotes } from './notes.ts';

/** A file during whose reading a thread or the whole service died this often is not read again. */
export const MAX_CRASHES = 3;
const FORGET_MS = 30 * 24 * 3_600_000;
/** Name in the state folder since the first version: a service that is updated still finds its notes. */
const FOLDER = 'tries';

/**
 * Notes on disk of the files that are being read. A note is written before an attempt to read a file begins and removed when
 * the attempt ends, whatever its result: a note that remains belongs to a file that was being read when something died.
 */
export interface CrashNotes {
  /** How many attempts to read this file, with its present size and time, never ended. */
  crashes(file: SourceFile): Promise<number>;
  /** An attempt to read the file begins. */
  begin(file: SourceFile): Promise<void>;
  /** The attempt ended, or was stopped on purpose. */
  end(file: SourceFile): Promise<void>;
  /** Removes notes of files that were not read for a month. */
  sweep(nowMs: number): Promise<void>;
}

/** Opens the crash notes of a state folder. `onError` is told of every note that could not be written. */
export function openCrashNotes(stateDir: string, onError: (error: unknown) => void): CrashNotes {
  const notes = openNotes(join(stateDir, FOLDER), onError);
  const keyOf = ({ path, size, mtimeMs }: SourceFile) => [path, size, mtimeMs];
  const crashes = async (file: SourceFile): Promise<number> => {
    const note = await notes.read(keyOf(file));
    const begun = typeof note === 'object' && note !== null && 'begun' in note ? note.begun : 0;
    return typeof begun === 'number' && Number.isInteger(begun) && begun > 0 ? begun : 0;
  };
  return {
    crashes,
    begin: async (file) => notes.write(keyOf(file), { path: file.path, begun: (await crashes(file)) + 1 }),
    end: (file) => notes.remove(keyOf(file)),
    sweep: (nowMs) => notes.sweep(nowMs, FORGET_MS),
  };
}

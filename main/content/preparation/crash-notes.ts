import { join } from 'node:path';
import { z } from 'zod';
import { bootId } from '../../lib/processes.ts';
import type { SourceFile } from './job.ts';
import { openNotes } from './notes.ts';

/** A file during whose reading a thread or the whole service died this often is not read again. */
export const MAX_CRASHES = 3;
/** The same over all starts of the machine: a file that makes the machine itself hang is given up in the end. */
const MAX_LIVES = 10;
const FORGET_MS = 30 * 24 * 3_600_000;
/** Name in the state folder since the first version: a service that is updated still finds its notes. */
const FOLDER = 'tries';

/**
 * Notes on disk of the files that are being read. A note is written before an attempt to read a file begins and removed when
 * the attempt ends, whatever its result: a note that remains belongs to a file that was being read when something died.
 */
export interface CrashNotes {
  /**
   * How many attempts to read this file, with its present size and time, never ended. Those before the machine was last
   * started do not count, up to a limit: it was the power that ended them, most likely.
   */
  crashes(file: SourceFile): Promise<number>;
  /** An attempt to read the file begins. */
  begin(file: SourceFile): Promise<void>;
  /** The attempt ended, or was stopped on purpose. */
  end(file: SourceFile): Promise<void>;
  /** Removes notes of files that were not read for a month. */
  sweep(nowMs: number): Promise<void>;
}

/** A note. `boot`: the start of the machine at which `begun` was counted; `before`: what was counted at earlier ones. */
const noteSchema = z.object({
  begun: z.number().int().positive(),
  boot: z.string().nullable().default(null),
  before: z.number().int().min(0).default(0),
});
type Note = z.infer<typeof noteSchema>;

/** Opens the crash notes of a state folder. `onError` is told of every note that could not be written. */
export function openCrashNotes(stateDir: string, onError: (error: unknown) => void): CrashNotes {
  const notes = openNotes(join(stateDir, FOLDER), onError);
  const keyOf = ({ path, size, mtimeMs }: SourceFile) => [path, size, mtimeMs];
  const boot = bootId();
  const noteOf = async (file: SourceFile): Promise<Note> => {
    const note = noteSchema.safeParse(await notes.read(keyOf(file)));
    return note.success ? note.data : { begun: 0, boot, before: 0 };
  };
  const crashes = async (file: SourceFile): Promise<number> => {
    const note = await noteOf(file);
    if (note.before + note.begun >= MAX_LIVES) return MAX_CRASHES;
    return note.boot === boot ? note.begun : 0;
  };
  const begin = async (file: SourceFile): Promise<void> => {
    const { begun, before, boot: then } = await noteOf(file);
    const next = then === boot ? { begun: begun + 1, before } : { begun: 1, before: before + begun };
    await notes.write(keyOf(file), { path: file.path, boot, ...next });
  };
  return {
    crashes,
    begin,
    end: (file) => notes.remove(keyOf(file)),
    sweep: (nowMs) => notes.sweep(nowMs, FORGET_MS),
  };
}

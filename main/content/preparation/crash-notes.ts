import type { SourceFile } from './job.ts';
import { openNotes } from './notes.ts';

/** Deaths of a thread or of the whole service after which a file is put aside. */
export const MAX_DEATHS = 3;
const FORGET_MS = 30 * 24 * 3600_000;

/**
 * Each try of a file is noted before it begins and struck out when it ends, whatever its result: what is still noted was
 * being read when something died.
 */
export interface CrashNotes {
  /** CrashNotes of this file, as it is, that never ended. */
  deaths(file: SourceFile): Promise<number>;
  begin(file: SourceFile): Promise<void>;
  end(file: SourceFile): Promise<void>;
  sweep(nowMs: number): Promise<void>;
}

export function openCrashNotes(dir: string, failed: (error: unknown) => void): CrashNotes {
  const notes = openNotes(dir, failed);
  const keyOf = ({ path, size, mtimeMs }: SourceFile) => [path, size, mtimeMs];
  const deaths = async (file: SourceFile): Promise<number> => {
    const note = await notes.read(keyOf(file));
    const begun = typeof note === 'object' && note !== null && 'begun' in note ? note.begun : 0;
    return typeof begun === 'number' && Number.isInteger(begun) && begun > 0 ? begun : 0;
  };
  return {
    deaths,
    begin: async (file) => notes.write(keyOf(file), { path: file.path, begun: (await deaths(file)) + 1 }),
    end: (file) => notes.remove(keyOf(file)),
    sweep: (nowMs) => notes.sweep(nowMs, FORGET_MS),
  };
}

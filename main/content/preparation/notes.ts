import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../lib/write-file-atomically.ts';

/**
 * Small JSON files in one folder, each under a key. A note is written completely or not at all, and a note that is damaged
 * counts as absent.
 */
export interface Notes {
  /** The value of a note; null where there is none. Reading a note marks it as used. */
  read(key: readonly unknown[]): Promise<unknown>;
  /** Never rejects: a note that cannot be written costs work later, and must not cost the picture now. */
  write(key: readonly unknown[], value: unknown): Promise<void>;
  remove(key: readonly unknown[]): Promise<void>;
  /** Removes the notes that have been neither read nor written for `ageMs` milliseconds. */
  sweep(nowMs: number, ageMs: number): Promise<void>;
}

/** Opens the notes in `dir`, a folder that is made at the first write. `onError` is told of every write that failed. */
export function openNotes(dir: string, onError: (error: unknown) => void): Notes {
  const pathOf = (key: readonly unknown[]): string =>
    join(dir, `${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32)}.json`);
  return {
    async read(key) {
      const path = pathOf(key);
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) return null;
      const value = parse(text);
      if (value === null) return null;
      const now = new Date();
      await utimes(path, now, now).catch(onError);
      return value;
    },
    async write(key, value) {
      try {
        await mkdir(dir, { recursive: true });
        // Not flushed: a note that a power cut damages counts as absent, and thousands of files have two notes each.
        await writeFileAtomically(pathOf(key), JSON.stringify(value), { flush: false });
      } catch (error) {
        onError(error);
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }).catch(onError),
    async sweep(nowMs, ageMs) {
      for (const name of await readdir(dir).catch(() => [])) {
        const facts = await stat(join(dir, name)).catch(() => null);
        if (facts && nowMs - facts.mtimeMs > ageMs) await rm(join(dir, name), { force: true }).catch(onError);
      }
    },
  };
}

/** null where the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

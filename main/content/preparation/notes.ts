import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Small JSON files in one folder, one a key: each is written whole or not at all, and one that is damaged is as good as absent. */
export interface Notes {
  read(key: readonly unknown[]): Promise<unknown>;
  /** Never fails: a note that cannot be written costs work later, not the picture now. */
  write(key: readonly unknown[], value: unknown): Promise<void>;
  remove(key: readonly unknown[]): Promise<void>;
  /** Removes what has been neither read nor written for `ageMs`. */
  sweep(nowMs: number, ageMs: number): Promise<void>;
}

/** Opens the notes in `dir`, made when first written to; `failed` hears of writes that did not succeed. */
export function openNotes(dir: string, failed: (error: unknown) => void): Notes {
  const pathOf = (key: readonly unknown[]): string =>
    join(dir, `${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32)}.json`);
  return {
    read: async (key) => {
      const path = pathOf(key);
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) return null;
      const value = parse(text);
      if (value === null) return null;
      const now = new Date();
      await utimes(path, now, now).catch(failed);
      return value;
    },
    write: async (key, value) => {
      const temp = join(dir, `${randomUUID()}.tmp`);
      try {
        await mkdir(dir, { recursive: true });
        await writeFile(temp, JSON.stringify(value));
        await rename(temp, pathOf(key));
      } catch (error) {
        await rm(temp, { force: true }).catch(failed);
        failed(error);
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }).catch(failed),
    sweep: async (nowMs, ageMs) => {
      for (const name of await readdir(dir).catch(() => [])) {
        const facts = await stat(join(dir, name)).catch(() => null);
        if (facts && nowMs - facts.mtimeMs > ageMs) await rm(join(dir, name), { force: true }).catch(failed);
      }
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

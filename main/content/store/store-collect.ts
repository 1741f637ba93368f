import * as fs from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The size limit never removes an object that was used this recently: another instance may have just put the object and not
 * yet saved that it is in use. Every instance that shares a store collects more often than this.
 */
const GRACE_MS = 2 * 3_600_000;

/** What may be removed from a store. */
export interface CollectLimits {
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** Above this size of the whole store, the objects unused for longest are removed. */
  readonly maxBytes: number;
  /** Objects unused for longer than this are removed, milliseconds. */
  readonly maxAgeMs: number;
  /** Objects that only the size limit removes, whatever their age. */
  readonly spared?: ReadonlySet<string>;
}

interface StoredObject {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly usedMs: number;
}

const namesIn = (folder: string): Promise<string[]> => fs.readdir(folder).catch(() => []);

/** Every object of the store, by the hash that names it. */
async function* objectsIn(folder: string): AsyncGenerator<[hash: string, StoredObject]> {
  for (const prefix of await fs.readdir(folder)) {
    for (const name of await namesIn(join(folder, prefix))) {
      const path = join(folder, prefix, name);
      const facts = await fs.stat(path).catch(() => null);
      if (facts?.isFile()) yield [prefix + name, { path, size: facts.size, usedMs: facts.mtimeMs }];
    }
  }
}

/**
 * Marks the objects in use, and removes others from the folder of objects (`Store.collect`): those past the age limit, then,
 * the longest unused first, those past the size limit.
 */
export async function collectObjects(
  folder: string,
  inUse: ReadonlySet<string>,
  { nowMs, maxBytes, maxAgeMs, spared = new Set() }: CollectLimits,
): Promise<{ removed: number; bytes: number }> {
  const unused: (StoredObject & { readonly isSpared: boolean })[] = [];
  let total = 0;
  for await (const [hash, object] of objectsIn(folder)) {
    total += object.size;
    if (inUse.has(hash)) await fs.utimes(object.path, nowMs / 1000, nowMs / 1000).catch(() => undefined);
    else unused.push({ ...object, isSpared: spared.has(hash) });
  }
  let removed = 0;
  let bytes = 0;
  for (const { path, size, usedMs, isSpared } of unused.toSorted((a, b) => a.usedMs - b.usedMs)) {
    const age = nowMs - usedMs;
    if ((isSpared || age < maxAgeMs) && (total - bytes <= maxBytes || age < GRACE_MS)) continue;
    await fs.rm(path, { force: true });
    removed += 1;
    bytes += size;
  }
  return { removed, bytes };
}

/** Removes the temporary files that are older than `ageMs`: a process that was killed left them. */
export async function sweepTemporary(folder: string, ageMs: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const facts = await fs.stat(path).catch(() => null);
    if (facts && Date.now() - facts.mtimeMs > ageMs)
      await fs.rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

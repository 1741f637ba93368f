import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** The size of the store is added up this seldom, milliseconds: it may have tens of thousands of files. */
const STORE_SIZE_MS = 30 * 60_000;

/** What is known of the disk of the store; null: not known. */
export interface DiskFacts {
  readonly cacheBytes: number | null;
  readonly freeBytes: number | null;
}

async function bytesIn(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries.filter((each) => each.isFile())) {
    const size = await stat(join(entry.parentPath, entry.name)).then(
      (facts) => facts.size,
      () => 0, // Collected meanwhile.
    );
    bytes += size;
  }
  return bytes;
}

/** Returns how to ask for the size of a store and the room on its disk. */
export function createDiskFacts(storeDir: string, nowMs: () => number): () => Promise<DiskFacts> {
  let cacheBytes: number | null = null;
  let dueMs = Number.NEGATIVE_INFINITY;
  const measure = () =>
    bytesIn(storeDir).then(
      (bytes) => {
        cacheBytes = bytes;
      },
      () => undefined, // Not there: told as not known.
    );
  return async () => {
    if (nowMs() >= dueMs) {
      dueMs = nowMs() + STORE_SIZE_MS;
      void measure();
    }
    const freeBytes = await statfs(storeDir).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    );
    return { cacheBytes, freeBytes };
  };
}

/**
 * The store: local copies of all that the wall shows, named by their content. A file is written aside, flushed, then
 * renamed into place, so that whatever stops the process, what stands under `objects/` is whole. Nothing here depends
 * on who else writes: two instances may share one folder.
 */
import { createHash, type Hash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';

/** Characters of the SHA-256 that name an object: 128 bits. */
const HASH_LENGTH = 32;
const HASH = /^[0-9a-f]{32}$/;
const CHUNK = 1 << 20;
const STALE_TEMP_MS = 24 * 3600_000;
/**
 * The size limit never takes what was touched this recently: another instance may have just put it and not yet said
 * that it is in use. Whoever shares a store collects at least once in this time.
 */
const GRACE_MS = 2 * 3600_000;

/** Why bytes could not be kept. `full`: no room left on the disk; `unwritable`: anything else. */
export class StoreError extends Error {
  readonly code: 'full' | 'unwritable';
  constructor(cause: unknown) {
    const system = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    super(`store: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StoreError';
    this.code = system === 'ENOSPC' || system === 'EDQUOT' ? 'full' : 'unwritable';
  }
}

/** What the store asks of the disk to write; tests put a full disk here. */
export type StoreDisk = Pick<typeof fs, 'open' | 'rename'>;

export interface Store {
  readonly dir: string;
  /**
   * Keeps bytes, or a copy of a file read once as a stream (`move`: the file is one of `tempPath()` and is taken, not
   * copied). Gives the hash that names them. @throws {StoreError} when the store cannot be written; what cannot be
   * *read* escapes as it is.
   */
  put(source: Uint8Array | { readonly file: string; readonly move: boolean }): Promise<string>;
  /** Where an object stands, whether it is there or not. `hash` must be one: 32 hexadecimal digits. */
  pathOf(hash: string): string;
  has(hash: string): Promise<boolean>;
  /** As `has`, and marks the object as used now, so that no collection takes it before its user is known. */
  keep(hash: string): Promise<boolean>;
  /** A fresh path on the same disk; swept after a day if left behind. */
  tempPath(): string;
  /**
   * Removes what is not in use and has not been for `maxAgeMs`, then, oldest first, what exceeds `maxBytes`; never one in
   * use. Objects in use are marked so; call it at least every two hours.
   */
  collect(
    inUse: ReadonlySet<string>,
    opts: { readonly nowMs: number; readonly maxBytes: number; readonly maxAgeMs: number },
  ): Promise<{ removed: number; bytes: number }>;
  close(): Promise<void>;
}

/** Opens the store in `dir`, made if absent. @throws {StoreError} if it cannot be made. */
export async function openStore(dir: string, disk: StoreDisk = fs): Promise<Store> {
  const objects = join(dir, 'objects');
  const temps = join(dir, 'tmp');
  try {
    await fs.mkdir(objects, { recursive: true });
    await fs.mkdir(temps, { recursive: true });
  } catch (error) {
    throw new StoreError(error);
  }
  await sweep(temps);

  const pathOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new RangeError(`not the name of an object: ${hash}`);
    return join(objects, hash.slice(0, 2), hash.slice(2));
  };
  const tempPath = (): string => join(temps, randomUUID());

  const keep = async (hash: string): Promise<boolean> => {
    const now = new Date();
    return fs.utimes(pathOf(hash), now, now).then(
      () => true,
      () => exists(pathOf(hash)),
    );
  };

  /** The flushed temporary file gets its name; if another writer was faster, its file is as good. */
  const adopt = async (temp: string, hash: string): Promise<string> => {
    const path = pathOf(hash);
    try {
      if (await keep(hash)) {
        await fs.rm(temp, { force: true });
        return hash;
      }
      await fs.mkdir(join(objects, hash.slice(0, 2)), { recursive: true });
      await disk.rename(temp, path);
      await flushFolder(join(objects, hash.slice(0, 2)));
      return hash;
    } catch (error) {
      if (await exists(path)) return hash;
      throw new StoreError(error);
    }
  };

  const putBytes = async (bytes: Uint8Array): Promise<string> => {
    const hash = nameOf(createHash('sha256').update(bytes));
    if (await keep(hash)) return hash;
    const temp = tempPath();
    try {
      await writeFlushed(disk, temp, async (write) => write(bytes));
      return await adopt(temp, hash);
    } catch (error) {
      await fs.rm(temp, { force: true });
      throw error;
    }
  };

  const putFile = async (file: string, move: boolean): Promise<string> => {
    const temp = move ? file : tempPath();
    const digest = createHash('sha256');
    const source = await fs.open(file, move ? 'r+' : 'r');
    try {
      const buffer = Buffer.allocUnsafe(CHUNK);
      const copy = async (write: (bytes: Uint8Array) => Promise<void>): Promise<void> => {
        for (;;) {
          const { bytesRead } = await source.read(buffer, 0, CHUNK, null);
          if (bytesRead === 0) return;
          digest.update(buffer.subarray(0, bytesRead));
          await write(buffer.subarray(0, bytesRead));
        }
      };
      if (move) {
        await copy(async () => undefined);
        await source.sync();
      } else await writeFlushed(disk, temp, copy);
      await source.close();
      return await adopt(temp, nameOf(digest));
    } catch (error) {
      await source.close();
      await fs.rm(temp, { force: true });
      throw error;
    }
  };

  const collect: Store['collect'] = async (inUse, { nowMs, maxBytes, maxAgeMs }) => {
    const unused: { path: string; size: number; usedMs: number }[] = [];
    let total = 0;
    let removed = 0;
    let bytes = 0;
    const remove = async (path: string, size: number): Promise<void> => {
      await fs.rm(path, { force: true });
      total -= size;
      removed += 1;
      bytes += size;
    };
    for (const folder of await fs.readdir(objects)) {
      for (const name of await namesIn(join(objects, folder))) {
        const path = join(objects, folder, name);
        const facts = await fs.stat(path).catch(() => null);
        if (!facts?.isFile()) continue;
        total += facts.size;
        if (inUse.has(folder + name)) await fs.utimes(path, nowMs / 1000, nowMs / 1000).catch(() => undefined);
        else unused.push({ path, size: facts.size, usedMs: facts.mtimeMs });
      }
    }
    unused.sort((a, b) => a.usedMs - b.usedMs);
    for (const { path, size, usedMs } of unused) {
      const age = nowMs - usedMs;
      if (age >= maxAgeMs || (total > maxBytes && age >= GRACE_MS)) await remove(path, size);
    }
    return { removed, bytes };
  };

  return {
    dir,
    put: (source) => (source instanceof Uint8Array ? putBytes(source) : putFile(source.file, source.move)),
    pathOf,
    has: (hash) => exists(pathOf(hash)),
    keep,
    tempPath,
    collect,
    close: async () => undefined,
  };
}

const nameOf = (digest: Hash): string => digest.digest('hex').slice(0, HASH_LENGTH);

const exists = (path: string): Promise<boolean> =>
  fs.stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );

const namesIn = (folder: string): Promise<string[]> => fs.readdir(folder).catch(() => []);

/** Writes all that `fill` gives to a new file and flushes it to the disk before it may get a name. */
async function writeFlushed(
  disk: StoreDisk,
  path: string,
  fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  const stored = <T>(step: Promise<T>): Promise<T> =>
    step.catch((error: unknown) => {
      throw new StoreError(error);
    });
  const handle = await stored(disk.open(path, 'wx'));
  try {
    await fill((bytes) => stored(writeAll(handle, bytes)));
    await stored(handle.sync());
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: fs.FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten;
}

/** A rename is only as durable as its folder. Not every system can flush one (Windows cannot); then the next start copies again. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => null);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/** Removes what a killed process left half-written, once no living one can still be at it. */
async function sweep(temps: string): Promise<void> {
  for (const name of await namesIn(temps)) {
    const path = join(temps, name);
    const facts = await fs.stat(path).catch(() => null);
    if (facts && Date.now() - facts.mtimeMs > STALE_TEMP_MS) await fs.rm(path, { recursive: true, force: true });
  }
}

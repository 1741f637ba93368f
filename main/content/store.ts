import { createHash, type Hash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../lib/error-code.ts';
import { type CollectLimits, collectObjects, sweepTemporary } from './store-collect.ts';

/** Characters of the SHA-256 that name an object: 128 bits. */
const HASH_LENGTH = 32;
const HASH = /^[0-9a-f]{32}$/;
/** Files are copied this many bytes at a time. */
const CHUNK_BYTES = 1 << 20;
const STALE_MS = 24 * 3_600_000;

/** Why bytes could not be kept. `full`: no room left on the disk; `unwritable`: anything else. */
export class StoreError extends Error {
  readonly code: 'full' | 'unwritable';
  constructor(cause: unknown) {
    super(`store: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StoreError';
    this.code = ['ENOSPC', 'EDQUOT'].includes(errorCode(cause)) ? 'full' : 'unwritable';
  }
}

/** The calls by which the store writes to the disk. A test gives others, which fail as on a full disk. */
export type StoreDisk = Pick<typeof fs, 'open' | 'rename'>;

/**
 * Local copies of all that the wall shows, named by their content. A file is written under a temporary name, flushed, then
 * renamed into place: whatever stops the process, every file under `objects/` is complete. Two instances may share one
 * folder.
 */
export interface Store {
  readonly dir: string;
  /**
   * Keeps bytes, or a copy of a file, which is read once as a stream (`move`: the file is one of `tempPath()` and is taken
   * in place of a copy). Resolves to the hash that names the object.
   * @throws {StoreError} where the store cannot be written. An error in *reading* the file is thrown as it is.
   */
  put(source: Uint8Array | { readonly file: string; readonly move: boolean }): Promise<string>;
  /** The path of an object, whether it exists or not. @throws {RangeError} where `hash` is not 32 hexadecimal digits. */
  pathOf(hash: string): string;
  has(hash: string): Promise<boolean>;
  /** As `has`, and marks the object as used now, so that no collection removes it before its user is known. */
  keep(hash: string): Promise<boolean>;
  /** A new path on the same disk. A file left there is removed after a day. */
  tempPath(): string;
  /**
   * Removes objects that are neither in use nor were used in the last `maxAgeMs`; then, the longest unused first, objects
   * that exceed `maxBytes`. Never removes an object in use. Marks the objects in use: call it at least every two hours.
   */
  collect(inUse: ReadonlySet<string>, limits: CollectLimits): Promise<{ removed: number; bytes: number }>;
}

/** The folders of an open store, and how it writes. */
interface Folders {
  readonly objects: string;
  readonly temporary: string;
  readonly disk: StoreDisk;
}

/** Opens the store in `dir`, made if absent. @throws {StoreError} if it cannot be made. */
export async function openStore(dir: string, disk: StoreDisk = fs): Promise<Store> {
  const folders: Folders = { objects: join(dir, 'objects'), temporary: join(dir, 'tmp'), disk };
  try {
    await fs.mkdir(folders.objects, { recursive: true });
    await fs.mkdir(folders.temporary, { recursive: true });
  } catch (error) {
    throw new StoreError(error);
  }
  await sweepTemporary(folders.temporary, STALE_MS);
  return {
    dir,
    put: (source) => (source instanceof Uint8Array ? putBytes(folders, source) : putFile(folders, source)),
    pathOf: (hash) => objectPath(folders, hash),
    has: (hash) => exists(objectPath(folders, hash)),
    keep: (hash) => keep(folders, hash),
    tempPath: () => temporaryPath(folders),
    collect: (inUse, limits) => collectObjects(folders.objects, inUse, limits),
  };
}

function objectPath({ objects }: Folders, hash: string): string {
  if (!HASH.test(hash)) throw new RangeError(`not the name of an object: ${hash}`);
  return join(objects, hash.slice(0, 2), hash.slice(2));
}

const temporaryPath = ({ temporary }: Folders): string => join(temporary, randomUUID());

const hashOf = (digest: Hash): string => digest.digest('hex').slice(0, HASH_LENGTH);

const exists = (path: string): Promise<boolean> =>
  fs.stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );

async function keep(folders: Folders, hash: string): Promise<boolean> {
  const path = objectPath(folders, hash);
  const now = new Date();
  return fs.utimes(path, now, now).then(
    () => true,
    () => exists(path),
  );
}

async function putBytes(folders: Folders, bytes: Uint8Array): Promise<string> {
  const hash = hashOf(createHash('sha256').update(bytes));
  if (await keep(folders, hash)) return hash;
  const temporary = temporaryPath(folders);
  try {
    await writeFlushed(folders.disk, temporary, async (write) => write(bytes));
    return await nameObject(folders, temporary, hash);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

async function putFile(folders: Folders, { file, move }: { file: string; move: boolean }): Promise<string> {
  const temporary = move ? file : temporaryPath(folders);
  const digest = createHash('sha256');
  const source = await fs.open(file, move ? 'r+' : 'r');
  try {
    if (move) {
      await readChunks(source, async (bytes) => void digest.update(bytes));
      await source.sync();
    } else {
      await writeFlushed(folders.disk, temporary, (write) =>
        readChunks(source, async (bytes) => {
          digest.update(bytes);
          await write(bytes);
        }),
      );
    }
    await source.close();
    return await nameObject(folders, temporary, hashOf(digest));
  } catch (error) {
    await source.close();
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

/** Reads a file from where its handle stands to its end. `take` is given each chunk, and must be done with it when it resolves. */
async function readChunks(source: fs.FileHandle, take: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return;
    await take(buffer.subarray(0, bytesRead));
  }
}

/** Renames a flushed temporary file to its place. Where another writer was faster, the object of that writer stands. */
async function nameObject(folders: Folders, temporary: string, hash: string): Promise<string> {
  const path = objectPath(folders, hash);
  const folder = join(folders.objects, hash.slice(0, 2));
  try {
    if (await keep(folders, hash)) {
      await fs.rm(temporary, { force: true });
      return hash;
    }
    await fs.mkdir(folder, { recursive: true });
    await folders.disk.rename(temporary, path);
    await flushFolder(folder);
    return hash;
  } catch (error) {
    if (await exists(path)) return hash;
    throw new StoreError(error);
  }
}

/** Writes all that `fill` gives to a new file and flushes it: only then may the file get the name of an object. */
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

/**
 * A rename survives a power cut only once its folder is flushed. Some systems (Windows) cannot flush a folder; there the
 * next start makes the copy again.
 */
async function flushFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => null);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}

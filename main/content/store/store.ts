import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../lib/error-code.ts';
import { type CollectLimits, collectObjects, sweepTemporary } from './store-collect.ts';
import { type Compared, hashOf, isWhole, readChunks } from './store-whole.ts';

const HASH = /^[0-9a-f]{32}$/;
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
 * renamed into place: whatever stops the process, every file under `objects/` is complete. What changes there afterwards
 * is found by `whole`. Two instances may share one folder.
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
  /**
   * The bytes of an object; null where it is gone, or holds others than its name stands for. Whoever decodes an object asks
   * for them, and gives no decoder its path: libvips maps the files that it opens into memory, and one that is cut
   * meanwhile, or lies on a disk that fails, ends the whole process with a signal that nothing can catch.
   */
  read(hash: string): Promise<Uint8Array | null>;
  /**
   * Whether the object is there and its bytes are those that its name stands for. It is read once for each open store; an
   * object that a failing disk, or somebody, has changed is removed, so that it can be made again.
   */
  whole(hash: string): Promise<boolean>;
  /** As `whole`, and marks the object as used now, so that no collection removes it before its user is known. */
  keep(hash: string): Promise<boolean>;
  /** Makes the folders of the store again where somebody has removed them while it is open; resolves to whether they had to be. */
  restore(): Promise<boolean>;
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
  readonly compared: Compared;
}

/** Opens the store in `dir`, made if absent. @throws {StoreError} if it cannot be made. */
export async function openStore(dir: string, disk: StoreDisk = fs): Promise<Store> {
  const folders: Folders = { objects: join(dir, 'objects'), temporary: join(dir, 'tmp'), disk, compared: new Map() };
  await makeFolders(folders);
  await sweepTemporary(folders.temporary, STALE_MS);
  return {
    dir,
    put: (source) => (source instanceof Uint8Array ? putBytes(folders, source) : putFile(folders, source)),
    pathOf: (hash) => objectPath(folders, hash),
    has: (hash) => exists(objectPath(folders, hash)),
    read: (hash) => read(folders, hash),
    whole: (hash) => whole(folders, hash),
    keep: (hash) => keep(folders, hash),
    restore: () => makeFolders(folders),
    tempPath: () => temporaryPath(folders),
    collect: (inUse, limits) => collectObjects(folders.objects, inUse, limits),
  };
}

function objectPath({ objects }: Folders, hash: string): string {
  if (!HASH.test(hash)) throw new RangeError(`not the name of an object: ${hash}`);
  return join(objects, hash.slice(0, 2), hash.slice(2));
}

const temporaryPath = ({ temporary }: Folders): string => join(temporary, randomUUID());

const exists = (path: string): Promise<boolean> =>
  fs.stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );

/** Resolves to whether one of the folders was missing. */
async function makeFolders({ objects, temporary, compared }: Folders): Promise<boolean> {
  if ((await isFolder(objects)) && (await isFolder(temporary))) return false;
  try {
    await fs.mkdir(objects, { recursive: true });
    await fs.mkdir(temporary, { recursive: true });
  } catch (error) {
    throw new StoreError(error);
  }
  compared.clear();
  return true;
}

const isFolder = (path: string): Promise<boolean> =>
  fs.stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );

const whole = (folders: Folders, hash: string): Promise<boolean> =>
  isWhole(objectPath(folders, hash), hash, folders.compared);

async function read(folders: Folders, hash: string): Promise<Uint8Array | null> {
  const bytes = await fs.readFile(objectPath(folders, hash)).catch(() => null);
  if (bytes !== null && hashOf(createHash('sha256').update(bytes)) === hash) return bytes;
  // Whoever asks next whether it is whole has it read again.
  folders.compared.delete(hash);
  return null;
}

async function keep(folders: Folders, hash: string): Promise<boolean> {
  if (!(await whole(folders, hash))) return false;
  const now = new Date();
  // On a disk that has become read-only nothing is collected either.
  await fs.utimes(objectPath(folders, hash), now, now).catch(() => undefined);
  return true;
}

/** `keep` for bytes that are at hand: the object is read again, since it costs little more to write it again. */
function keepAsPut(folders: Folders, hash: string): Promise<boolean> {
  folders.compared.delete(hash);
  return keep(folders, hash);
}

async function putBytes(folders: Folders, bytes: Uint8Array): Promise<string> {
  const hash = hashOf(createHash('sha256').update(bytes));
  if (await keepAsPut(folders, hash)) return hash;
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

/** Renames a flushed temporary file to its place. Where another writer was faster, the object of that writer stands. */
async function nameObject(folders: Folders, temporary: string, hash: string): Promise<string> {
  const path = objectPath(folders, hash);
  const folder = join(folders.objects, hash.slice(0, 2));
  try {
    if (await keepAsPut(folders, hash)) {
      await fs.rm(temporary, { force: true });
      return hash;
    }
    await fs.mkdir(folder, { recursive: true });
    await folders.disk.rename(temporary, path);
    await flushFolder(folder);
    return hash;
  } catch (error) {
    if (await whole(folders, hash)) return hash;
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

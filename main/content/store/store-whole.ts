import { createHash, type Hash } from 'node:crypto';
import * as fs from 'node:fs/promises';

/** Characters of the SHA-256 that name an object: 128 bits. */
const HASH_LENGTH = 32;
/** Files are read this many bytes at a time. */
const CHUNK_BYTES = 1 << 20;

/** The name of an object with these bytes. */
export const hashOf = (digest: Hash): string => digest.digest('hex').slice(0, HASH_LENGTH);

/** Bytes of each object that was compared with its name, by hash. */
export type Compared = Map<string, number>;

/** Whether the file at `path` holds the bytes that `hash` names; what stands there and does not is removed (`Store.whole`). */
export async function isWhole(path: string, hash: string, compared: Compared): Promise<boolean> {
  const facts = await fs.stat(path).catch(() => null);
  if (facts === null) return false;
  if (facts.isFile() && compared.get(hash) === facts.size) return true;
  if (!facts.isFile() || (await hashOfFile(path)) !== hash) {
    compared.delete(hash);
    // Where it cannot be removed (the disk has become read-only), it is still not taken for the object.
    await fs.rm(path, { recursive: true, force: true }).catch(() => undefined);
    return false;
  }
  compared.set(hash, facts.size);
  return true;
}

/** null for a file that cannot be read to its end: a disk that fails, or a file that went away. */
async function hashOfFile(path: string): Promise<string | null> {
  const source = await fs.open(path, 'r').catch(() => null);
  if (source === null) return null;
  const digest = createHash('sha256');
  try {
    await readChunks(source, async (bytes) => void digest.update(bytes));
    return hashOf(digest);
  } catch {
    return null;
  } finally {
    await source.close();
  }
}

/** Reads a file from where its handle stands to its end. `take` is given each chunk, and must be done with it when it resolves. */
export async function readChunks(source: fs.FileHandle, take: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return;
    await take(buffer.subarray(0, bytesRead));
  }
}

import type { FileHandle } from 'node:fs/promises';

/** A stream of `node:fs` reads 64 KB and asks a thread for each: that is most of the time in which a file is sent. */
const PIECE_BYTES = 512 * 1024;
/** Pieces in memory at once: 16 MB. */
const MAX_PIECES = 32;
/** What is read for one answer alone, where all pieces are in use: nobody can fill the memory with answers that he does not read. */
const ALONE_BYTES = 64 * 1024;
/** When nothing was asked for so long, the memory is given back. */
const IDLE_MS = 10_000;

/** Bytes of a file from the asked place on. They are held until `release`, which has to be called once. */
export interface Piece {
  readonly bytes: Buffer;
  release(): void;
}

/** Pieces of the files that are being sent. Fifty screens that ask for the same film at the same time have it read once. */
export interface Pieces {
  /** Bytes from a place on; at the end of the file there are none. Rejects where it cannot be read. */
  take(file: SentFile, at: number): Promise<Piece>;
  /** Whether any of the file at a path is in memory. */
  holds(path: string): boolean;
}

/** A file that is being sent. */
export interface SentFile {
  /** Stands for its content: its path, a space, and its version. */
  readonly name: string;
  /** Bytes. It is not asked what follows them: that would be one more wait for each picture. */
  readonly size: number;
  /** Opens it, the first time; called where it has to be read. */
  open(): Promise<FileHandle>;
}

interface Slot {
  readonly buffer: Buffer;
  /** Bytes of the buffer that were read. */
  readonly filled: Promise<number>;
  users: number;
}

export function createPieces(max = MAX_PIECES): Pieces {
  // In the order of their last use.
  const slots = new Map<string, Slot>();

  /** A buffer that nobody uses any more, or a new one; null where all are in use. */
  function freeBuffer(): Buffer | null {
    if (slots.size < max) return Buffer.allocUnsafeSlow(PIECE_BYTES);
    for (const [key, { users, buffer }] of slots) {
      if (users > 0) continue;
      slots.delete(key);
      return buffer;
    }
    return null;
  }

  function slotOf(file: SentFile, key: string, from: number): Slot | null {
    const known = slots.get(key);
    if (known) return known;
    const buffer = freeBuffer();
    return buffer && { buffer, filled: fill(file, buffer, from), users: 0 };
  }

  function forgetUnused(): void {
    for (const [key, { users }] of slots) if (users === 0) slots.delete(key);
  }

  const idle = setTimeout(forgetUnused, IDLE_MS).unref();
  return {
    holds: (path) => [...slots.keys()].some((key) => key.startsWith(`${path} `)),
    async take(file, at) {
      idle.refresh();
      const from = at - (at % PIECE_BYTES);
      const key = `${file.name} ${from}`;
      const slot = slotOf(file, key, from);
      if (slot === null) return readAlone(file, at);
      slots.delete(key);
      slots.set(key, slot);
      slot.users += 1;
      try {
        const bytes = slot.buffer.subarray(at - from, await slot.filled);
        return {
          bytes,
          release() {
            slot.users -= 1;
          },
        };
      } catch (error) {
        slot.users -= 1;
        if (slots.get(key) === slot) slots.delete(key);
        throw error;
      }
    },
  };
}

async function readAlone(file: SentFile, at: number): Promise<Piece> {
  const buffer = Buffer.allocUnsafeSlow(ALONE_BYTES);
  return { bytes: buffer.subarray(0, await fill(file, buffer, at)), release: () => undefined };
}

/** Reads until the buffer is full or the file ends; resolves to the bytes read. */
async function fill({ open, size }: SentFile, buffer: Buffer, from: number): Promise<number> {
  const file = await open();
  const wanted = Math.min(buffer.length, size - from);
  let filled = 0;
  while (filled < wanted) {
    const { bytesRead } = await file.read(buffer, filled, wanted - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

import type { Bytes } from './bytes.ts';

/** A block that a file system hands out at once; shorter files are judged on their last sixteenth. */
const BLOCK = 4096;
const LEAST = 16;

/**
 * True where the bytes before `end` are all zeros, for one block or the last sixteenth of what precedes, whichever is less:
 * where a format has data, this is space reserved for a copy that has not come.
 */
export async function endsInZeros(bytes: Bytes, end: number = bytes.size, start = 0): Promise<boolean> {
  const length = Math.max(LEAST, Math.min(BLOCK, Math.floor((end - start) / 16)));
  if (end - start < length) return false;
  const tail = await bytes.at(end - length, length);
  return tail.length === length && tail.every((byte) => byte === 0);
}

import type { Bytes } from './bytes.ts';
import { type Completeness, TRUNCATED, ZEROS } from './completeness.ts';

/** File systems reserve whole blocks; shorter files are judged by their last sixteenth. */
const BLOCK = 4096;
const MIN_ZEROS = 16;

/**
 * Whether the bytes before `end` are all zeros, for one block or the last sixteenth of what comes before, whichever is
 * less: where a format has data, such zeros are space that was reserved for the rest of a copy.
 */
export async function endsInZeros(bytes: Bytes, end: number = bytes.size, start = 0): Promise<boolean> {
  const length = Math.max(MIN_ZEROS, Math.min(BLOCK, Math.floor((end - start) / 16)));
  if (end - start < length) return false;
  const tail = await bytes.at(end - length, length);
  return tail.length === length && tail.every((byte) => byte === 0);
}

/** The answer for a file whose structure breaks off. */
export async function brokenOff(bytes: Bytes): Promise<Completeness> {
  return (await endsInZeros(bytes)) ? ZEROS : TRUNCATED;
}

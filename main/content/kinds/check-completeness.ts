import { Bytes } from '../completeness/bytes.ts';
import { type Completeness, EMPTY } from '../completeness/completeness.ts';
import type { Format } from '../completeness/format.ts';
import { kindOfEnding } from './kinds.ts';
import { recognise } from './recognise.ts';

/**
 * Follows the structure of a file to its true end. That its size stays the same and that it decodes prove nothing: Samba
 * reserves the full size at once, and decoders accept pictures whose second half is zeros. Reads no more than it needs;
 * the ending (with its dot, in small letters) decides only for kinds of files that have no sign. Rejects when the file
 * cannot be read.
 */
export async function checkCompleteness(absolute: string, ending: string): Promise<Completeness> {
  const bytes = await Bytes.open(absolute);
  try {
    return await completenessOf(bytes, ending);
  } finally {
    await bytes.close();
  }
}

/** The same where the file is open, or its bytes are in memory. */
export async function completenessOf(bytes: Bytes, ending: string): Promise<Completeness> {
  const unsigned = kindOfEnding(ending).formats.find(({ sign }) => sign === null);
  return unsigned ? unsigned.completeness(bytes) : completenessAs(await recognise(bytes), bytes);
}

/** The same where the format is known. An empty file has none. */
export async function completenessAs(format: Format, bytes: Bytes): Promise<Completeness> {
  return bytes.size === 0 ? EMPTY : format.completeness(bytes);
}

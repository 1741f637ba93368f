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

/** Whether a file has the end that its format asks for, at a cheap look. Rejects when it cannot be read. */
export async function seemsComplete(absolute: string, ending: string): Promise<boolean> {
  const bytes = await Bytes.open(absolute);
  try {
    const format = await formatOf(bytes, ending);
    if (format.seemsComplete) return await format.seemsComplete(bytes);
    return (await completenessAs(format, bytes)).complete;
  } finally {
    await bytes.close();
  }
}

/** The format of kinds of files that have no sign. */
const unsignedFormat = (ending: string) => kindOfEnding(ending).formats.find(({ sign }) => sign === null);

/** What a file is by its first bytes; by its ending alone for kinds of files that have no sign: they would be asked for thirty. */
export const formatOf = async (bytes: Bytes, ending: string): Promise<Format> =>
  unsignedFormat(ending) ?? recognise(bytes);

/** The completeness of a file that is open, or whose bytes are in memory. */
export async function completenessOf(bytes: Bytes, ending: string): Promise<Completeness> {
  const unsigned = unsignedFormat(ending);
  return unsigned ? unsigned.completeness(bytes) : completenessAs(await recognise(bytes), bytes);
}

/** The same where the format is known. An empty file has none. */
export async function completenessAs(format: Format, bytes: Bytes): Promise<Completeness> {
  return bytes.size === 0 ? EMPTY : format.completeness(bytes);
}

import type { Bytes } from '../../completeness/bytes.ts';
import { readZipPart, type ZipEntry } from '../../completeness/zip.ts';

/** More text than anybody puts on a wall, bytes; pictures within RTF are written as digits. */
const MAX_SEARCHED = 32 << 20;

/** A part of a zipped document, unpacked. */
export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The parts of a zipped document with the wanted names; as many as are worth a search. */
export async function readParts(
  bytes: Bytes,
  entries: readonly ZipEntry[],
  isWanted: (name: string) => boolean,
): Promise<Part[]> {
  const parts: Part[] = [];
  let left = MAX_SEARCHED;
  for (const entry of entries.filter(({ name }) => isWanted(name))) {
    const part = await readZipPart(bytes, entry, left);
    if (!part) break;
    left -= part.length;
    parts.push({ name: entry.name, bytes: part });
  }
  return parts;
}

/** An old document of Office, or a text in RTF, one character a byte. */
export interface OldText {
  readonly raw: string;
  /** The same without zeros: the letters of an old text take one byte each, or two. */
  readonly text: string;
}

export async function readOldText(bytes: Bytes): Promise<OldText> {
  const raw = (await bytes.at(0, MAX_SEARCHED)).toString('latin1');
  return { raw, text: raw.replaceAll('\0', '') };
}

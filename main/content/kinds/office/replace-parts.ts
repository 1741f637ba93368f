import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Bytes } from '../../completeness/bytes.ts';
import { findEnd } from '../../completeness/zip.ts';

/** Sizes and signatures of APPNOTE.TXT 4.3.7 (a part), 4.3.12 (an entry of the directory) and 4.3.16 (the end). */
const PART = { size: 30, signature: 0x04034b50 };
const ENTRY_SIZE = 46;
const END = { size: 22, signature: 0x06054b50 };
/** Version 2.0 of the format, which has folders. */
const VERSION = 20;

/**
 * Replaces parts of a zip in its place: the new ones are written over its directory, uncompressed, and the directory after
 * them. The parts as they were stay in the file, but nothing leads to them any more. A deck of 100 MB costs no memory.
 */
export async function replaceParts(path: string, parts: ReadonlyMap<string, Buffer>): Promise<void> {
  const bytes = await Bytes.open(path);
  const end = await findEnd(bytes);
  const directory = end && Buffer.from(await bytes.at(end.directory, end.size));
  await bytes.close();
  if (!end || !directory) throw new Error('the archive has no directory');
  const file = await open(path, 'r+');
  try {
    let at = end.directory;
    for (const { entry, name } of entriesOf(directory)) {
      const part = parts.get(name.toString('utf8'));
      if (part === undefined) continue;
      const written = partOf(name, part);
      describe(entry, part, at);
      await file.write(written, 0, written.length, at);
      at += written.length;
    }
    await file.write(directory, 0, directory.length, at);
    await file.write(endOf(end.entries, directory.length, at), 0, END.size, at + directory.length);
    await file.truncate(at + directory.length + END.size);
  } finally {
    await file.close();
  }
}

/** The entries of a directory, as views: what is written into them is written into the directory. */
function entriesOf(directory: Buffer): { readonly entry: Buffer; readonly name: Buffer }[] {
  const entries = [];
  for (let at = 0; at + ENTRY_SIZE <= directory.length; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const length = ENTRY_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const name = directory.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
    entries.push({ entry: directory.subarray(at, at + length), name });
    at += length;
  }
  return entries;
}

function partOf(name: Buffer, content: Buffer): Buffer {
  const header = Buffer.alloc(PART.size);
  header.writeUInt32LE(PART.signature, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, content]);
}

/** Makes an entry of the directory that of a part without compression, flags or date. */
function describe(entry: Buffer, content: Buffer, at: number): void {
  entry.writeUInt16LE(0, 8);
  entry.writeUInt16LE(0, 10);
  entry.writeUInt32LE(0, 12);
  entry.writeUInt32LE(crc32(content), 16);
  entry.writeUInt32LE(content.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt32LE(at, 42);
}

function endOf(entries: number, size: number, directory: number): Buffer {
  const end = Buffer.alloc(END.size);
  end.writeUInt32LE(END.signature, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(directory, 16);
  return end;
}

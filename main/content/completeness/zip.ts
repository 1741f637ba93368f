import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Bytes } from './bytes.ts';
import { COMPLETE, type Completeness, TRUNCATED } from './completeness.ts';
import type { Format } from './format.ts';
import { brokenOff } from './zeros.ts';

/** APPNOTE.TXT 4.3.16: the end record is 22 bytes, then a comment of at most 65,535. */
const END_SIZE = 22;
const MAX_END = END_SIZE + 0xffff;
const MAX_DIRECTORY = 64 << 20;

export interface ZipEntry {
  readonly name: string;
  /** Bytes as stored and as unpacked, as the archive says. */
  readonly packed: number;
  readonly unpacked: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** Where its local header begins. */
  readonly start: number;
}

/** A zip is complete when its end record is there and the directory that it names is before it. */
async function zipCompleteness(bytes: Bytes): Promise<Completeness> {
  const end = await findEnd(bytes);
  if (!end) return brokenOff(bytes);
  if (end.entries === 0) return COMPLETE;
  const first = await bytes.at(end.directory, 4);
  return end.directory + end.size <= end.at && first.toString('latin1') === 'PK\x01\x02' ? COMPLETE : TRUNCATED;
}

/** The container of the documents of Office and OpenDocument, and of many other files. */
export const ZIP: Format = {
  ending: null,
  sign: ({ text }) => text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06'),
  completeness: zipCompleteness,
};

/** The parts that the directory of an archive names; null where the directory cannot be read. */
export async function readZipDirectory(bytes: Bytes): Promise<readonly ZipEntry[] | null> {
  const end = await findEnd(bytes);
  if (!end || end.size > MAX_DIRECTORY) return null;
  const table = await bytes.at(end.directory, end.size);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= table.length && table.toString('latin1', at, at + 4) === 'PK\x01\x02'; ) {
    const nameLength = table.readUInt16LE(at + 28);
    entries.push({
      name: table.toString('utf8', at + 46, at + 46 + nameLength),
      packed: table.readUInt32LE(at + 20),
      unpacked: table.readUInt32LE(at + 24),
      method: table.readUInt16LE(at + 10),
      start: table.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return entries.length === end.entries ? entries : null;
}

const inflate = promisify(inflateRaw);

/** One part, unpacked without blocking the event loop; null where it is damaged or has more than `maxBytes`, whatever the directory says. */
export async function readZipPart(bytes: Bytes, entry: ZipEntry, maxBytes: number): Promise<Buffer | null> {
  const header = await bytes.at(entry.start, 30);
  if (header.length < 30 || header.toString('latin1', 0, 4) !== 'PK\x03\x04' || entry.packed > maxBytes) return null;
  const body = entry.start + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = Buffer.from(await bytes.at(body, entry.packed));
  if (packed.length < entry.packed || (entry.method !== 0 && entry.method !== 8)) return null;
  if (entry.method === 0 || maxBytes < 1) return packed;
  return inflate(packed, { maxOutputLength: maxBytes }).catch(() => null);
}

const MAX_ENTRIES = 10_000;
const MAX_UNPACKED = 500_000_000;
/** Deflate packs at most 1 : 1032; text of a document reaches 1 : 20 or so, an empty picture 1 : 200. */
const MAX_RATIO = 250;
const SMALL = 20_000_000;

/** Whether an archive is a bomb: too many parts, too many bytes in all, or a part packed tighter than that of any document. */
export function isBomb(entries: readonly ZipEntry[]): boolean {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (entries.length > MAX_ENTRIES || total > MAX_UNPACKED) return true;
  return entries.some(({ packed, unpacked }) => unpacked > SMALL && unpacked > packed * MAX_RATIO);
}

/** The record that ends an archive (APPNOTE.TXT 4.3.16): where it stands, and where the directory is, bytes. */
interface ZipEnd {
  readonly at: number;
  readonly entries: number;
  readonly directory: number;
  readonly size: number;
}

/** Finds the end of an archive; null where it has none. */
export async function findEnd(bytes: Bytes): Promise<ZipEnd | null> {
  const from = Math.max(0, bytes.size - MAX_END);
  const tail = await bytes.at(from, MAX_END);
  for (
    let i = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    i >= 0;
    i = i === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', i - 1, 'latin1')
  ) {
    if (i + END_SIZE > tail.length || i + END_SIZE + tail.readUInt16LE(i + 20) > tail.length) continue;
    return {
      at: from + i,
      entries: tail.readUInt16LE(i + 10),
      size: tail.readUInt32LE(i + 12),
      directory: tail.readUInt32LE(i + 16),
    };
  }
  return null;
}

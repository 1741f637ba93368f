import type { Bytes } from './bytes.ts';

const MAX_REGULAR = 0xfffffffa;
/** Sectors of a directory that are looked at: a document names some ten streams, and a sector has four names at least. */
const MAX_SECTORS = 64;
const ENTRY = 128;

/** A stream of an OLE container. */
interface OleStream {
  readonly name: string;
  /** Where its first bytes stand in the file. A stream of less than 4,096 bytes stands elsewhere. */
  readonly offset: number;
}

/** The streams and folders that an OLE container names ([MS-CFB] 2.6); none where its directory is damaged. */
async function oleStreams(bytes: Bytes): Promise<OleStream[]> {
  const header = Buffer.from(await bytes.at(0, 512));
  if (header.length < 512) return [];
  const size = 1 << Math.min(header.readUInt16LE(30), 16);
  const streams: OleStream[] = [];
  let sector = header.readUInt32LE(48);
  for (let count = 0; count < MAX_SECTORS && sector <= MAX_REGULAR; count += 1) {
    const entries = Buffer.from(await bytes.at((sector + 1) * size, size));
    for (let at = 0; at + ENTRY <= entries.length; at += ENTRY) {
      const length = Math.min(entries.readUInt16LE(at + 64), 64);
      const name = entries.toString('utf16le', at, at + Math.max(0, length - 2));
      if (name !== '') streams.push({ name, offset: (entries.readUInt32LE(at + 116) + 1) * size });
    }
    sector = await nextSector(bytes, header, sector, size);
  }
  return streams;
}

/** The sector that follows another by the allocation table; larger than any where there is none. */
async function nextSector(bytes: Bytes, header: Buffer, sector: number, size: number): Promise<number> {
  const perTable = size / 4;
  const table = Math.floor(sector / perTable);
  const start = table < 109 ? header.readUInt32LE(76 + table * 4) : MAX_REGULAR + 1;
  if (start > MAX_REGULAR) return MAX_REGULAR + 1;
  const entry = await bytes.at((start + 1) * size + (sector % perTable) * 4, 4);
  return entry.length < 4 ? MAX_REGULAR + 1 : entry.readUInt32LE(0);
}

/** What an OLE container holds. */
export interface OleContent {
  /** The ending that such a file should have; null where it is not known. */
  readonly ending: '.doc' | '.ppt' | '.xls' | null;
  /** It cannot be read without its password. */
  readonly isLocked: boolean;
}

/** The stream that only one kind of old document has. */
const ENDINGS: Readonly<Record<string, NonNullable<OleContent['ending']>>> = {
  WordDocument: '.doc',
  'PowerPoint Document': '.ppt',
  Workbook: '.xls',
};

/**
 * What an OLE container holds, by the names of its streams: `EncryptedPackage` is a document of today under a password
 * ([MS-OFFCRYPTO] 2.3.4.4), `EncryptedSummary` an old deck under one. An old text says so in its first bytes ([MS-DOC] 2.5.2).
 */
export async function oleContent(bytes: Bytes): Promise<OleContent> {
  const streams = await oleStreams(bytes);
  const names = streams.map(({ name }) => name);
  const ending = names.map((name) => ENDINGS[name]).find((each) => each !== undefined) ?? null;
  const text = streams.find(({ name }) => name === 'WordDocument');
  const start = text === undefined ? Buffer.alloc(0) : await bytes.at(text.offset, 12);
  const isEncryptedText =
    start.length === 12 && start.readUInt16LE(0) === 0xa5ec && (start.readUInt16LE(10) & 0x0100) !== 0;
  return { ending, isLocked: isEncryptedText || names.some((name) => /^Encrypted(?:Package|Summary)$/u.test(name)) };
}

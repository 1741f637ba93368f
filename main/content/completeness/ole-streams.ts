import type { Bytes } from './bytes.ts';

const MAX_REGULAR = 0xfffffffa;
/** Sectors of a directory that are looked at: a document names some ten streams, and a sector has four names at least. */
const MAX_SECTORS = 64;
const ENTRY = 128;
/** Streams of fewer bytes stand in small sectors, within the stream of the root ([MS-CFB] 2.4). */
const SMALL_STREAM = 4096;
const SMALL_SECTOR = 64;
const ROOT = 'Root Entry';
/** The header names the first tables; those of a larger file stand in sectors of their own. */
const TABLES_IN_HEADER = 109;

/** A stream or folder of an OLE container. */
interface OleStream {
  readonly name: string;
  /** Its first sector, small or not. */
  readonly start: number;
  readonly size: number;
}

/** An OLE container ([MS-CFB]). */
export interface OleContainer {
  readonly streams: readonly OleStream[];
  /** Where a byte of a stream stands in the file; null where the container has no such byte. */
  place(name: string, offset: number): Promise<number | null>;
}

/** Opens an OLE container; without streams where its header or its directory is damaged. */
export async function openOle(bytes: Bytes): Promise<OleContainer> {
  const header = Buffer.from(await bytes.at(0, 512));
  if (header.length < 512) return { streams: [], place: async () => null };
  const size = 1 << Math.min(header.readUInt16LE(30), 16);
  const follow = async (from: number, count: number): Promise<number> => {
    let sector = from;
    for (let at = 0; at < count && sector <= MAX_REGULAR; at += 1)
      sector = await nextSector(bytes, header, sector, size);
    return sector;
  };
  const placeIn = async (start: number, offset: number): Promise<number | null> => {
    const sector = await follow(start, Math.floor(offset / size));
    return sector <= MAX_REGULAR ? (sector + 1) * size + (offset % size) : null;
  };
  const streams = await readStreams(bytes, header.readUInt32LE(48), size, follow);
  const root = streams.find(({ name }) => name === ROOT);
  const smallTable = header.readUInt32LE(60);
  const placeInSmall = async (start: number, offset: number): Promise<number | null> => {
    let sector = start;
    for (let at = 0; at < Math.floor(offset / SMALL_SECTOR); at += 1) {
      const place = await placeIn(smallTable, sector * 4);
      const entry = place === null ? null : await bytes.at(place, 4);
      if (entry === null || entry.length < 4) return null;
      sector = entry.readUInt32LE(0);
      if (sector > MAX_REGULAR) return null;
    }
    return root === undefined ? null : placeIn(root.start, sector * SMALL_SECTOR + (offset % SMALL_SECTOR));
  };
  return {
    streams,
    async place(name, offset) {
      const stream = streams.find((each) => each.name === name);
      if (stream === undefined || offset < 0 || offset >= stream.size) return null;
      return stream.size < SMALL_STREAM ? placeInSmall(stream.start, offset) : placeIn(stream.start, offset);
    },
  };
}

async function readStreams(
  bytes: Bytes,
  start: number,
  size: number,
  follow: (from: number, count: number) => Promise<number>,
): Promise<OleStream[]> {
  const streams: OleStream[] = [];
  let sector = start;
  for (let count = 0; count < MAX_SECTORS && sector <= MAX_REGULAR; count += 1) {
    const entries = Buffer.from(await bytes.at((sector + 1) * size, size));
    for (let at = 0; at + ENTRY <= entries.length; at += ENTRY) {
      const length = Math.min(entries.readUInt16LE(at + 64), 64);
      const name = entries.toString('utf16le', at, at + Math.max(0, length - 2));
      if (name !== '')
        streams.push({ name, start: entries.readUInt32LE(at + 116), size: entries.readUInt32LE(at + 120) });
    }
    sector = await follow(sector, 1);
  }
  return streams;
}

/** The sector that follows another by the allocation table; larger than any where there is none. */
async function nextSector(bytes: Bytes, header: Buffer, sector: number, size: number): Promise<number> {
  const perTable = size / 4;
  const start = await tableSector(bytes, header, Math.floor(sector / perTable), size);
  if (start > MAX_REGULAR) return MAX_REGULAR + 1;
  const entry = await bytes.at((start + 1) * size + (sector % perTable) * 4, 4);
  return entry.length < 4 ? MAX_REGULAR + 1 : entry.readUInt32LE(0);
}

/** The sector of an allocation table, by its number ([MS-CFB] 2.5). */
async function tableSector(bytes: Bytes, header: Buffer, table: number, size: number): Promise<number> {
  if (table < TABLES_IN_HEADER) return header.readUInt32LE(76 + table * 4);
  const perList = size / 4 - 1;
  let list = header.readUInt32LE(68);
  for (let left = table - TABLES_IN_HEADER; list <= MAX_REGULAR; left -= perList) {
    const isHere = left < perList;
    const entry = await bytes.at((list + 1) * size + (isHere ? left : perList) * 4, 4);
    if (entry.length < 4) break;
    if (isHere) return entry.readUInt32LE(0);
    list = entry.readUInt32LE(0);
  }
  return MAX_REGULAR + 1;
}

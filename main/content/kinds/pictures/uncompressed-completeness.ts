import type { Bytes } from '../../completeness/bytes.ts';
import { DOUBTFUL_ZEROS, TRUNCATED, type Verdict, WHOLE, ZEROS } from '../../completeness/verdict.ts';
import { endsInZeros } from '../../completeness/zeros.ts';

const COMPRESSION = 259;
/** Where the pixels are and how many bytes: strips, then tiles. */
const OFFSETS = [273, 324];
const COUNTS = [279, 325];
const TYPE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const MAX_ENTRIES = 4096;
const MAX_STRIPS = 1_000_000;
/** BITMAPFILEHEADER and the smallest header of a bitmap (BITMAPCOREHEADER). */
const LEAST_BMP_HEAD = 26;

/** TIFF 6.0 (and BigTIFF): directories and every strip or tile they name lie within the file. Black may end an uncompressed one. */
export async function walkTiff(bytes: Bytes): Promise<Verdict> {
  const head = await bytes.at(0, 16);
  if (head.length < 16) return TRUNCATED;
  const little = head[0] === 0x49;
  const big = head[little ? 2 : 3] === 43;
  const read = (from: Buffer, at: number, size: number): number =>
    size === 1
      ? (from[at] ?? 0)
      : size === 8
        ? readLong(from, at, little)
        : little
          ? from.readUIntLE(at, size)
          : from.readUIntBE(at, size);
  const unfinished = async (): Promise<Verdict> => ((await endsInZeros(bytes)) ? ZEROS : TRUNCATED);
  const word = big ? 8 : 4;

  let directory = read(head, big ? 8 : 4, word);
  let end = 0;
  let compressed = false;
  for (let seen = 0; directory !== 0 && seen < 1000; seen += 1) {
    const count = await bytes.at(directory, big ? 8 : 2);
    if (count.length < (big ? 8 : 2)) return unfinished();
    const entries = read(count, 0, big ? 8 : 2);
    const entrySize = big ? 20 : 12;
    if (entries === 0 || entries > MAX_ENTRIES) return unfinished();
    const table = Buffer.from(await bytes.at(directory + count.length, entries * entrySize + word));
    if (table.length < entries * entrySize + word) return unfinished();
    const numbers = async (tags: readonly number[]): Promise<number[] | null> => {
      for (let i = 0; i < entries; i += 1) {
        const at = i * entrySize;
        if (!tags.includes(read(table, at, 2))) continue;
        const size = TYPE_SIZES[read(table, at + 2, 2)] ?? 0;
        const n = read(table, at + 4, word);
        if (size === 0 || n > MAX_STRIPS) return null;
        const field = at + 4 + word;
        const from = size * n <= word ? table.subarray(field) : await bytes.at(read(table, field, word), size * n);
        return from.length < size * n ? null : Array.from({ length: n }, (_, k) => read(from, k * size, size));
      }
      return [];
    };
    const [offsets, counts, compression] = [
      await numbers(OFFSETS),
      await numbers(COUNTS),
      await numbers([COMPRESSION]),
    ];
    if (!offsets || !counts || !compression) return unfinished();
    compressed ||= (compression[0] ?? 1) !== 1;
    for (const [i, offset] of offsets.entries()) end = Math.max(end, offset + (counts[i] ?? 0));
    directory = read(table, entries * entrySize, word);
  }
  if (end === 0 || end > bytes.size) return unfinished();
  if (!(await endsInZeros(bytes, end))) return WHOLE;
  return compressed ? ZEROS : DOUBTFUL_ZEROS;
}

const readLong = (from: Buffer, at: number, little: boolean): number =>
  Number(little ? from.readBigUInt64LE(at) : from.readBigUInt64BE(at));

/** BITMAPFILEHEADER: the size it names, or what its pixels take where a writer left 0 there. The top of a picture may be black. */
export async function walkBmp(bytes: Bytes): Promise<Verdict> {
  const head = await bytes.at(0, 54);
  if (head.length < 54) return TRUNCATED;
  const row = Math.ceil((Math.abs(head.readInt32LE(18)) * head.readUInt16LE(28)) / 32) * 4;
  const compressed = head.readUInt32LE(30) === 1 || head.readUInt32LE(30) === 2;
  const pixels = compressed ? head.readUInt32LE(34) : row * Math.abs(head.readInt32LE(22));
  const end = Math.max(head.readUInt32LE(10) + pixels, compressed ? head.readUInt32LE(2) : 0);
  if (end > bytes.size) return TRUNCATED;
  // A head that names no pixels, or has them begin within itself, has not come whole.
  if (pixels === 0 || head.readUInt32LE(10) < LEAST_BMP_HEAD) return (await endsInZeros(bytes)) ? ZEROS : TRUNCATED;
  if (!(await endsInZeros(bytes, end))) return WHOLE;
  return compressed ? ZEROS : DOUBTFUL_ZEROS;
}

import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_ZEROS, TRUNCATED, ZEROS } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';

const COMPRESSION = 259;
/** Where the pixels are and how many bytes: strips, then tiles. */
const OFFSETS = [273, 324];
const COUNTS = [279, 325];
const TYPE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const MAX_ENTRIES = 4096;
const MAX_STRIPS = 1_000_000;
/** TIFF 6.0 and BigTIFF: the directories and all their strips or tiles lie within the file. Uncompressed ones may end in black. */
async function tiffCompleteness(bytes: Bytes): Promise<Completeness> {
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
  const word = big ? 8 : 4;

  let directory = read(head, big ? 8 : 4, word);
  let end = 0;
  let compressed = false;
  for (let seen = 0; directory !== 0 && seen < 1000; seen += 1) {
    const count = await bytes.at(directory, big ? 8 : 2);
    if (count.length < (big ? 8 : 2)) return brokenOff(bytes);
    const entries = read(count, 0, big ? 8 : 2);
    const entrySize = big ? 20 : 12;
    if (entries === 0 || entries > MAX_ENTRIES) return brokenOff(bytes);
    const table = Buffer.from(await bytes.at(directory + count.length, entries * entrySize + word));
    if (table.length < entries * entrySize + word) return brokenOff(bytes);
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
    if (!offsets || !counts || !compression) return brokenOff(bytes);
    compressed ||= (compression[0] ?? 1) !== 1;
    for (const [i, offset] of offsets.entries()) end = Math.max(end, offset + (counts[i] ?? 0));
    directory = read(table, entries * entrySize, word);
  }
  if (end === 0 || end > bytes.size) return brokenOff(bytes);
  if (!(await endsInZeros(bytes, end))) return COMPLETE;
  return compressed ? ZEROS : DOUBTFUL_ZEROS;
}

const readLong = (from: Buffer, at: number, little: boolean): number =>
  Number(little ? from.readBigUInt64LE(at) : from.readBigUInt64BE(at));

export const TIFF: Format = {
  ending: '.tif',
  sign: ({ text }) => /^(II[*+]\0|MM\0[*+])/.test(text),
  completeness: tiffCompleteness,
};

import type { Bytes } from '../../completeness/bytes.ts';

/** Size in bytes of each type of field (TIFF 6.0, section 2; 13 and above: BigTIFF). */
const TYPE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
/** The type of two numbers of 4 bytes, a numerator and a denominator. */
const RATIONAL = 5;
const MAX_ENTRIES = 4096;
const MAX_VALUES = 1_000_000;
const MAX_DIRECTORIES = 1000;

/** One picture of a TIFF file: what is known of it, as numbers under tags. */
export interface TiffDirectory {
  /** Where the directory itself ends in the file. */
  readonly end: number;
  /** The values of a tag; none where the tag is absent, null where they lie outside the file or are no numbers. */
  values(tag: number): Promise<readonly number[] | null>;
}

/** The order of bytes, and the size of a position: 8 bytes in BigTIFF, 4 otherwise. */
interface Layout {
  readonly little: boolean;
  readonly word: 4 | 8;
}

function readNumber(from: Buffer, at: number, size: number, { little }: Layout): number {
  if (size === 1) return from[at] ?? 0;
  if (size === 8) return Number(little ? from.readBigUInt64LE(at) : from.readBigUInt64BE(at));
  return little ? from.readUIntLE(at, size) : from.readUIntBE(at, size);
}

/** A value of a field; a fraction as the number that it stands for. */
function readValue(from: Buffer, at: number, type: number, layout: Layout): number {
  const size = TYPE_SIZES[type] ?? 0;
  if (type !== RATIONAL) return readNumber(from, at, size, layout);
  return readNumber(from, at, 4, layout) / readNumber(from, at + 4, 4, layout);
}

/** The directories of a TIFF or BigTIFF file, in their order. The last one is null where the chain of them breaks off. */
export async function* tiffDirectories(bytes: Bytes): AsyncGenerator<TiffDirectory | null> {
  const head = Buffer.from(await bytes.at(0, 16));
  if (head.length < 16) return yield null;
  const little = head[0] === 0x49;
  const layout: Layout = { little, word: head[little ? 2 : 3] === 43 ? 8 : 4 };
  const { word } = layout;
  const countSize = word === 8 ? 8 : 2;
  const seen = new Set<number>();
  let start = readNumber(head, word === 8 ? 8 : 4, word, layout);
  while (start !== 0 && !seen.has(start) && seen.size < MAX_DIRECTORIES) {
    seen.add(start);
    const count = await bytes.at(start, countSize);
    const entries = count.length < countSize ? 0 : readNumber(count, 0, countSize, layout);
    if (entries === 0 || entries > MAX_ENTRIES) return yield null;
    const length = entries * (4 + 2 * word) + word;
    const table = Buffer.from(await bytes.at(start + countSize, length));
    if (table.length < length) return yield null;
    yield directory(bytes, table, start + countSize + length, layout);
    start = readNumber(table, length - word, word, layout);
  }
}

function directory(bytes: Bytes, table: Buffer, end: number, layout: Layout): TiffDirectory {
  const { word } = layout;
  return {
    end,
    async values(tag) {
      for (let at = 0; at + 4 + 2 * word <= table.length; at += 4 + 2 * word) {
        if (readNumber(table, at, 2, layout) !== tag) continue;
        const type = readNumber(table, at + 2, 2, layout);
        const size = TYPE_SIZES[type] ?? 0;
        const count = readNumber(table, at + 4, word, layout);
        if (size === 0 || count > MAX_VALUES) return null;
        const field = at + 4 + word;
        const inline = size * count <= word;
        const from = inline
          ? table.subarray(field)
          : await bytes.at(readNumber(table, field, word, layout), size * count);
        if (from.length < size * count) return null;
        return Array.from({ length: count }, (_, index) => readValue(from, index * size, type, layout));
      }
      return [];
    },
  };
}

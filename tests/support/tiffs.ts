/** TIFF files written by hand: uncompressed grey pages, each darker than the one before. */
export interface TiffPageOptions {
  /** Grey of the left half; the right half is white. */
  readonly grey: number;
  /** The number of the compression method that the page claims to have; its pixels stay uncompressed. */
  readonly claims?: number;
  /** A reduced copy of another page, as scanners store one for previews. */
  readonly reduced?: boolean;
  readonly right?: number;
  /** Width and height, pixels; default 32. */
  readonly size?: number;
  /** Dots an inch across and down. */
  readonly dots?: readonly [number, number];
  /** 3 stands for floating-point numbers. */
  readonly sampleFormat?: number;
  /** What the page claims of itself besides, by tag; its pixels stay as they are. */
  readonly tags?: Readonly<Record<number, number>>;
}

const SIZE = 32;
const USUAL_TAGS: readonly number[] = [254, 256, 257, 258, 259, 262, 273, 277, 278, 279, 282, 283, 339];

/** `directoryFirst`: the directory of each page stands before its pixels, so that the file ends in pixels. */
export function tiffOf(pages: readonly TiffPageOptions[], directoryFirst = false): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  let at = 8;
  let link = { part: 0, offset: 4 };
  for (const {
    grey,
    claims = 1,
    reduced = false,
    right = 255,
    dots = [72, 72],
    sampleFormat = 1,
    size = SIZE,
    tags = {},
  } of pages) {
    const pixels = Buffer.alloc(size * size, grey);
    for (let y = 0; y < size; y += 1) pixels.fill(right, y * size + size / 2, (y + 1) * size);
    const claimed = Object.entries(tags).map(([tag, value]) => [Number(tag), value] as const);
    const table = 2 + (13 + claimed.filter(([tag]) => !USUAL_TAGS.includes(tag)).length) * 12 + 4;
    const length = table + 16;
    const pixelsAt = directoryFirst ? at + length : at;
    const directoryAt = directoryFirst ? at : at + pixels.length;
    const directory = Buffer.alloc(length);
    const usual = [
      [254, reduced ? 1 : 0],
      [256, size],
      [257, size],
      [258, 8],
      [259, claims],
      [262, 1],
      [273, pixelsAt],
      [277, 1],
      [278, size],
      [279, pixels.length],
      [282, directoryAt + table],
      [283, directoryAt + table + 8],
      [339, sampleFormat],
    ] as const;
    const entries = [...new Map<number, number>([...usual, ...claimed])].sort(([one], [other]) => one - other);
    directory.writeUInt16LE(entries.length, 0);
    for (const [n, [tag, value]] of entries.entries()) {
      directory.writeUInt16LE(tag, 2 + n * 12);
      directory.writeUInt16LE(tag === 282 || tag === 283 ? 5 : 4, 4 + n * 12);
      directory.writeUInt32LE(1, 6 + n * 12);
      directory.writeUInt32LE(value, 10 + n * 12);
    }
    for (const [n, value] of dots.entries()) {
      directory.writeUInt32LE(value, table + n * 8);
      directory.writeUInt32LE(1, table + n * 8 + 4);
    }
    parts[link.part]?.writeUInt32LE(directoryAt, link.offset);
    link = { part: parts.length + (directoryFirst ? 0 : 1), offset: table - 4 };
    parts.push(...(directoryFirst ? [directory, pixels] : [pixels, directory]));
    at += length + pixels.length;
  }
  return Buffer.concat(parts);
}

import { type BmpHeader, COMPRESSION } from './bmp-header.ts';

/**
 * Unpacks the run-length coding of bitmaps of 8 and 4 bits (BI_RLE8, BI_RLE4). Gives one byte a pixel, an index into the
 * palette, in the order of the lines in the file; pixels that are skipped stay 0, the first colour.
 */
export function unpackRle(packed: Buffer, { width, height, compression }: BmpHeader): Uint8Array {
  const indices = new Uint8Array(width * height);
  const isNibbles = compression === COMPRESSION.rle4;
  let [x, y, at] = [0, 0, 0];
  const put = (index: number): void => {
    if (x < width && y < height) indices[y * width + x] = index;
    x += 1;
  };
  while (at + 1 < packed.length && y < height) {
    const [count = 0, value = 0] = [packed[at], packed[at + 1]];
    at += 2;
    if (count > 0) {
      for (let n = 0; n < count; n += 1) put(isNibbles ? (n % 2 === 0 ? value >> 4 : value & 15) : value);
    } else if (value === 0) {
      x = 0;
      y += 1;
    } else if (value === 1) break;
    else if (value === 2) {
      x += packed[at] ?? 0;
      y += packed[at + 1] ?? 0;
      at += 2;
    } else {
      for (let n = 0; n < value; n += 1) {
        const byte = packed[at + (isNibbles ? n >> 1 : n)] ?? 0;
        put(isNibbles ? (n % 2 === 0 ? byte >> 4 : byte & 15) : byte);
      }
      const used = isNibbles ? (value + 1) >> 1 : value;
      // Runs of single pixels end at a multiple of two bytes.
      at += used + (used % 2);
    }
  }
  return indices;
}

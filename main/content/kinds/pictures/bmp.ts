import type { Fault } from '../../faults/fault.ts';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import { type BmpHeader, COMPRESSION, MAX_HEADERS, readBmpHeader } from './bmp-header.ts';
import { unpackRle } from './bmp-rle.ts';
import type { Pixels } from './make-picture.ts';
import { tooManyPixels } from './picture-faults.ts';

const OPAQUE = 255;

/**
 * Pixels of a bitmap of Windows or OS/2, which libvips does not read: 1 to 32 bits, packed or not. The decoders on npm give
 * wrong colours or black for palettes. @throws where the file is no bitmap that is known.
 */
export function decodeBmp(file: Uint8Array): Pixels | Fault {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const header = readBmpHeader(bytes.subarray(0, MAX_HEADERS), bytes.length);
  if (header === null || header.width <= 0 || header.height <= 0) throw new Error('not a bitmap');
  const { width, height, compression } = header;
  if (width * height > MAX_PIXELS) return tooManyPixels(width, height);
  // Programs for printers put a whole JPEG or PNG into a bitmap.
  if (compression === COMPRESSION.jpeg || compression === COMPRESSION.png) return file.subarray(header.pixelsAt);
  const data = Buffer.alloc(width * height * 4, OPAQUE);
  if (header.bits <= 8) paintPalette(bytes, header, data);
  else paintColours(bytes, header, data);
  return { data, width, height, channels: 4 };
}

/** Where line `y` of the picture, from the top, stands among the lines of the file. */
const lineOf = (y: number, { isTopDown, height }: BmpHeader): number => (isTopDown ? y : height - 1 - y);

function paintPalette(bytes: Buffer, header: BmpHeader, data: Buffer): void {
  const { width, height, bits, palette } = header;
  const isPacked = header.compression === COMPRESSION.rle8 || header.compression === COMPRESSION.rle4;
  if (![1, 2, 4, 8].includes(bits)) throw new Error(`a bitmap of ${bits} bits`);
  const indices = isPacked ? unpackRle(bytes.subarray(header.pixelsAt), header) : null;
  const perByte = 8 / bits;
  for (let y = 0; y < height; y += 1) {
    const line = lineOf(y, header);
    for (let x = 0; x < width; x += 1) {
      const byte = bytes[header.pixelsAt + line * header.row + Math.floor(x / perByte)] ?? 0;
      const shift = 8 - bits * ((x % perByte) + 1);
      const index = indices ? (indices[line * width + x] ?? 0) : (byte >> shift) & ((1 << bits) - 1);
      const from = palette.at + Math.min(index, palette.count - 1) * palette.size;
      const to = (y * width + x) * 4;
      data[to] = bytes[from + 2] ?? 0;
      data[to + 1] = bytes[from + 1] ?? 0;
      data[to + 2] = bytes[from] ?? 0;
    }
  }
}

/** A channel of a pixel of 16 or 32 bits: where its bits begin, and the largest value that they hold. */
const channelOf = (mask: number) => {
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  return { shift, max: mask >>> shift };
};

function paintColours(bytes: Buffer, header: BmpHeader, data: Buffer): void {
  const { width, height, bits, masks } = header;
  if (![16, 24, 32].includes(bits)) throw new Error(`a bitmap of ${bits} bits`);
  const size = bits / 8;
  const channels = masks.map(channelOf);
  let isAlphaUsed = false;
  for (let y = 0; y < height; y += 1) {
    const start = header.pixelsAt + lineOf(y, header) * header.row;
    for (let x = 0; x < width; x += 1) {
      const at = start + x * size;
      const pixel = at + size <= bytes.length ? bytes.readUIntLE(at, size) : 0;
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 4; channel += 1) {
        const { shift, max } = channels[channel] ?? { shift: 0, max: 0 };
        if (max > 0) data[to + channel] = Math.round((((pixel >>> shift) & max) * OPAQUE) / max);
        else if (channel < 3) data[to + channel] = 0;
      }
      isAlphaUsed ||= masks[3] !== 0 && data[to + 3] !== 0;
    }
  }
  // Many programs say that there is alpha and write 0 everywhere: the picture is opaque then.
  if (masks[3] !== 0 && !isAlphaUsed) for (let at = 3; at < data.length; at += 4) data[at] = OPAQUE;
}

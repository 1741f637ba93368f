import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_ZEROS, TRUNCATED, ZEROS } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';
import { COMPRESSION, MAX_HEADERS, readBmpHeader } from './bmp-header.ts';

/** BITMAPFILEHEADER and the smallest header of a bitmap (BITMAPCOREHEADER). */
const MIN_HEAD = 26;
const UNPACKED: readonly number[] = [COMPRESSION.none, COMPRESSION.bitfields, COMPRESSION.alphaBitfields];

/**
 * By its headers: the size that they name, or that its pixels take. The file ends with the top of the picture, which may be
 * black.
 */
async function bmpCompleteness(bytes: Bytes): Promise<Completeness> {
  const head = Buffer.from(await bytes.at(0, MAX_HEADERS));
  const header = readBmpHeader(head, bytes.size);
  if (header === null) return TRUNCATED;
  const unpacked = UNPACKED.includes(header.compression);
  const pixels = unpacked ? header.row * header.height : header.pixelBytes;
  // Some programs leave out the padding at the end of the last line.
  const padding = unpacked ? header.row - Math.ceil((Math.abs(header.width) * header.bits) / 8) : 0;
  const end = Math.max(header.pixelsAt + pixels - padding, unpacked ? 0 : head.readUInt32LE(2));
  if (end > bytes.size) return TRUNCATED;
  // A header that names no pixels, or places them within itself, is not all there yet.
  if (end <= header.pixelsAt || head.readUInt32LE(10) < MIN_HEAD) return brokenOff(bytes);
  if (!(await endsInZeros(bytes, end))) return COMPLETE;
  return unpacked ? DOUBTFUL_ZEROS : ZEROS;
}

/** The bitmaps of Windows: « BM » alone also begins texts, so their header is looked at too. */
export const BMP: Format = {
  ending: '.bmp',
  sign: ({ bytes, text }) =>
    text.startsWith('BM') &&
    bytes.length >= MIN_HEAD &&
    bytes.readUInt32LE(10) < 0x10000 &&
    bytes.readUInt32LE(14) <= 124,
  completeness: bmpCompleteness,
};

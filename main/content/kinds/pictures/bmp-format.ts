import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_ZEROS, TRUNCATED, ZEROS } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';

/** BITMAPFILEHEADER and the smallest header of a bitmap (BITMAPCOREHEADER). */
const MIN_HEAD = 26;

/** By BITMAPFILEHEADER: the size that it names, or that its pixels take. The file ends with the top of the picture, which may be black. */
async function bmpCompleteness(bytes: Bytes): Promise<Completeness> {
  const head = await bytes.at(0, 54);
  if (head.length < 54) return TRUNCATED;
  const row = Math.ceil((Math.abs(head.readInt32LE(18)) * head.readUInt16LE(28)) / 32) * 4;
  const compressed = head.readUInt32LE(30) === 1 || head.readUInt32LE(30) === 2;
  const pixels = compressed ? head.readUInt32LE(34) : row * Math.abs(head.readInt32LE(22));
  const end = Math.max(head.readUInt32LE(10) + pixels, compressed ? head.readUInt32LE(2) : 0);
  if (end > bytes.size) return TRUNCATED;
  // A header that names no pixels, or places them within itself, is not all there yet.
  if (pixels === 0 || head.readUInt32LE(10) < MIN_HEAD) return brokenOff(bytes);
  if (!(await endsInZeros(bytes, end))) return COMPLETE;
  return compressed ? ZEROS : DOUBTFUL_ZEROS;
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

import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, TRUNCATED, ZEROS } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { endsInZeros } from '../../completeness/zeros.ts';

/** Chunks of pixels. What describes the picture stands behind them, and may end in zeros. */
const PIXELS: readonly string[] = ['VP8 ', 'VP8L', 'ALPH', 'ANMF'];

/** WebP (RFC 9649): the RIFF header tells the size of all; the chunks are followed, so that none of them is reserved space. */
async function webpCompleteness(bytes: Bytes): Promise<Completeness> {
  const end = 8 + (await bytes.at(4, 4)).readUInt32LE(0);
  if (end > bytes.size) return TRUNCATED;
  let pixelsEnd = 0;
  for (let at = 12; at + 8 <= end; ) {
    const head = await bytes.at(at, 8);
    // Some programs write odd names of chunks (« XMP\0 »), but none is all zeros.
    if (head.readUInt32LE(0) === 0) return ZEROS;
    const name = head.toString('latin1', 0, 4);
    at += 8 + head.readUInt32LE(4) + (head.readUInt32LE(4) % 2);
    if (at > end + 1) return TRUNCATED;
    if (PIXELS.includes(name)) pixelsEnd = at;
  }
  return pixelsEnd === 0 || (await endsInZeros(bytes, Math.min(pixelsEnd, end))) ? ZEROS : COMPLETE;
}

export const WEBP: Format = {
  ending: '.webp',
  sign: ({ text }) => text.startsWith('RIFF') && text.startsWith('WEBP', 8),
  completeness: webpCompleteness,
};

import decode from 'heic-decode';
import { boxes } from '../../completeness/boxes.ts';
import { Bytes } from '../../completeness/bytes.ts';
import type { Fault } from '../../fault.ts';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import { tooManyPixels } from './picture-faults.ts';
import { wrapTiff } from './tiff.ts';

/**
 * An iPhone photo as an uncompressed TIFF that carries the photo's own colour profile: libheif turns the picture as its
 * boxes say, but leaves the colours as they are (Display P3).
 */
export async function heicToTiff(file: Uint8Array): Promise<Uint8Array | Fault> {
  const { width, height, profile } = await heicFacts(file);
  if (width * height > MAX_PIXELS) return tooManyPixels(width, height);
  const image = await decode({ buffer: file });
  return wrapTiff({ ...image, channels: 4 }, profile);
}

/** The largest `ispe` (the grid, not its tiles) and the first ICC profile among the item properties (ISO/IEC 23008-12). */
async function heicFacts(file: Uint8Array): Promise<{ width: number; height: number; profile: Uint8Array | null }> {
  const bytes = Bytes.of(file);
  let width = 0;
  let height = 0;
  let profile: Uint8Array | null = null;
  for await (const box of boxes(bytes, 0, bytes.size, ['meta', 'iprp', 'ipco'])) {
    if (box.type === 'ispe') {
      const body = await bytes.at(box.body, 12);
      if (body.length < 12) continue;
      const [w, h] = [body.readUInt32BE(4), body.readUInt32BE(8)];
      if (w * h > width * height) [width, height] = [w, h];
    } else if (box.type === 'colr' && profile === null) {
      const body = await bytes.at(box.body, box.end - box.body);
      if (/^(prof|rICC)/.test(body.toString('latin1', 0, 4))) profile = body.subarray(4);
    }
  }
  return { width, height, profile };
}

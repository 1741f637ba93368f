import { decode } from 'bmp-ts';
import type { Fault } from '../../fault.ts';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import type { Pixels } from './make-picture.ts';
import { tooManyPixels } from './picture-faults.ts';

/** Pixels of a Windows bitmap (1 to 32 bits, RLE too), which libvips does not read. @throws where it does not decode. */
export function decodeBmp(file: Uint8Array): Pixels | Fault {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const width = Math.abs(bytes.readInt32LE(18));
  const height = Math.abs(bytes.readInt32LE(22));
  if (width * height > MAX_PIXELS) return tooManyPixels(width, height);
  const { data, width: w, height: h } = decode(bytes, { toRGBA: true });
  // Nearly every program writes the fourth byte of a pixel as padding, often 0: it is never transparency.
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { data, width: w, height: Math.abs(h), channels: 4 };
}

import { decode } from 'bmp-ts';
import { type Fault, faults } from '../../preparation/fault.ts';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import type { Pixels } from './picture.ts';

/** Pixels of a Windows bitmap (1 to 32 bits, RLE too), which libvips does not read. @throws where it does not decode. */
export function decodeBmp(file: Uint8Array): Pixels | Fault {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const width = Math.abs(bytes.readInt32LE(18));
  const height = Math.abs(bytes.readInt32LE(22));
  if (width * height > MAX_PIXELS) return faults.tooManyPixels(width, height);
  const { data, width: w, height: h } = decode(bytes, { toRGBA: true });
  // The fourth byte of a bitmap is padding for nearly every program that writes one, and often 0: never transparency.
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { data, width: w, height: Math.abs(h), channels: 4 };
}

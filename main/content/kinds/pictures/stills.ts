import type { Format } from '../../completeness/format.ts';
import type { Fault } from '../../faults/fault.ts';
import { readableGif } from './gif-blocks.ts';
import { GIF } from './gif-format.ts';
import { AVIF } from './iso-formats.ts';
import { animationStill } from './picture-faults.ts';
import { readablePng } from './png-chunks.ts';
import { PNG } from './png-format.ts';

/** The position of the major brand in the `ftyp` box at the start of a file (ISO/IEC 14496-12). */
const BRAND_AT = 8;
/** The chunk that makes an animation of a PNG stands before the pixels, which follow within this many bytes. */
const MAX_CHUNKS = 1 << 16;

/**
 * The file as sharp decodes it, with a warning for an animation that it shows without movement. An animation in AVIF (brand
 * `avis`) also holds its first frame as a still picture, which sharp decodes once the file says that it is one.
 */
export function stillOf(
  file: Uint8Array,
  format: Format,
): { readonly pixels: Uint8Array; readonly warnings: readonly Fault[] } {
  if (format === PNG) {
    return { pixels: readablePng(file), warnings: isAnimatedPng(file) ? [animationStill('PNG')] : [] };
  }
  if (format === GIF) return { pixels: readableGif(file), warnings: [] };
  if (format !== AVIF) return { pixels: file, warnings: [] };
  if (!isAnimatedAvif(file)) return { pixels: file, warnings: [] };
  const copy = Buffer.from(file);
  copy.write('avif', BRAND_AT, 'latin1');
  return { pixels: copy, warnings: [animationStill('AVIF')] };
}

/** Whether the brand of a file says that it is an animation in AVIF. */
export function isAnimatedAvif(file: Uint8Array): boolean {
  return Buffer.from(file.subarray(BRAND_AT - 4, BRAND_AT + 4)).toString('latin1') === 'ftypavis';
}

function isAnimatedPng(file: Uint8Array): boolean {
  const start = Buffer.from(file.subarray(0, MAX_CHUNKS)).toString('latin1');
  const control = start.indexOf('acTL');
  return control > 0 && control < start.indexOf('IDAT');
}

import type { Fault } from '../../fault.ts';
import { animationStill } from './picture-faults.ts';

/** The position of the major brand in the `ftyp` box at the start of a file (ISO/IEC 14496-12). */
const BRAND_AT = 8;

/**
 * A picture in AVIF that sharp decodes. An animation (brand `avis`) also holds its first frame as a still picture, which
 * sharp decodes once the file says that it is one.
 */
export function stillOfAvif(file: Uint8Array): { readonly pixels: Uint8Array; readonly warnings: readonly Fault[] } {
  const copy = Buffer.from(file);
  if (copy.toString('latin1', BRAND_AT, BRAND_AT + 4) !== 'avis') return { pixels: file, warnings: [] };
  copy.write('avif', BRAND_AT, 'latin1');
  return { pixels: copy, warnings: [animationStill()] };
}

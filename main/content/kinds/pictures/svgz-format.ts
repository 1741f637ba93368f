import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, TRUNCATED } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff } from '../../completeness/zeros.ts';

/** More than any drawing that is shown takes, unpacked. */
export const MAX_SVG_BYTES = 30_000_000;

/** The drawing within. @throws where it is cut, damaged, or larger than any that is shown. */
export const unpackSvg = (bytes: Uint8Array): Promise<Buffer> =>
  promisify(gunzip)(bytes, { maxOutputLength: MAX_SVG_BYTES + 1 });

/** The last bytes of gzip are a sum of all that it holds (RFC 1952, 2.3.1): what unpacks is whole. */
async function svgzCompleteness(bytes: Bytes): Promise<Completeness> {
  if (bytes.size > MAX_SVG_BYTES) return COMPLETE;
  try {
    await unpackSvg(Buffer.from(await bytes.at(0, bytes.size)));
    return COMPLETE;
  } catch (error) {
    // What unpacks to more than any drawing is refused where it is drawn.
    if (error instanceof RangeError) return COMPLETE;
    const isCut = error instanceof Error && /unexpected end/.test(error.message);
    return isCut ? TRUNCATED : brokenOff(bytes);
  }
}

/** A drawing that was packed with gzip, as Inkscape and Illustrator offer. */
export const SVGZ: Format = {
  ending: null,
  sign: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8,
  completeness: svgzCompleteness,
};

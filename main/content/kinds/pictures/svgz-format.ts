import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, ZEROS } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { endsInZeros } from '../../completeness/zeros.ts';
import type { Fault } from '../../faults/fault.ts';
import { faults } from '../../faults/file-faults.ts';
import { svgTooLarge } from './picture-faults.ts';

/** More than any drawing that is shown takes, unpacked. */
export const MAX_SVG_BYTES = 30_000_000;

/** The drawing within; the fault of one that is cut, or larger than any that is shown. @throws where it is damaged. */
export async function unpackSvg(bytes: Uint8Array): Promise<Buffer | Fault> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: MAX_SVG_BYTES + 1 });
  } catch (error) {
    if (error instanceof RangeError) return svgTooLarge();
    if (error instanceof Error && /unexpected end/.test(error.message)) return faults.truncated();
    throw error;
  }
}

/** The sum at its end says whether a packed file is whole (RFC 1952, 2.3.1), and is compared where it is unpacked, once. */
const svgzCompleteness = async (bytes: Bytes): Promise<Completeness> => ((await endsInZeros(bytes)) ? ZEROS : COMPLETE);

/** A drawing that was packed with gzip, as Inkscape and Illustrator offer. */
export const SVGZ: Format = {
  ending: null,
  sign: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8,
  completeness: svgzCompleteness,
};

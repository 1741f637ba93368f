import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff } from '../../completeness/zeros.ts';

/** Of the end of a file: some programs write line ends or a zero behind the last brace. */
const TAIL = 64;

/** Rich Text Format: one group, from its first brace to its last (RTF 1.9.1, « Contents of an RTF File »). */
async function rtfCompleteness(bytes: Bytes): Promise<Completeness> {
  const tail = (await bytes.at(Math.max(0, bytes.size - TAIL), TAIL)).toString('latin1');
  return /\}[\s\0]{0,8}$/.test(tail) ? COMPLETE : brokenOff(bytes);
}

/** The texts that every word processor writes, also under the name of one of Word. */
export const RTF: Format = {
  ending: '.rtf',
  sign: ({ text }) => /^\{\\rtf\d?\\/.test(text),
  completeness: rtfCompleteness,
};

/** More text than anybody puts on a wall; pictures are written as digits. */
const MAX_SEARCHED = 32 << 20;

/** Whether words that were deleted while changes were tracked still stand in the text: LibreOffice draws them, struck through. */
export async function hasDeletions(bytes: Bytes): Promise<boolean> {
  return /\\deleted(?!0|[a-z])/.test((await bytes.at(0, MAX_SEARCHED)).toString('latin1'));
}

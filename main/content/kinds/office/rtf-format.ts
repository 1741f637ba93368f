import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff } from '../../completeness/zeros.ts';
import type { OldText } from './searched-text.ts';

/** Of the end of a file: some programs write line ends or a zero behind the last brace. */
const TAIL = 64;

/** Rich Text Format: one group, from its first brace to its last (RTF 1.9.1, « Contents of an RTF File »). */
async function rtfCompleteness(bytes: Bytes): Promise<Completeness> {
  const tail = (await bytes.at(Math.max(0, bytes.size - TAIL), TAIL)).toString('latin1');
  return /\}[\s\0]{0,8}$/.test(tail) ? COMPLETE : brokenOff(bytes);
}

/** How such a text begins. What follows its first word is free: a space, an end of line, a brace (RTF 1.9.1, « Control Word »). */
export const RTF_START = String.raw`\{\\rtf(?!-?\d*[a-z])`;
const SIGN = new RegExp(`^${RTF_START}`);

/** The texts that every word processor writes, also under the name of one of Word. */
export const RTF: Format = {
  ending: '.rtf',
  sign: ({ text }) => SIGN.test(text),
  completeness: rtfCompleteness,
};

/** Whether words that were deleted while changes were tracked still stand in the text: LibreOffice draws them, struck through. */
export const hasDeletions = ({ raw }: OldText): boolean => /\\deleted(?!0|[a-z])/.test(raw);

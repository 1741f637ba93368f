import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, TRUNCATED } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff } from '../../completeness/zeros.ts';

/** The end mark stands in this many last bytes (ISO 32000-1, annex H): mail programs append a few. */
const TAIL = 4096;

/** ISO 32000-1, 7.5.5: there is an end mark, and before it the position of the last cross-reference, within the file. */
async function pdfCompleteness(bytes: Bytes): Promise<Completeness> {
  const tail = (await bytes.at(Math.max(0, bytes.size - TAIL), TAIL)).toString('latin1');
  const mark = tail.lastIndexOf('%%EOF');
  const start = /startxref\s+(\d+)\s*$/.exec(tail.slice(0, Math.max(mark, 0)));
  if (mark < 0 || !start) return brokenOff(bytes);
  if (Number(start[1]) >= bytes.size) return TRUNCATED;
  // A file made for the web has an end mark near its start too, but it says its length.
  const head = (await bytes.at(0, 1024)).toString('latin1');
  const length = /\/Linearized\b[^>]*?\/L\s+(\d+)/.exec(head)?.[1];
  return length !== undefined && Number(length) > bytes.size ? TRUNCATED : COMPLETE;
}

/** Readers accept the sign anywhere in the first 1,024 bytes (ISO 32000-1, annex H). */
export const PDF: Format = {
  ending: '.pdf',
  sign: ({ text }) => text.slice(0, 1024).includes('%PDF-'),
  isSignLoose: true,
  completeness: pdfCompleteness,
};

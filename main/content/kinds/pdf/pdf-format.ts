import type { Bytes } from '../../completeness/bytes.ts';
import {
  COMPLETE,
  type Completeness,
  DECODER_DECIDES,
  DOUBTFUL_END,
  DOUBTFUL_ZEROS,
  TRUNCATED,
} from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';

/** The end mark stands in this many last bytes (ISO 32000-1, annex H): mail programs append a few. */
const TAIL = 4096;
/** What stands before and after the end mark is read in pieces of this many bytes. */
const PIECE = 1 << 16;
/** The last lines of a PDF: the position of the last cross-reference, then the end mark, of which the end may be missing. */
const LAST_LINES = /startxref\s+(\d+)\s+(?:%%EOF|%{0,2}E?O?$)/g;
/** The last lines of a PDF without a cross-reference, as scripts write it: readers look for the objects themselves. */
const UNPLACED = /\btrailer\b(?:(?!startxref)[\s\S])*%%EOF\s*$/;
/** An object of a newer version of the document, which is written behind the end mark of the older one. */
const OBJECT = /\d\s+\d+\s+obj\b/;

/**
 * ISO 32000-1, 7.5.5: there is an end mark, and before it the position of the last cross-reference, within the file. Mail
 * programs and scanners may append any number of bytes, which are neither zeros (space that is reserved for the rest of a
 * copy) nor objects (a newer version of the document, of which the end is missing).
 */
async function pdfCompleteness(bytes: Bytes): Promise<Completeness> {
  const end = await findEnd(bytes);
  if (end === null) return (await endsUnplaced(bytes)) ? COMPLETE : brokenOff(bytes);
  // Some programs write a wrong position, and a transfer as text makes files shorter; readers then look for the objects
  // themselves. No beginning of a whole file ends in such lines: only one that was made for the web has an end mark near its
  // start, with the position 0.
  if (end.crossReference >= bytes.size) return bytes.size - end.at <= TAIL ? DECODER_DECIDES : TRUNCATED;
  // A file made for the web has an end mark near its start too, but it says its length.
  const head = (await bytes.at(0, 1024)).toString('latin1');
  const length = Number(/\/Linearized\b[^>]*?\/L\s+(\d+)/.exec(head)?.[1] ?? 0);
  if (length > bytes.size) return TRUNCATED;
  if (bytes.size - end.at <= TAIL) return COMPLETE;
  if (end.at < length - TAIL) return brokenOff(bytes);
  if (await endsInZeros(bytes)) return DOUBTFUL_ZEROS;
  return (await hasObject(bytes, end.at)) ? DOUBTFUL_END : COMPLETE;
}

async function endsUnplaced(bytes: Bytes): Promise<boolean> {
  return UNPLACED.test((await bytes.at(Math.max(0, bytes.size - TAIL), TAIL)).toString('latin1'));
}

/** The last end mark of a PDF: where it ends, and the position of the cross-reference that it names. */
async function findEnd(bytes: Bytes): Promise<{ readonly at: number; readonly crossReference: number } | null> {
  for (let to = bytes.size; to > 0; to -= PIECE) {
    const from = Math.max(0, to - PIECE - 64);
    const piece = (await bytes.at(from, to - from)).toString('latin1');
    const found = [...piece.matchAll(LAST_LINES)].at(-1);
    if (found === undefined) continue;
    const crossReference = Number(found[1]);
    if (found[0].endsWith('%%EOF')) return { at: from + found.index + found[0].length, crossReference };
    // Without a whole end mark, the position counts where it leads to a cross-reference: its last digits may be missing.
    const target = (await bytes.at(crossReference, 32)).toString('latin1');
    const isWhole = to === bytes.size && /^\s*(?:xref\s|\d+\s+\d+\s+obj\b)/.test(target);
    return isWhole ? { at: bytes.size, crossReference } : null;
  }
  return null;
}

async function hasObject(bytes: Bytes, start: number): Promise<boolean> {
  for (let from = start; from < bytes.size; from += PIECE) {
    if (OBJECT.test((await bytes.at(from, PIECE + 64)).toString('latin1'))) return true;
  }
  return false;
}

/** Readers accept the sign anywhere in the first 1,024 bytes (ISO 32000-1, annex H). */
export const PDF: Format = {
  ending: '.pdf',
  sign: ({ text }) => text.slice(0, 1024).includes('%PDF-'),
  isSignLoose: true,
  completeness: pdfCompleteness,
};

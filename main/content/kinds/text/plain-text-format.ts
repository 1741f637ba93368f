import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, TRUNCATED, UNKNOWN, ZEROS } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { utf16WithoutMark } from './utf-16.ts';

/** No text in two bytes a letter has so many zeros side by side. */
const UNFILLED = Buffer.alloc(4);
/** More bytes than any text for a hall; a longer one is judged by its start and its end. */
const MAX_TEXT = 4 << 20;

/**
 * A text is complete when it has no NUL (other than in UTF-16), and its last character of UTF-8 has all its bytes. An empty
 * one is complete: perhaps its name is all it has to say.
 */
export async function plainTextCompleteness(bytes: Bytes): Promise<Completeness> {
  const head = await bytes.at(0, MAX_TEXT);
  if (/^(\xff\xfe|\xfe\xff)/.test(head.toString('latin1', 0, 2))) return bytes.size % 2 === 0 ? COMPLETE : TRUNCATED;
  if (utf16WithoutMark(head) !== null)
    return head.includes(UNFILLED) ? ZEROS : bytes.size % 2 === 0 ? COMPLETE : TRUNCATED;
  if (head.includes(0)) return isText(head) ? ZEROS : UNKNOWN;
  const tail = await bytes.at(Math.max(0, bytes.size - 4), 4);
  return tail.includes(0) ? ZEROS : isCut(tail) && isUtf8(head) ? TRUNCATED : COMPLETE;
}

/** The first bytes of a program of Windows, and of Linux. */
const PROGRAM = /^(?:MZ|\x7fELF)/;
/** A text has at most one control character in this many bytes. */
const RARE = 200;

/** Whether a file with zeros is the unfinished copy of a text, and not a binary file under the name of one. */
function isText(head: Buffer): boolean {
  const start = head.subarray(0, 1 << 16);
  if (PROGRAM.test(start.toString('latin1', 0, 4))) return false;
  const controls = start.filter((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 27)).length;
  return controls * RARE <= start.filter((byte) => byte > 0).length;
}

/** True where the last character of UTF-8 lacks some of its bytes. */
function isCut(tail: Buffer): boolean {
  for (let back = 1; back <= Math.min(3, tail.length); back += 1) {
    const byte = tail[tail.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back;
    if (byte < 0x80) return false;
  }
  return false;
}

/** Whether the bytes before the last characters are UTF-8. In Windows-1252, where « é » is one byte, they are not. */
function isUtf8(head: Buffer): boolean {
  const before = head.subarray(0, Math.max(0, head.length - 3));
  if (!before.some((byte) => byte >= 0x80)) return false;
  const cut = before.subarray(0, before.length - (isCut(before.subarray(-4)) ? 3 : 0));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(cut, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** A text has no sign: only the ending says that a file is one. */
export const PLAIN_TEXT: Format = { ending: null, sign: null, completeness: plainTextCompleteness };

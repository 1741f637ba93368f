import { decodeLegacyByte } from './legacy-encoding.ts';

/** A text in UTF-8 of which a few bytes are damaged, or were written in another encoding. */
export interface MendedText {
  readonly text: string;
  /** Line of the first damaged byte, from 1. */
  readonly line: number;
}

/** Letters and signs of French: a single byte that is one of them in Windows-1252 was written so. */
const FRENCH = /^[àâçèéêëîïôùûüœÀÂÇÈÉÊËÎÏÔÙÛÜŒ«»’‘“”…–—€°]$/u;

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/** Bytes of the character at `at` where it is one in UTF-8, else 0. */
function characterAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = 1; next < length; next += 1) if (!isContinuation(bytes[at + next])) return 0;
  // Longer forms than needed, halves of UTF-16, and what is beyond Unicode.
  const isWrong =
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f);
  return isWrong ? 0 : length;
}

/** Where damage begins and ends: a byte that begins no character, with what was left of the one it began. */
function damageFrom(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const most = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  let end = at + 1;
  while (end < at + most && isContinuation(bytes[end])) end += 1;
  return end;
}

/**
 * Reads bytes that are UTF-8 but for a few: at least as many characters of several bytes are whole as are not, which no text in
 * another encoding reaches by chance. Null for any other. A damaged byte is read as Windows-1252 where that gives a sign
 * of French, else it is U+FFFD.
 */
export function mendUtf8(bytes: Uint8Array): MendedText | null {
  const parts: string[] = [];
  const decoder = new TextDecoder();
  let [from, whole, broken, firstBroken] = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = characterAt(bytes, at);
    if (length > 1) whole += 1;
    if (length > 0) {
      at += length;
      continue;
    }
    if (broken === 0) firstBroken = at;
    broken += 1;
    const end = damageFrom(bytes, at);
    const sign = end === at + 1 ? decodeLegacyByte(bytes[at] ?? 0) : '\ufffd';
    parts.push(decoder.decode(bytes.subarray(from, at)), FRENCH.test(sign) ? sign : '\ufffd');
    at = end;
    from = end;
  }
  if (broken === 0 || broken > whole) return null;
  parts.push(decoder.decode(bytes.subarray(from)));
  const line = bytes.subarray(0, firstBroken).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
  return { text: parts.join(''), line };
}

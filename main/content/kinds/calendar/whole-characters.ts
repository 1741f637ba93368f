const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x09;
const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/** How many bytes a UTF-8 character has that begins with this one; 0 for a byte that begins none. */
function lengthOf(byte: number): number {
  if (byte >= 0xf0) return 4;
  if (byte >= 0xe0) return 3;
  return byte >= 0xc2 ? 2 : 0;
}

/** How many bytes the character before `end` still lacks. */
function missingBefore(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3 && end - back >= 0; back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (isContinuation(byte)) continue;
    return Math.max(0, lengthOf(byte) - back);
  }
  return 0;
}

/** Where the fold at `from` (a line break) goes on, after its blank; null where it is no fold. */
function afterFold(bytes: Uint8Array, from: number): number | null {
  const feed = bytes[from] === CARRIAGE_RETURN ? from + 1 : from;
  return bytes[feed] === LINE_FEED && isBlank(bytes[feed + 1]) ? feed + 2 : null;
}

/**
 * The bytes of a calendar file with every fold between two characters. RFC 5545 (3.1) folds lines of so many bytes, and some programs
 * cut a character of UTF-8 in two: its end is brought before the fold. Lines stay where they are.
 */
export function withWholeCharacters(bytes: Uint8Array): Uint8Array {
  let whole: Uint8Array | null = null;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    const from = at > 0 && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
    const next = afterFold(bytes, from);
    const missing = next === null ? 0 : missingBefore(bytes, from);
    if (next === null || missing === 0) continue;
    let length = 0;
    while (length < missing && isContinuation(bytes[next + length])) length += 1;
    if (length < missing) continue;
    whole ??= Uint8Array.from(bytes);
    whole.set(bytes.subarray(next, next + length), from);
    whole.set(bytes.subarray(from, next), from + length);
  }
  return whole ?? bytes;
}

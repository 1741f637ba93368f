const LINE_BREAKS = [0x09, 0x0a, 0x0d];
const BLANK = 0x20;
/** BEGIN, after a mark that says in which order bytes stand, or blanks. */
const BEGINS = /^(?:\xef\xbb\xbf)?\s*BEGIN:/iu;

const isControl = (byte: number) => byte < BLANK && !LINE_BREAKS.includes(byte);

/**
 * The bytes of a calendar file without control characters: some programs fill the name of a time zone up with NUL, and texts that were
 * pasted from Word have the signs of its own line breaks. One of two bytes a letter (UTF-16), and what is no calendar, stay as they are.
 */
export function withoutControls(bytes: Uint8Array): Uint8Array {
  if (!bytes.some(isControl) || !BEGINS.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))) return bytes;
  return bytes.map((byte) => (byte !== 0 && isControl(byte) ? BLANK : byte)).filter((byte) => byte !== 0);
}

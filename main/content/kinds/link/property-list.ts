const SIGN = 'bplist00';
/** Marks of a string of one byte a character: its length follows in four bits, or as a number of one or two bytes. */
const SHORT_STRING = 0x50;
const LONG_STRING = 0x5f;
const ONE_BYTE = 0x10;
const TWO_BYTES = 0x11;

/** Whether bytes are a binary property list of macOS. */
export const isPropertyList = (bytes: Buffer): boolean => bytes.toString('latin1', 0, SIGN.length) === SIGN;

/** The web address that a property list holds: the only string of it that begins as one; null where there is none. */
export function addressInPropertyList(bytes: Buffer): string | null {
  const at = bytes.toString('latin1').search(/https?:\/\//iu);
  if (at < 2) return null;
  const length = lengthBefore(bytes, at);
  return length === null ? null : bytes.toString('latin1', at, at + length);
}

function lengthBefore(bytes: Buffer, at: number): number | null {
  const mark = bytes[at - 1] ?? 0;
  if (bytes[at - 3] === LONG_STRING && bytes[at - 2] === ONE_BYTE) return mark;
  if (bytes[at - 4] === LONG_STRING && bytes[at - 3] === TWO_BYTES) return bytes.readUInt16BE(at - 2);
  return (mark & 0xf0) === SHORT_STRING && mark !== LONG_STRING ? mark & 0x0f : null;
}

/**
 * The bytes of a calendar file without NUL characters. Some programs fill the name of a time zone up with them, which no text has;
 * one of two bytes a letter (UTF-16), where every second byte is NUL, stays as it is.
 */
export function withoutNulls(bytes: Uint8Array): Uint8Array {
  const isWide = bytes.subarray(0, 8).includes(0);
  return isWide || !bytes.includes(0) ? bytes : bytes.filter((byte) => byte !== 0);
}

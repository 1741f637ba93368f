import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;

/**
 * WebM (RFC 8794): elements by their sizes, exactly to the end of the file. A recorder that streams does not write the
 * sizes of segment and clusters: then their children are followed.
 */
async function webmCompleteness(bytes: Bytes): Promise<Completeness> {
  let clusters = 0;
  let at = 0;
  while (at < bytes.size) {
    const head = await bytes.at(at, 12);
    const id = vint(head, 0, true);
    const size = id && vint(head, id.length, false);
    if (!id || !size) return brokenOff(bytes);
    const body = at + id.length + size.length;
    if (size.value !== null && body + size.value > bytes.size) return brokenOff(bytes);
    if (id.value === CLUSTER) clusters += 1;
    // A segment is always entered: its size fits before its clusters have come.
    const enters = id.value === SEGMENT || size.value === null;
    if (size.value === null && id.value !== SEGMENT && id.value !== CLUSTER) return brokenOff(bytes);
    at = enters ? body : body + (size.value ?? 0);
  }
  if (clusters === 0 || (await endsInZeros(bytes))) return brokenOff(bytes);
  return COMPLETE;
}

/** A variable-length integer. An id keeps its marker; the value of an unknown size is null. */
function vint(bytes: Buffer, at: number, keepMarker: boolean): { value: number | null; length: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length || (keepMarker && length > 4)) return null;
  let value = keepMarker ? first : first & (0xff >> length);
  let ones = (first | ~(0xff >> length)) === -1;
  for (let i = 1; i < length; i += 1) {
    const byte = bytes[at + i] ?? 0;
    ones &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: !keepMarker && ones ? null : value, length };
}

export const WEBM: Format = {
  ending: '.webm',
  sign: ({ text }) => text.startsWith('\x1aE\xdf\xa3'),
  completeness: webmCompleteness,
};

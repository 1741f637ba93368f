import type { Bytes } from './bytes.ts';
import { TRUNCATED, type Verdict, WHOLE, ZEROS } from './verdict.ts';
import { endsInZeros } from './zeros.ts';

/** WebP (RFC 9649): the size in the RIFF header covers all; its chunks are walked so that none is empty space. */
export async function walkRiff(bytes: Bytes): Promise<Verdict> {
  const end = 8 + (await bytes.at(4, 4)).readUInt32LE(0);
  if (end > bytes.size) return TRUNCATED;
  for (let at = 12; at + 8 <= end; ) {
    const head = await bytes.at(at, 8);
    if (!/^[\x20-\x7e]{4}$/.test(head.toString('latin1', 0, 4))) return ZEROS;
    at += 8 + head.readUInt32LE(4) + (head.readUInt32LE(4) % 2);
    if (at > end + 1) return TRUNCATED;
  }
  return (await endsInZeros(bytes, end)) ? ZEROS : WHOLE;
}

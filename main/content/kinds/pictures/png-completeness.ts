import type { Bytes } from '../../completeness/bytes.ts';
import { TRUNCATED, type Verdict, WHOLE, ZEROS } from '../../completeness/verdict.ts';
import { endsInZeros } from '../../completeness/zeros.ts';

/** PNG (ISO/IEC 15948), 5.3: chunks by their lengths, to IEND. */
export async function walkPng(bytes: Bytes): Promise<Verdict> {
  for (let at = 8; ; ) {
    const head = await bytes.at(at, 8);
    const type = head.toString('latin1', 4, 8);
    if (head.length < 8 || !/^[A-Za-z]{4}$/.test(type)) return (await endsInZeros(bytes)) ? ZEROS : TRUNCATED;
    at += 12 + head.readUInt32BE(0);
    if (type === 'IEND') return at <= bytes.size ? WHOLE : TRUNCATED;
  }
}

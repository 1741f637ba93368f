import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, TRUNCATED } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff } from '../../completeness/zeros.ts';

/** PNG (ISO/IEC 15948), 5.3: chunks by their lengths, to IEND. */
async function pngCompleteness(bytes: Bytes): Promise<Completeness> {
  for (let at = 8; ; ) {
    const head = await bytes.at(at, 8);
    const type = head.toString('latin1', 4, 8);
    if (head.length < 8 || !/^[A-Za-z]{4}$/.test(type)) return brokenOff(bytes);
    at += 12 + head.readUInt32BE(0);
    if (type === 'IEND') return at <= bytes.size ? COMPLETE : TRUNCATED;
  }
}

export const PNG: Format = {
  ending: '.png',
  sign: ({ text }) => text.startsWith('\x89PNG\r\n\x1a\n'),
  completeness: pngCompleteness,
};

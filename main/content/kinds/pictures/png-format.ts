import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DECODER_DECIDES, TRUNCATED } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';

/**
 * PNG (ISO/IEC 15948), 5.3: chunks by their lengths, to IEND. Where what follows the pixels is missing or damaged, the
 * decoder tells whether pixels are missing too.
 */
async function pngCompleteness(bytes: Bytes): Promise<Completeness> {
  let hasPixels = false;
  for (let at = 8; ; ) {
    const head = await bytes.at(at, 8);
    const type = head.toString('latin1', 4, 8);
    if (head.length < 8 || !/^[A-Za-z]{4}$/.test(type)) {
      return hasPixels && !(await endsInZeros(bytes)) ? DECODER_DECIDES : brokenOff(bytes);
    }
    at += 12 + head.readUInt32BE(0);
    hasPixels ||= type === 'IDAT' && at <= bytes.size;
    if (type === 'IEND') return at <= bytes.size ? COMPLETE : hasPixels ? DECODER_DECIDES : TRUNCATED;
  }
}

export const PNG: Format = {
  ending: '.png',
  sign: ({ text }) => text.startsWith('\x89PNG\r\n\x1a\n'),
  completeness: pngCompleteness,
};

import type { Format } from '../../completeness/format.ts';
import { isoBrand, isoMediaCompleteness } from '../../completeness/iso-media.ts';

/** MP4, and the films of QuickTime, the older of which begin with any of these boxes. */
export const MP4: Format = {
  ending: '.mp4',
  sign: ({ bytes, text }) => isoBrand(bytes) === 'mp4' || /^(moov|mdat|wide|free|skip|pnot)/.test(text.slice(4)),
  completeness: isoMediaCompleteness,
};

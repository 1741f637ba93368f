import type { Format } from '../../completeness/format.ts';
import { isoBrand, isoMediaCompleteness } from '../../completeness/iso-media.ts';

export const AVIF: Format = {
  ending: '.avif',
  sign: ({ bytes }) => isoBrand(bytes) === 'avif',
  completeness: isoMediaCompleteness,
};

/** The photos of iPhones. */
export const HEIF: Format = {
  ending: '.heic',
  sign: ({ bytes }) => isoBrand(bytes) === 'heif',
  completeness: isoMediaCompleteness,
};

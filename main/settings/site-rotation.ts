import { z } from 'zod';
import { type Rotation, rotationSchema } from '../contract.ts';
import { fold } from '../lib/fold.ts';

/** What staff write for each rotation, in lower case and without accents. */
const ROTATION_WORDS: Readonly<Record<string, Rotation>> = {
  paysage: 0,
  portrait: 90,
  'paysage inverse': 180,
  'portrait inverse': 270,
};

/** `orientation: portrait`, or the degrees by which the picture is turned clockwise. */
export const siteRotation = z
  .union([z.string(), z.number()])
  .transform((written) => ROTATION_WORDS[fold(String(written))] ?? Number(written))
  .pipe(rotationSchema);

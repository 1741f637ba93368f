import type { Bytes } from '../../completeness/bytes.ts';
import type { ZipEntry } from '../../completeness/zip.ts';
import { withPlainFormulas } from './formulas-of-decks.ts';
import { readParts } from './searched-text.ts';
import { withSigns } from './signs-of-decks.ts';

const SLIDES = /^ppt\/(?:slides|slideLayouts|slideMasters)\/[^/]+\.xml$/i;

/** The slides of a deck that LibreOffice would draw with other words, by their names, as it draws them rightly. */
export async function drawableSlides(bytes: Bytes, entries: readonly ZipEntry[]): Promise<ReadonlyMap<string, Buffer>> {
  const changed = new Map<string, Buffer>();
  for (const part of await readParts(bytes, entries, (name) => SLIDES.test(name))) {
    const slide = part.bytes.toString('utf8');
    const drawable = withPlainFormulas(withSigns(slide));
    if (drawable !== slide) changed.set(part.name, Buffer.from(drawable));
  }
  return changed;
}

import { withPlainFormulas } from './formulas-of-decks.ts';
import type { Part } from './searched-text.ts';
import { withSigns } from './signs-of-decks.ts';

const SLIDES = /^ppt\/(?:slides|slideLayouts|slideMasters)\/[^/]+\.xml$/i;

/** The slides among the parts of a deck that LibreOffice would draw with other words, by their names, as it draws them rightly. */
export function drawableSlides(parts: readonly Part[]): ReadonlyMap<string, Buffer> {
  const changed = new Map<string, Buffer>();
  for (const { name, bytes } of parts) {
    if (!SLIDES.test(name)) continue;
    const slide = bytes.toString('utf8');
    const drawable = withPlainFormulas(withSigns(slide));
    if (drawable !== slide) changed.set(name, Buffer.from(drawable));
  }
  return changed;
}

import type { PDFiumPage } from '@hyzyla/pdfium';
import { readPageText } from './pdfium-text.ts';

/** A page needs this many letters before their size says anything: a plan or a photo may carry a tiny credit. */
const MIN_LETTERS = 80;
const MAX_LETTERS = 20_000;

/** The median size of the letters of a page, in points as printed; null where there is hardly any text. */
export function medianLetterSize(page: PDFiumPage): number | null {
  const sizes = readPageText(page, (text) => {
    const found: number[] = [];
    for (let index = 0; index < Math.min(text.count, MAX_LETTERS); index += 1) {
      const size = text.unicode(index) > 32 ? text.drawnSize(index) : null;
      if (size !== null) found.push(size);
    }
    return found;
  });
  if (sizes === null || sizes.length < MIN_LETTERS) return null;
  sizes.sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? null;
}

import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Media } from '../../../programme/item.ts';
import { type Fault, refuse } from '../../fault.ts';
import { faults } from '../../file-faults.ts';
import { lastStep, type Step } from '../../preparation/job.ts';
import { MAX_PAGES } from '../../preparation/limits.ts';
import type { DecodeSource } from '../file-kind.ts';
import { makePicture, nameFor } from '../pictures/make-picture.ts';
import { medianLetterSize } from './measure-text.ts';
import { lockedPdf, pagesCut, pdfWithoutPage, textTooSmall } from './pdf-faults.ts';

/** Pages a step: a page takes about 400 ms at full size, and a poster that is dropped meanwhile waits for the end of a step. */
const PAGES_A_STEP = 2;
/** The memory of WebAssembly only grows; beyond this size it is better to start a new engine. */
const MAX_HEAP_BYTES = 200_000_000;
/** Letters below this share of the height of the wall cannot be read from 3 m (17 pixels at 1080p). */
const MIN_READABLE = 0.016;

let engine: Promise<PDFiumLibrary> | null = null;

/** Renders a few pages of a PDF, from `job.firstPage`. It is `done` only where it is refused: the caller counts the pages. */
export async function preparePdf(source: DecodeSource): Promise<Step> {
  engine ??= PDFiumLibrary.init();
  const library = await engine;
  try {
    return await renderPages(library, source);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'RuntimeError')) throw error;
    // An engine that crashed is not used for the next document.
    engine = null;
    return lastStep(refuse(faults.damaged()));
  } finally {
    if (library['module'].HEAPU8.length > MAX_HEAP_BYTES) engine = null;
  }
}

async function renderPages(library: PDFiumLibrary, { job, file, store }: DecodeSource): Promise<Step> {
  const answer = (fault: Fault): Step => lastStep(refuse(fault));
  const document = await library.loadDocument(file).catch((error: unknown) => {
    if (error instanceof Error && /Password|security/i.test(error.message)) return lockedPdf();
    if (error instanceof Error && /FORMAT|Unknown|PDF|Page/i.test(error.message)) return faults.damaged();
    throw error;
  });
  if ('code' in document) return answer(document);
  try {
    const of = document.getPageCount();
    if (of === 0) return answer(pdfWithoutPage());
    const end = Math.min(job.firstPage + PAGES_A_STEP, of, MAX_PAGES);
    const media: Media[] = [];
    const warnings: Fault[] = [];
    if (job.firstPage === 0 && of > MAX_PAGES) warnings.push(pagesCut(MAX_PAGES, of));
    for (let index = job.firstPage; index < end; index += 1) {
      const page = document.getPage(index);
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
      if (!(width > 0 && height > 0)) return answer(faults.damaged());
      // Rendering closes the page, so the text is measured before.
      const letterSize = medianLetterSize(page);
      // 16:9 wall, seen as 16 wide and 9 high; the page is fitted into it.
      const share = letterSize === null ? null : letterSize * Math.min(16 / 9 / width, 1 / height);
      if (share !== null && share < MIN_READABLE) warnings.push(textTooSmall(index + 1));
      const scale = job.longSide / Math.max(width, height);
      const wanted = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
      const { data, ...size } = await page.render({ ...wanted, scale: 1, render: 'bitmap' });
      const pixels = { data, width: size.width, height: size.height, channels: 4 } as const;
      const picture = await makePicture(pixels, job.longSide, nameFor(job.file.path, '.webp', index + 1), store);
      if ('code' in picture) return answer(picture);
      media.push(picture.media);
    }
    return { done: false, media, of, nextPage: end, warnings };
  } finally {
    document.destroy();
  }
}

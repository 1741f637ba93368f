import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { Media } from '../../../programme/item.ts';
import { type Fault, refuse } from '../../fault.ts';
import { faults } from '../../file-faults.ts';
import { speaksOfMenu } from '../../notices/menu/menu-words.ts';
import { lastStep, type Step } from '../../preparation/job.ts';
import { MAX_PAGES } from '../../preparation/limits.ts';
import { pagesCut } from '../../preparation/page-faults.ts';
import type { DecodeSource } from '../file-kind.ts';
import { makePicture, nameFor } from '../pictures/make-picture.ts';
import { medianLetterSize } from './measure-text.ts';
import {
  adobeForm,
  lockedPdf,
  pageUnreadable,
  pdfPortfolio,
  pdfTooHeavy,
  pdfWithoutPage,
  textTooSmall,
} from './pdf-faults.ts';
import { type PdfEngine, startPdfEngine } from './pdfium-engine.ts';
import { formOf, hasAttachments, renderPage } from './render-page.ts';
import { trimMargins } from './trim-margins.ts';

/** Pages a step: a page takes about 400 ms at full size, and a poster that is dropped meanwhile waits for the end of a step. */
const PAGES_A_STEP = 2;
/** A step that has taken longer, milliseconds, ends early: the time limit of a step is left to one slow page. */
const LONG_STEP_MS = 5_000;
/** The memory of WebAssembly only grows; beyond this size it is better to start a new engine. */
const MAX_HEAP_BYTES = 200_000_000;
/** Letters below this share of the height of the wall cannot be read from 3 m (17 pixels at 1080p). */
const MIN_READABLE = 0.016;

/** What Adobe writes on the only page of a form that other readers cannot draw. */
const WAITING = /please wait|veuillez patienter|if this message is not eventually replaced/i;

/** What Acrobat writes on the only page of a collection of files. */
const COVER_SHEET = /open this PDF portfolio|porte-?documents PDF/i;

/** How much larger the page of a menu becomes, about, where its margins are cut. */
const MARGINS_GAIN = 1.2;

let running: Promise<PdfEngine> | null = null;

/** Renders a few pages of a PDF, from `job.firstPage`. It is `done` only where it is refused: the caller counts the pages. */
export async function preparePdf(source: DecodeSource): Promise<Step> {
  running ??= startPdfEngine();
  const engine = await running;
  try {
    const step = await renderPages(engine.library, source);
    return engine.isExhausted ? lastStep(refuse(pdfTooHeavy())) : step;
  } catch (error) {
    if (engine.isExhausted) return lastStep(refuse(pdfTooHeavy()));
    if (!(error instanceof Error && error.name === 'RuntimeError')) throw error;
    // An engine that crashed is not used for the next document.
    running = null;
    return lastStep(refuse(faults.damaged()));
  } finally {
    if (engine.isExhausted || engine.memoryBytes > MAX_HEAP_BYTES) running = null;
  }
}

/** The open document, or the fault of a file that PDFium does not open. */
async function openDocument(library: PDFiumLibrary, file: Uint8Array): Promise<PDFiumDocument | Fault> {
  return library.loadDocument(file).catch((error: unknown) => {
    if (error instanceof Error && /Password|security/i.test(error.message)) return lockedPdf();
    if (error instanceof Error && /FORMAT|Unknown|PDF|Page/i.test(error.message)) return faults.damaged();
    throw error;
  });
}

async function renderPages(library: PDFiumLibrary, source: DecodeSource): Promise<Step> {
  const { job, file } = source;
  const document = await openDocument(library, file);
  if ('code' in document) return lastStep(refuse(document));
  try {
    const of = document.getPageCount();
    if (of === 0) return lastStep(refuse(pdfWithoutPage()));
    const startMs = performance.now();
    const end = Math.min(job.firstPage + PAGES_A_STEP, of, MAX_PAGES);
    let nextPage = job.firstPage;
    const media: Media[] = [];
    const warnings: Fault[] = [];
    const blankPages: number[] = [];
    if (job.firstPage === 0 && of > MAX_PAGES) warnings.push(pagesCut(MAX_PAGES, of));
    while (nextPage < end && performance.now() - startMs < LONG_STEP_MS) {
      const made = await makePage(document, nextPage, source);
      if ('code' in made) return lastStep(refuse(made));
      nextPage += 1;
      if (made.media !== null) media.push(made.media);
      else if (made.warnings.length === 0) blankPages.push(nextPage);
      warnings.push(...made.warnings);
    }
    return { done: false, media, of, nextPage, warnings, blankPages };
  } finally {
    document.destroy();
  }
}

/** The picture of a page (`index` from 0), null for a blank one; a fault where the document cannot be shown. */
async function makePage(
  document: PDFiumDocument,
  index: number,
  { job, store }: DecodeSource,
): Promise<{ readonly media: Media | null; readonly warnings: readonly Fault[] } | Fault> {
  const page = document.getPage(index);
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  // Of a document that counts more pages than it has, the others are shown.
  if (!(width > 0 && height > 0)) return index === 0 ? faults.damaged() : { media: null, warnings: [pageUnreadable()] };
  const form = formOf(document);
  if (form === 'xfa' && WAITING.test(page.getText())) return adobeForm();
  if (hasAttachments(document) && COVER_SHEET.test(page.getText())) return pdfPortfolio();
  // Rendering closes the page, so the text is measured before.
  const letterSize = medianLetterSize(page);
  // A menu is printed in the middle of its page: what is drawn larger is as sharp as the wall once its margins are cut.
  const isMenu = speaksOfMenu(job.file.path);
  const scale = (job.longSide * (isMenu ? MARGINS_GAIN : 1)) / Math.max(width, height);
  const wanted = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const drawn = await renderPage(page, wanted, form !== 'none');
  if (drawn === null) return { media: null, warnings: [] };
  const pixels = isMenu ? trimMargins(drawn) : drawn;
  // 16:9 wall, seen as 16 wide and 9 high; the page is fitted into it.
  const [wide, high] = [pixels.width / scale, pixels.height / scale];
  const share = letterSize === null ? null : letterSize * Math.min(16 / 9 / wide, 1 / high);
  const name = nameFor(job.file.path, index + 1);
  const picture = await makePicture(pixels, { longSide: job.longSide, name, store });
  if ('code' in picture) return picture;
  const isSmall = share !== null && share < MIN_READABLE;
  return { media: picture.media, warnings: isSmall ? [textTooSmall(index + 1)] : [] };
}

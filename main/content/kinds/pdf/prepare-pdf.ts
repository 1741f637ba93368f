import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { Media } from '../../../programme/item.ts';
import { type Fault, refuse } from '../../faults/fault.ts';
import { faults } from '../../faults/file-faults.ts';
import { endingOf } from '../../names/endings.ts';
import { speaksOfMenu } from '../../notices/menu/menu-words.ts';
import { type Job, lastStep, type Step } from '../../preparation/job.ts';
import { MAX_PAGES } from '../../preparation/limits.ts';
import { pagesCut } from '../../preparation/page-faults.ts';
import { pictureWords } from '../../preparation/picture-words.ts';
import type { DecodeSource } from '../file-kind.ts';
import { makePicture, nameFor } from '../pictures/make-picture.ts';
import { failedCell } from './failed-cells.ts';
import { hasGuessedLetters } from './guessed-letters.ts';
import { hideNotes } from './hidden-notes.ts';
import { openInkedPage } from './ink-box.ts';
import { medianLetterSize } from './measure-text.ts';
import {
  adobeForm,
  cellsFailed,
  lettersGuessed,
  lettersLost,
  lockedPdf,
  notesUndrawn,
  pageUnreadable,
  pdfAttachments,
  pdfMended,
  pdfPortfolio,
  pdfTooHeavy,
  pdfToRedact,
  pdfWithoutPage,
  textTooSmall,
} from './pdf-faults.ts';
import { type PdfEngine, startPdfEngine } from './pdfium-engine.ts';
import { hasRedactions } from './redactions.ts';
import { formOf, hasAnnotations, hasAttachments, type PagePixels, renderPage } from './render-page.ts';
import { trimMargins } from './trim-margins.ts';
import { hasUndrawnNotes } from './undrawn-notes.ts';
import { unembeddedLetters } from './unembedded-letters.ts';

/**
 * A step draws pages for this long, milliseconds, and ends with the page that it has begun: a poster that is dropped meanwhile
 * waits for the end of a step, and each step opens the document anew.
 */
const STEP_MS = 400;
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
    const made: Promise<MadePage | Fault>[] = [];
    const lines: string[] = [];
    let nextPage = job.firstPage;
    do {
      const drawn = await drawPage(document, nextPage, source);
      if ('code' in drawn) return lastStep(refuse(drawn));
      lines.push(...drawn.lines);
      // Other threads encode a page while this one draws the next: two pages are in memory, and no more.
      await made.at(-1);
      nextPage += 1;
      const encoding = encodePage(drawn, nameFor(job.file.path, nextPage), source);
      // Its failure is met when it is awaited, after the next page was drawn.
      encoding.catch(() => undefined);
      made.push(encoding);
    } while (nextPage < Math.min(of, MAX_PAGES) && performance.now() - startMs < STEP_MS);
    const told = job.firstPage > 0 ? [] : firstWarnings(document, source.isDoubtful && job.pdf === undefined);
    const step = stepOf(await Promise.all(made), { job, of, nextPage, told });
    return step.done || job.pdf === undefined ? step : { ...step, words: pictureWords(lines) };
  } finally {
    document.destroy();
  }
}

interface StepFacts {
  readonly job: Job;
  readonly of: number;
  readonly nextPage: number;
  /** What is told of the document as a whole. */
  readonly told: readonly Fault[];
}

const firstWarnings = (document: PDFiumDocument, isMended: boolean): Fault[] => [
  ...(isMended ? [pdfMended()] : []),
  ...(hasAttachments(document) ? [pdfAttachments()] : []),
];

/** The step that made these pages, the first of which is `job.firstPage`; refused where one of them cannot be shown. */
function stepOf(made: readonly (MadePage | Fault)[], { job, of, nextPage, told }: StepFacts): Step {
  const media: Media[] = [];
  const warnings: Fault[] = [...told];
  const blankPages: number[] = [];
  if (job.firstPage === 0 && of > MAX_PAGES) warnings.push(pagesCut(MAX_PAGES, of));
  for (const [at, page] of made.entries()) {
    if ('code' in page) return lastStep(refuse(page));
    if (page.media !== null) media.push(page.media);
    else if (page.warnings.length === 0) blankPages.push(job.firstPage + at + 1);
    warnings.push(...page.warnings);
  }
  return { done: false, media, of, nextPage, warnings, blankPages };
}

/** A page that was drawn: null for a blank one, or, with a warning, for one that cannot be drawn. */
interface DrawnPage {
  readonly pixels: PagePixels | null;
  readonly warnings: readonly Fault[];
  /** Its text, of a document that LibreOffice made: a PDF that staff drop is read by its own reader. */
  readonly lines: readonly string[];
}

/** The same page as the wall plays it. */
interface MadePage {
  readonly media: Media | null;
  readonly warnings: readonly Fault[];
}

/** Draws a page (`index` from 0); a fault where the document cannot be shown. */
async function drawPage(
  document: PDFiumDocument,
  index: number,
  { job, file }: DecodeSource,
): Promise<DrawnPage | Fault> {
  const isSheet = endingOf(job.file.path) === '.xls';
  const page = isSheet ? openInkedPage(document, index) : document.getPage(index);
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  // Of a document that counts more pages than it has, the others are shown.
  if (!(width > 0 && height > 0))
    return index === 0 ? faults.damaged() : { pixels: null, warnings: [pageUnreadable()], lines: [] };
  const hasNotes = hasAnnotations(page);
  if (hasNotes && hasRedactions(page)) return pdfToRedact();
  if (hasGuessedLetters(page, file)) return lettersGuessed();
  const form = formOf(document);
  if (form === 'xfa' && WAITING.test(page.getText())) return adobeForm();
  if (hasAttachments(document) && COVER_SHEET.test(page.getText())) return pdfPortfolio();
  // Rendering closes the page, so the text is read and measured before.
  const text = page.getText();
  const lines = job.pdf === undefined ? [] : text.split(/\r?\n/);
  const lost = unembeddedLetters(page, text);
  const failed = failedCell(text);
  const warnings = [
    ...(lost === null ? [] : [lettersLost(lost)]),
    ...(failed === null ? [] : [cellsFailed(failed, index + 1)]),
    ...(hasNotes && hasUndrawnNotes(page) ? [notesUndrawn(index + 1)] : []),
  ];
  const letterSize = medianLetterSize(page);
  // A menu is printed in the middle of its page: what is drawn larger is as sharp as the wall once its margins are cut.
  const isMenu = speaksOfMenu(job.file.path);
  const scale = (job.longSide * (isMenu ? MARGINS_GAIN : 1)) / Math.max(width, height);
  const wanted = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  if (hasNotes) hideNotes(page, file);
  const drawn = await renderPage(page, wanted, form !== 'none' || hasNotes);
  if (drawn === null) return { pixels: null, warnings, lines };
  const pixels = isMenu ? trimMargins(drawn) : drawn;
  // 16:9 wall, seen as 16 wide and 9 high; the page is fitted into it.
  const [wide, high] = [pixels.width / scale, pixels.height / scale];
  const share = letterSize === null ? null : letterSize * Math.min(16 / 9 / wide, 1 / high);
  const isSmall = share !== null && share < MIN_READABLE;
  return { pixels, warnings: isSmall ? [...warnings, textTooSmall(index + 1)] : warnings, lines };
}

/** Encodes a page that was drawn, and puts it into the store. */
async function encodePage(
  { pixels, warnings }: DrawnPage,
  name: string,
  { job, store }: DecodeSource,
): Promise<MadePage | Fault> {
  if (pixels === null) return { media: null, warnings };
  const picture = await makePicture(pixels, { longSide: job.longSide, name, store });
  if (picture === 'nothing') return { media: null, warnings };
  return 'code' in picture ? picture : { media: picture.media, warnings };
}

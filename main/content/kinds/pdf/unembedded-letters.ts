import type { PDFiumPage } from '@hyzyla/pdfium';
import { openPageOf, withScratch } from './open-page.ts';

/** The functions of PDFium of fpdf_edit.h and fpdf_text.h. */
interface FontFunctions {
  readonly FPDFText_LoadPage: (page: number) => number;
  readonly FPDFText_ClosePage: (text: number) => void;
  readonly FPDFPage_CountObjects: (page: number) => number;
  readonly FPDFPage_GetObject: (page: number, index: number) => number;
  readonly FPDFPageObj_GetType: (object: number) => number;
  readonly FPDFTextObj_GetTextRenderMode: (object: number) => number;
  readonly FPDFTextObj_GetFont: (object: number) => number;
  readonly FPDFFont_GetIsEmbedded: (font: number) => number;
  readonly FPDFTextObj_GetText: (object: number, text: number, buffer: number, bytes: number) => number;
}

const TEXT = 1;
/** The text under a scan, which nobody sees. */
const INVISIBLE = 3;
const MAX_OBJECTS = 20_000;
const BUFFER_BYTES = 512;
/** PDFium brings the letters of the standard fonts: Latin ones, and Greek ones as symbols. */
const MISSING = /(?!\p{Script=Latin}|\p{Script=Greek})\p{L}/gu;
const MAX_TOLD = 8;

/**
 * The first letters of an open page that are drawn as nothing, since the document does not carry their font: Chinese,
 * Cyrillic, Arabic … Null where there are none. `text`: all text of the page.
 */
export function unembeddedLetters(page: PDFiumPage, text: string): string | null {
  if (text.search(MISSING) < 0) return null;
  const { module, pageIdx } = openPageOf<FontFunctions>(page);
  const pdfium = module.wasmExports;
  const textPage = pdfium.FPDFText_LoadPage(pageIdx);
  if (textPage === 0) return null;
  const letters = new Set<string>();
  try {
    withScratch(module, BUFFER_BYTES, (buffer) => {
      const count = Math.min(pdfium.FPDFPage_CountObjects(pageIdx), MAX_OBJECTS);
      for (let index = 0; index < count && letters.size < MAX_TOLD; index += 1) {
        const object = pdfium.FPDFPage_GetObject(pageIdx, index);
        if (pdfium.FPDFPageObj_GetType(object) !== TEXT || !isBare(pdfium, object)) continue;
        // The length counts the two zero bytes at the end; a longer text is not written at all.
        const bytes = pdfium.FPDFTextObj_GetText(object, textPage, buffer, BUFFER_BYTES);
        if (bytes < 2 || bytes > BUFFER_BYTES) continue;
        const words = new TextDecoder('utf-16le').decode(module.HEAPU8.slice(buffer, buffer + bytes - 2));
        for (const [letter] of words.matchAll(MISSING)) letters.add(letter);
      }
    });
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
  }
  return letters.size === 0 ? null : [...letters].slice(0, MAX_TOLD).join('');
}

/** Whether a text is drawn, in a font that the document does not carry. */
function isBare(pdfium: FontFunctions, text: number): boolean {
  if (pdfium.FPDFTextObj_GetTextRenderMode(text) === INVISIBLE) return false;
  return pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(text)) === 0;
}

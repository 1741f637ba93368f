import type { PDFiumLibrary, PDFiumPage } from '@hyzyla/pdfium';

/** The functions of PDFium (fpdf_text.h) that measure letters; the library has them, its types do not. */
interface TextFunctions {
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_GetFontSize(textPage: number, index: number): number;
  /** Six floats: a b c d e f. */
  _FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  readonly HEAPU8: Uint8Array;
}

/** A page needs this many letters before their size says anything: a plan or a photo may carry a tiny credit. */
const ENOUGH = 80;
const MAX_LETTERS = 20_000;

/** The median size of the letters of a page, in points as printed; null where there is hardly any text. */
export function measureText(library: PDFiumLibrary, page: PDFiumPage): { medianSize: number } | null {
  const pdfium = library['module'] as unknown as TextFunctions;
  const textPage = pdfium._FPDFText_LoadPage(page['pageIdx']);
  if (textPage === 0) return null;
  const matrix = pdfium.wasmExports.malloc(24);
  try {
    const sizes: number[] = [];
    const count = Math.min(pdfium._FPDFText_CountChars(textPage), MAX_LETTERS);
    for (let index = 0; index < count; index += 1) {
      if (pdfium._FPDFText_GetUnicode(textPage, index) <= 32) continue;
      if (pdfium._FPDFText_GetMatrix(textPage, index, matrix) === 0) continue;
      // The heap may have grown, and moved, at any call.
      const view = new DataView(pdfium.HEAPU8.buffer, matrix, 24);
      const scale = Math.hypot(view.getFloat32(8, true), view.getFloat32(12, true));
      sizes.push(pdfium._FPDFText_GetFontSize(textPage, index) * scale);
    }
    if (sizes.length < ENOUGH) return null;
    sizes.sort((a, b) => a - b);
    return { medianSize: sizes[sizes.length >> 1] ?? 0 };
  } finally {
    pdfium.wasmExports.free(matrix);
    pdfium._FPDFText_ClosePage(textPage);
  }
}

import type { PDFiumPage } from '@hyzyla/pdfium';
import { openPageOf } from './open-page.ts';

/** The functions of PDFium of fpdf_annot.h. */
interface NoteFunctions {
  readonly FPDFPage_GetAnnotCount: (page: number) => number;
  readonly FPDFPage_GetAnnot: (page: number, index: number) => number;
  readonly FPDFPage_CloseAnnot: (note: number) => void;
  readonly FPDFAnnot_GetSubtype: (note: number) => number;
}

/** The kind of a note that marks what is to be taken out of a page (fpdf_annot.h). */
const REDACTION = 28;

/** Whether words of a page are marked to be taken out, and still stand there: nobody is to read them. */
export function hasRedactions(page: PDFiumPage): boolean {
  const { module, pageIdx } = openPageOf<NoteFunctions>(page);
  const pdfium = module.wasmExports;
  for (let at = 0; at < pdfium.FPDFPage_GetAnnotCount(pageIdx); at += 1) {
    const note = pdfium.FPDFPage_GetAnnot(pageIdx, at);
    if (note === 0) continue;
    const kind = pdfium.FPDFAnnot_GetSubtype(note);
    pdfium.FPDFPage_CloseAnnot(note);
    if (kind === REDACTION) return true;
  }
  return false;
}

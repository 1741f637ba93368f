import type { PDFiumPage } from '@hyzyla/pdfium';
import { type OpenPage, openPageOf } from './open-page.ts';

/** The functions of PDFium of fpdf_annot.h that find the notes and fields of a page. */
interface NoteFunctions {
  readonly FPDFPage_GetAnnotCount: (page: number) => number;
  readonly FPDFPage_GetAnnot: (page: number, index: number) => number;
  readonly FPDFPage_CloseAnnot: (note: number) => void;
  readonly FPDFAnnot_GetSubtype: (note: number) => number;
}

/** The key of the layer of a note, as PDFium takes keys: with a zero behind it. */
export const LAYER = Buffer.from('OC\0');

/** The function of PDFium of fpdf_annot.h that looks for a key. */
interface KeyFunctions {
  readonly FPDFAnnot_HasKey: (note: number, key: number) => number;
}

/** Whether a note has a key. `scratch`: memory of PDFium that has room for the key. */
export function hasKey(
  { HEAPU8, wasmExports }: OpenPage<KeyFunctions>['module'],
  note: number,
  key: Uint8Array,
  scratch: number,
): boolean {
  HEAPU8.set(key, scratch);
  return wasmExports.FPDFAnnot_HasKey(note, scratch) !== 0;
}

/** A note or field of a page, while it is open. */
interface PageNote {
  readonly note: number;
  /** What it is (fpdf_annot.h). */
  readonly kind: number;
}

/** The notes and fields of a page, one after another: each is closed before the next. */
export function* notesOf(page: PDFiumPage): Generator<PageNote> {
  const { module, pageIdx } = openPageOf<NoteFunctions>(page);
  const pdfium = module.wasmExports;
  for (let at = 0; at < pdfium.FPDFPage_GetAnnotCount(pageIdx); at += 1) {
    const note = pdfium.FPDFPage_GetAnnot(pageIdx, at);
    if (note === 0) continue;
    try {
      yield { note, kind: pdfium.FPDFAnnot_GetSubtype(note) };
    } finally {
      pdfium.FPDFPage_CloseAnnot(note);
    }
  }
}

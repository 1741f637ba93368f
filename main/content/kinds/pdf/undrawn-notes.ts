import type { PDFiumPage } from '@hyzyla/pdfium';
import { openPageOf, withScratch } from './open-page.ts';
import { hasKey, LAYER, notesOf } from './page-notes.ts';

/** The functions of PDFium of fpdf_annot.h. */
interface LookFunctions {
  readonly FPDFAnnot_HasKey: (note: number, key: number) => number;
  readonly FPDFAnnot_GetFlags: (note: number) => number;
}

/** A line, shapes of many corners, a stamp (fpdf_annot.h): PDFium does not draw them by itself, as Acrobat does. */
const UNDRAWN: readonly number[] = [4, 7, 8, 13];
/** The key of what a note looks like, with a zero behind it. */
const LOOK = Buffer.from('AP\0');
/** The flags of notes that are not shown on a screen (ISO 32000-1, table 165). */
const UNSEEN = 2 | 32;

/** Whether notes of a page are missing on its picture, since the program that wrote them left their drawing to the reader. */
export function hasUndrawnNotes(page: PDFiumPage): boolean {
  const { module } = openPageOf<LookFunctions>(page);
  const pdfium = module.wasmExports;
  return withScratch(module, LOOK.length, (scratch) => {
    const has = (note: number, key: Buffer): boolean => hasKey(module, note, key, scratch);
    for (const { note, kind } of notesOf(page)) {
      if (!UNDRAWN.includes(kind) || has(note, LOOK) || has(note, LAYER)) continue;
      if ((pdfium.FPDFAnnot_GetFlags(note) & UNSEEN) === 0) return true;
    }
    return false;
  });
}

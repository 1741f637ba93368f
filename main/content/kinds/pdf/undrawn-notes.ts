import type { PDFiumPage } from '@hyzyla/pdfium';
import { openPageOf, withScratch } from './open-page.ts';
import { notesOf } from './page-notes.ts';

/** The functions of PDFium of fpdf_annot.h. */
interface LookFunctions {
  readonly FPDFAnnot_HasKey: (note: number, key: number) => number;
  readonly FPDFAnnot_GetFlags: (note: number) => number;
}

/** A line, shapes of many corners, a stamp (fpdf_annot.h): PDFium does not draw them by itself, as Acrobat does. */
const UNDRAWN: readonly number[] = [4, 7, 8, 13];
/** What a note looks like, and the layer in which it stands, as PDFium takes the keys: with a zero behind them. */
const LOOK = Buffer.from('AP\0');
const LAYER = Buffer.from('OC\0');
/** The flags of notes that are not shown on a screen (ISO 32000-1, table 165). */
const UNSEEN = 2 | 32;

/** Whether notes of a page are missing on its picture, since the program that wrote them left their drawing to the reader. */
export function hasUndrawnNotes(page: PDFiumPage): boolean {
  const { module } = openPageOf<LookFunctions>(page);
  const pdfium = module.wasmExports;
  return withScratch(module, LOOK.length, (scratch) => {
    const has = (note: number, key: Buffer): boolean => {
      module.HEAPU8.set(key, scratch);
      return pdfium.FPDFAnnot_HasKey(note, scratch) !== 0;
    };
    for (const { note, kind } of notesOf(page)) {
      if (!UNDRAWN.includes(kind) || has(note, LOOK) || has(note, LAYER)) continue;
      if ((pdfium.FPDFAnnot_GetFlags(note) & UNSEEN) === 0) return true;
    }
    return false;
  });
}

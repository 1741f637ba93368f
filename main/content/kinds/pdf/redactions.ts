import type { PDFiumPage } from '@hyzyla/pdfium';
import { notesOf } from './page-notes.ts';

/** The kind of a note that marks what is to be taken out of a page (fpdf_annot.h). */
const REDACTION = 28;

/** Whether words of a page are marked to be taken out, and still stand there: nobody is to read them. */
export function hasRedactions(page: PDFiumPage): boolean {
  for (const { kind } of notesOf(page)) if (kind === REDACTION) return true;
  return false;
}

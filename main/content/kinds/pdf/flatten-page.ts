import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium';
import { hideNotes } from './hidden-notes.ts';
import { hasRedactions } from './redactions.ts';
import { formOf, hasAnnotations } from './render-page.ts';

/** The functions of PDFium that the package exports but does not wrap, and what it keeps private in a page. */
interface OpenPage {
  readonly module: {
    readonly _FPDFPage_Flatten: (page: number, purpose: number) => number;
    readonly _FORM_OnAfterLoadPage: (page: number, form: number) => void;
    readonly _FORM_OnBeforeClosePage: (page: number, form: number) => void;
    readonly _FPDF_ClosePage: (page: number) => void;
  };
  readonly pageIdx: number;
}

/** For the screen, and not for printing (fpdf_flatten.h). */
const FOR_DISPLAY = 0;

/**
 * Opens a page (`index` from 0) of which the text also has what is typed in form fields and in notes: PDFium keeps both apart
 * from the text of the page until they are made a part of it. Null for a page of which words are to be taken out.
 */
export function openFlatPage(document: PDFiumDocument, index: number, file: Uint8Array): PDFiumPage | null {
  const page = document.getPage(index);
  const { module, pageIdx } = page as unknown as OpenPage;
  if (!hasAnnotations(page)) return page;
  if (hasRedactions(page)) return null;
  hideNotes(page, file);
  const form = formOf(document) === 'none' ? null : document.initializeFormFields();
  if (form !== null) module._FORM_OnAfterLoadPage(pageIdx, form);
  module._FPDFPage_Flatten(pageIdx, FOR_DISPLAY);
  if (form !== null) module._FORM_OnBeforeClosePage(pageIdx, form);
  module._FPDF_ClosePage(pageIdx);
  // Only a page that is opened again has the new content.
  return document.getPage(index);
}

import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium';
import { fourFloats, openPageOf, withScratch } from './open-page.ts';

/** The functions of PDFium of fpdf_edit.h and fpdf_transformpage.h. */
interface BoxFunctions {
  readonly FPDFPage_CountObjects: (page: number) => number;
  readonly FPDFPage_GetObject: (page: number, index: number) => number;
  readonly FPDFPageObj_GetBounds: (object: number, left: number, bottom: number, right: number, top: number) => number;
  readonly FPDFPage_SetMediaBox: (page: number, left: number, bottom: number, right: number, top: number) => void;
  readonly FPDFPage_SetCropBox: (page: number, left: number, bottom: number, right: number, top: number) => void;
}

/** Points, from the bottom left corner. */
interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

const MAX_OBJECTS = 20_000;
/** What is left around what is drawn, as a share of its longer side; and at least, points. */
const MARGIN = 0.02;
const MIN_MARGIN = 6;
/** A page is never cut to less than this, points: a word alone would fill the wall. */
const [MIN_WIDE, MIN_HIGH] = [320, 180];

/**
 * Opens a page (`index` from 0) cut to what is drawn on it. The few rows of a workbook stand in a corner of a sheet of paper,
 * where nobody reads them from 6 m.
 */
export function openInkedPage(document: PDFiumDocument, index: number): PDFiumPage {
  const page = document.getPage(index);
  const { module, pageIdx } = openPageOf<BoxFunctions>(page);
  const ink = pageIdx === 0 ? null : inkOf(page);
  if (ink === null) return page;
  const [wide, high] = [ink.right - ink.left, ink.top - ink.bottom];
  const margin = Math.max(MIN_MARGIN, MARGIN * Math.max(wide, high));
  const beside = Math.max(margin, (high < MIN_HIGH ? MIN_WIDE - wide : 0) / 2);
  const above = Math.max(margin, (wide < MIN_WIDE ? MIN_HIGH - high : 0) / 2);
  const box = [ink.left - beside, ink.bottom - above, ink.right + beside, ink.top + above] as const;
  module.wasmExports.FPDFPage_SetMediaBox(pageIdx, ...box);
  module.wasmExports.FPDFPage_SetCropBox(pageIdx, ...box);
  module._FPDF_ClosePage(pageIdx);
  // Only a page that is opened again has the new size.
  return document.getPage(index);
}

/** The box around all that a page draws; null for one that draws nothing. */
function inkOf(page: PDFiumPage): Box | null {
  const { module, pageIdx } = openPageOf<BoxFunctions>(page);
  const pdfium = module.wasmExports;
  return withScratch(module, 16, (scratch) => {
    let ink: Box | null = null;
    const count = Math.min(pdfium.FPDFPage_CountObjects(pageIdx), MAX_OBJECTS);
    for (let at = 0; at < count; at += 1) {
      const object = pdfium.FPDFPage_GetObject(pageIdx, at);
      if (pdfium.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) continue;
      const [left, bottom, right, top] = fourFloats(module, scratch);
      const own = { left, bottom, right, top };
      ink = ink === null ? own : around(ink, own);
    }
    return ink;
  });
}

const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  bottom: Math.min(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
  top: Math.max(one.top, other.top),
});

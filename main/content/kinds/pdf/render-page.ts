import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium';

/** What the package keeps private in an open document. */
interface OpenDocument {
  readonly module: {
    readonly _FPDF_GetFormType: (document: number) => number;
    readonly _FPDFDoc_GetAttachmentCount: (document: number) => number;
  };
  readonly documentIdx: number;
}

/** What it keeps private in an open page. */
interface OpenPage {
  readonly module: { readonly _FPDFPage_GetAnnotCount: (page: number) => number };
  readonly pageIdx: number;
}

/** RGB, 8 bits a channel: the page on white paper. Without alpha, nothing that is made of it has to ask what shines through. */
export interface PagePixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3;
}

/** `none`: no form; `xfa`: a form of Adobe LiveCycle whose real pages are drawn by Adobe Reader alone (fpdf_formfill.h). */
export function formOf(document: PDFiumDocument): 'none' | 'fields' | 'xfa' {
  const { module, documentIdx } = document as unknown as OpenDocument;
  const type = module._FPDF_GetFormType(documentIdx);
  return type === 0 ? 'none' : type === 2 ? 'xfa' : 'fields';
}

/** Whether the document carries files. */
export function hasAttachments(document: PDFiumDocument): boolean {
  const { module, documentIdx } = document as unknown as OpenDocument;
  return module._FPDFDoc_GetAttachmentCount(documentIdx) > 0;
}

/** Whether fields or notes lie on a page. Some programs leave out the list of fields (AcroForm) that belongs to them. */
export function hasAnnotations(page: PDFiumPage): boolean {
  const { module, pageIdx } = page as unknown as OpenPage;
  return pageIdx !== 0 && module._FPDFPage_GetAnnotCount(pageIdx) > 0;
}

/**
 * Draws a page, with what is typed in its form fields, and closes it. Null for a blank page. A page is drawn on a transparent
 * bitmap that is then laid on white: on a white bitmap with alpha, PDFium draws blend modes such as Screen and Luminosity
 * over the bare page as white.
 */
export async function renderPage(
  page: PDFiumPage,
  size: { readonly width: number; readonly height: number },
  renderFormFields: boolean,
): Promise<PagePixels | null> {
  const { data, width, height } = await page.render({
    ...size,
    scale: 1,
    render: 'bitmap',
    renderFormFields,
    transparent: true,
  });
  const paper = layOnWhite(data);
  return paper === null ? null : { data: paper, width, height, channels: 3 };
}

/** Pixels as numbers of four bytes: alpha is the highest byte, on every processor that Node runs on. */
const WHITE = 0xffffffff;
const ALPHA_BITS = 24;
const OPAQUE = 255;

/** The RGB pixels of RGBA ones on white paper; null where all of them are white then. */
function layOnWhite(rgba: Uint8Array): Uint8Array | null {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length >> 2);
  const paper = new Uint8Array(pixels.length * 3).fill(OPAQUE);
  let isBlank = true;
  for (let index = 0, at = 0; index < pixels.length; index += 1, at += 3) {
    const pixel = pixels[index] ?? 0;
    const alpha = pixel >>> ALPHA_BITS;
    if (alpha === 0 || pixel === WHITE) continue;
    if (alpha === OPAQUE) {
      // An array of bytes keeps the lowest eight bits of a number.
      paper[at] = pixel;
      paper[at + 1] = pixel >>> 8;
      paper[at + 2] = pixel >>> 16;
      isBlank = false;
    } else isBlank = blendWithWhite(rgba, index * 4, paper, at) && isBlank;
  }
  return isBlank ? null : paper;
}

/** Lays one pixel on white; true where it is white then. */
function blendWithWhite(rgba: Uint8Array, from: number, paper: Uint8Array, to: number): boolean {
  const alpha = rgba[from + 3] ?? 0;
  let isWhite = true;
  for (let channel = 0; channel < 3; channel += 1) {
    const value = Math.round(((rgba[from + channel] ?? 0) * alpha) / OPAQUE) + OPAQUE - alpha;
    paper[to + channel] = value;
    isWhite &&= value === OPAQUE;
  }
  return isWhite;
}

import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium';

/** What the package keeps private in an open document. */
interface OpenDocument {
  readonly module: {
    readonly _FPDF_GetFormType: (document: number) => number;
    readonly _FPDFDoc_GetAttachmentCount: (document: number) => number;
  };
  readonly documentIdx: number;
}

/** RGBA, 8 bits a channel, opaque: the page on white paper. */
interface PagePixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 4;
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
  return layOnWhite(data) ? null : { data, width, height, channels: 4 };
}

/** Pixels as numbers of four bytes: alpha is the highest byte, on every processor that Node runs on. */
const WHITE = 0xffffffff;
const OPAQUE = 0xff000000;
const BARELY_SEEN = 0x01000000;

/** Lays RGBA pixels on white, in place. True where all of them are white then. */
function layOnWhite(data: Uint8Array): boolean {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  let isBlank = true;
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index] ?? 0;
    if (pixel < BARELY_SEEN) pixels[index] = WHITE;
    else {
      if (pixel < OPAQUE) blendWithWhite(data, index * 4);
      isBlank &&= pixels[index] === WHITE;
    }
  }
  return isBlank;
}

function blendWithWhite(data: Uint8Array, at: number): void {
  const alpha = data[at + 3] ?? 0;
  for (let channel = at; channel < at + 3; channel += 1) {
    data[channel] = Math.round(((data[channel] ?? 0) * alpha) / 255) + 255 - alpha;
  }
  data[at + 3] = 255;
}

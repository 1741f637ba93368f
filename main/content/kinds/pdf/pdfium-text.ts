import type { PDFiumPage } from '@hyzyla/pdfium';
import { type OpenPage, openPageOf, withScratch } from './open-page.ts';

/** The functions of PDFium of fpdf_text.h. */
interface TextFunctions {
  readonly FPDFText_LoadPage: (page: number) => number;
  readonly FPDFText_ClosePage: (text: number) => void;
  readonly FPDFText_CountChars: (text: number) => number;
  readonly FPDFText_GetUnicode: (text: number, index: number) => number;
  readonly FPDFText_IsGenerated: (text: number, index: number) => number;
  readonly FPDFText_GetFontSize: (text: number, index: number) => number;
  readonly FPDFText_GetFontInfo: (text: number, index: number, name: number, length: number, flags: number) => number;
  readonly FPDFText_GetFontWeight: (text: number, index: number) => number;
  readonly FPDFText_GetMatrix: (text: number, index: number, matrix: number) => number;
  readonly FPDFText_GetCharOrigin: (text: number, index: number, x: number, y: number) => number;
  readonly FPDFText_GetLooseCharBox: (text: number, index: number, box: number) => number;
}

/** The characters of a page, by their rank in its content stream. Points (1/72 inch), from the bottom left corner. */
export interface PageText {
  readonly count: number;
  unicode(index: number): number;
  /** Whether PDFium added the character itself: a space between two words, the end of a line. */
  isGenerated(index: number): boolean;
  /** The size as it is drawn; null where PDFium does not say how the page enlarges its font. */
  drawnSize(index: number): number | null;
  fontSize(index: number): number;
  fontName(index: number): string;
  /** 400 for regular, 700 for bold: where the font does not say, PDFium guesses from the width of its stems. */
  fontWeight(index: number): number;
  /** Where the baseline of the character begins. */
  origin(index: number): { readonly x: number; readonly y: number };
  rightEdge(index: number): number;
}

const SCRATCH_BYTES = 512;
const NAME_BYTES = 256;

function pageText({ module }: OpenPage<TextFunctions>, text: number, scratch: number): PageText {
  const pdfium = module.wasmExports;
  // The memory of PDFium may move when it grows, at any call: a view lives for one use.
  const view = (): DataView => new DataView(module.HEAPU8.buffer, scratch, SCRATCH_BYTES);
  return {
    count: pdfium.FPDFText_CountChars(text),
    unicode: (index) => pdfium.FPDFText_GetUnicode(text, index),
    isGenerated: (index) => pdfium.FPDFText_IsGenerated(text, index) === 1,
    drawnSize(index) {
      if (pdfium.FPDFText_GetMatrix(text, index, scratch) === 0) return null;
      // Six floats, a b c d e f, of which c and d scale the height.
      const scale = Math.hypot(view().getFloat32(8, true), view().getFloat32(12, true));
      return pdfium.FPDFText_GetFontSize(text, index) * scale;
    },
    fontSize: (index) => pdfium.FPDFText_GetFontSize(text, index),
    fontName(index) {
      const flags = scratch + NAME_BYTES;
      const length = Math.min(pdfium.FPDFText_GetFontInfo(text, index, scratch, NAME_BYTES, flags), NAME_BYTES);
      return new TextDecoder().decode(new Uint8Array(view().buffer, scratch, Math.max(0, length - 1)));
    },
    fontWeight: (index) => pdfium.FPDFText_GetFontWeight(text, index),
    origin(index) {
      pdfium.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
      return { x: view().getFloat64(0, true), y: view().getFloat64(8, true) };
    },
    rightEdge(index) {
      pdfium.FPDFText_GetLooseCharBox(text, index, scratch);
      // FS_RECTF, four floats: left, top, right, bottom.
      return view().getFloat32(8, true);
    },
  };
}

/**
 * What `read` makes of the characters of an open page; null where PDFium cannot get at its text. To be called before the
 * page is rendered, which closes it. The characters can only be asked for until `read` returns.
 */
export function readPageText<T>(page: PDFiumPage, read: (text: PageText) => T): T | null {
  const open = openPageOf<TextFunctions>(page);
  const pdfium = open.module.wasmExports;
  const text = pdfium.FPDFText_LoadPage(open.pageIdx);
  if (text === 0) return null;
  try {
    return withScratch(open.module, SCRATCH_BYTES, (scratch) => read(pageText(open, text, scratch)));
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
}

import type { PDFiumPage } from '@hyzyla/pdfium';
import { type OpenPage, openPageOf, withScratch } from './open-page.ts';

/** The functions of PDFium of fpdf_edit.h that tell of the font of a text. */
export interface BareTextFunctions {
  readonly FPDFTextObj_GetTextRenderMode: (object: number) => number;
  readonly FPDFTextObj_GetFont: (object: number) => number;
  readonly FPDFFont_GetIsEmbedded: (font: number) => number;
}

/** Those of fpdf_text.h. */
interface FontFunctions extends BareTextFunctions {
  readonly FPDFText_LoadPage: (page: number) => number;
  readonly FPDFText_ClosePage: (text: number) => void;
  readonly FPDFText_CountChars: (text: number) => number;
  readonly FPDFText_GetUnicode: (text: number, index: number) => number;
  readonly FPDFText_GetTextObject: (text: number, index: number) => number;
  readonly FPDFText_GetCharBox: (
    text: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ) => number;
}

type Module = OpenPage<FontFunctions>['module'];

/** The text under a scan, which nobody sees. */
const INVISIBLE = 3;
const MAX_CHARACTERS = 100_000;
/** Four numbers of eight bytes. */
const BOX_BYTES = 32;
/** PDFium makes boxes a thousandth of the size of the font high at least; no letter is as flat as that. */
const FLAT = 0.01;
/** The standard fonts that PDFium brings have each letter of Western Europe. */
const RARE = /(?![a-zA-ZÀ-ÿ])\p{L}/u;
const MAX_TOLD = 8;

/**
 * The first letters of an open page that are drawn as nothing, since the document does not carry their font, and no font of PDFium
 * has them: Chinese, Cyrillic, Arabic, and those of Polish, Turkish or Romanian names. Null where there are none. `text`: all
 * text of the page.
 */
export function unembeddedLetters(page: PDFiumPage, text: string): string | null {
  if (text.search(RARE) < 0) return null;
  const { module, pageIdx } = openPageOf<FontFunctions>(page);
  const pdfium = module.wasmExports;
  const textPage = pdfium.FPDFText_LoadPage(pageIdx);
  if (textPage === 0) return null;
  const letters = new Set<string>();
  try {
    withScratch(module, BOX_BYTES, (box) => {
      const count = Math.min(pdfium.FPDFText_CountChars(textPage), MAX_CHARACTERS);
      for (let index = 0; index < count && letters.size < MAX_TOLD; index += 1) {
        const letter = String.fromCodePoint(pdfium.FPDFText_GetUnicode(textPage, index));
        if (!RARE.test(letter) || !isBare(pdfium, pdfium.FPDFText_GetTextObject(textPage, index))) continue;
        if (isFlat(module, textPage, index, box)) letters.add(letter);
      }
    });
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
  }
  return letters.size === 0 ? null : [...letters].join('');
}

/** Whether a text is drawn, in a font that the document does not carry. */
export function isBare(pdfium: BareTextFunctions, text: number): boolean {
  if (text === 0 || pdfium.FPDFTextObj_GetTextRenderMode(text) === INVISIBLE) return false;
  return pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(text)) === 0;
}

/**
 * Whether a letter has no height, or no width where it is turned: the font has no outline of it. One that the document itself draws
 * (Type 3) has both.
 */
function isFlat(module: Module, textPage: number, index: number, box: number): boolean {
  const [left, right, bottom, top] = [box, box + 8, box + 16, box + 24] as const;
  if (module.wasmExports.FPDFText_GetCharBox(textPage, index, left, right, bottom, top) === 0) return false;
  const view = new DataView(module.HEAPU8.buffer, box, BOX_BYTES);
  const side = (from: number): number => Math.abs(view.getFloat64(from + 8, true) - view.getFloat64(from, true));
  const [wide, high] = [side(0), side(16)];
  return Math.min(wide, high) < FLAT * Math.max(wide, high);
}

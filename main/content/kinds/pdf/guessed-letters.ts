import type { PDFiumPage } from '@hyzyla/pdfium';
import { memoByObject } from '../../../lib/memo-by-object.ts';
import { openPageOf, withScratch } from './open-page.ts';
import { isReference, type PdfValue, pdfObjects } from './pdf-objects.ts';
import { type BareTextFunctions, isBare } from './unembedded-letters.ts';

/** The functions of PDFium of fpdf_edit.h. */
interface NameFunctions extends BareTextFunctions {
  readonly FPDFPage_CountObjects: (page: number) => number;
  readonly FPDFPage_GetObject: (page: number, index: number) => number;
  readonly FPDFPageObj_GetType: (object: number) => number;
  readonly FPDFFont_GetBaseFontName: (font: number, buffer: number, bytes: number) => number;
}

const TEXT = 1;
const MAX_OBJECTS = 20_000;
const NAME_BYTES = 256;
/** Fonts that PDFium brings, whose letters have names. */
const STANDARD = /^(?:Helvetica|Times-|Courier|Symbol$|ZapfDingbats$)/;

/**
 * Whether a page has words in a font that gives its letters by their place in a file which the document does not carry, and says
 * nowhere what they are: another font has other letters there, « Volumes » becomes « 9ROXPHV ».
 */
export function hasGuessedLetters(page: PDFiumPage, file: Uint8Array): boolean {
  const bare = bareFonts(page);
  // The file is only searched where a page needs it: most documents carry all their fonts.
  return bare.size > 0 && [...namelessFonts(file)].some((name) => bare.has(name));
}

/** The names of the fonts of a page that the document does not carry. */
function bareFonts(page: PDFiumPage): Set<string> {
  const { module, pageIdx } = openPageOf<NameFunctions>(page);
  const pdfium = module.wasmExports;
  const names = new Set<string>();
  const seen = new Set<number>();
  withScratch(module, NAME_BYTES, (buffer) => {
    const count = Math.min(pdfium.FPDFPage_CountObjects(pageIdx), MAX_OBJECTS);
    for (let index = 0; index < count; index += 1) {
      const object = pdfium.FPDFPage_GetObject(pageIdx, index);
      if (pdfium.FPDFPageObj_GetType(object) !== TEXT || !isBare(pdfium, object)) continue;
      const font = pdfium.FPDFTextObj_GetFont(object);
      if (seen.has(font)) continue;
      seen.add(font);
      // The length counts the zero byte at the end.
      const bytes = pdfium.FPDFFont_GetBaseFontName(font, buffer, NAME_BYTES);
      if (bytes < 2 || bytes > NAME_BYTES) continue;
      const name = Buffer.from(module.HEAPU8.slice(buffer, buffer + bytes - 1)).toString('latin1');
      if (!STANDARD.test(name)) names.add(name);
    }
  });
  return names;
}

/** The names of such fonts (ISO 32000-1, 9.7.5.2). All pages of a file ask for them. */
const namelessFonts = memoByObject((file: Uint8Array): ReadonlySet<string> => {
  const names = new Set<string>();
  const objects = pdfObjects(file);
  const follow = (value: PdfValue | undefined): PdfValue =>
    (isReference(value) ? objects.get(value.object) : value) ?? null;
  for (const font of objects.values()) {
    if (!(font instanceof Map) || font.get('/Subtype') !== '/Type0') continue;
    const encoding = follow(font.get('/Encoding'));
    if (encoding !== '/Identity-H' && encoding !== '/Identity-V') continue;
    const descendants = follow(font.get('/DescendantFonts'));
    const descendant = follow(Array.isArray(descendants) ? descendants[0] : undefined);
    if (!(descendant instanceof Map) || descendant.get('/Subtype') !== '/CIDFontType2') continue;
    // What they are does not help where a table of places (a stream) leads to them in the file that is not there.
    if (font.has('/ToUnicode') && !(follow(descendant.get('/CIDToGIDMap')) instanceof Map)) continue;
    const descriptor = follow(descendant.get('/FontDescriptor'));
    const isCarried = descriptor instanceof Map && (descriptor.has('/FontFile2') || descriptor.has('/FontFile3'));
    const name = follow(descendant.get('/BaseFont'));
    if (!isCarried && typeof name === 'string')
      names.add(name.slice(1).replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
  }
  return names;
});

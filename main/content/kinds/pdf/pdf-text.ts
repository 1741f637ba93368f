import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { type Refused, refuse } from '../../documents/fault.ts';

/** Text of one size and weight on one line. Points (1/72 inch), from the top left corner. */
export interface TextRun {
  readonly text: string;
  /** Left edge. */
  readonly x: number;
  /** Baseline, growing downwards. */
  readonly y: number;
  /** Right edge. */
  readonly x2: number;
  /** Size of the letters as they are drawn. */
  readonly size: number;
  readonly bold?: boolean;
}

/** The text of one page, in the order of its content stream. */
export interface TextPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
}

/** The text functions of PDFium that the package exports but does not wrap. */
interface PdfiumExports {
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
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

interface OpenPage {
  readonly module: { readonly wasmExports: PdfiumExports; readonly HEAPU8: Uint8Array };
  readonly pageIdx: number;
}

/** Pages and characters that are read: a press release has two pages. */
const MAX_PAGES = 40;
const MAX_CHARACTERS = 200_000;

/** The text runs of each page of a PDF; a PDF without text (a scan) has pages without runs. */
export async function readPdfText(bytes: Uint8Array): Promise<{ ok: true; pages: TextPage[] } | Refused> {
  const library = await PDFiumLibrary.init();
  let document: PDFiumDocument | null = null;
  try {
    document = await library.loadDocument(bytes);
    const pages: TextPage[] = [];
    let characters = 0;
    for (const page of document.pages()) {
      if (pages.length >= MAX_PAGES || characters > MAX_CHARACTERS) break;
      const text = pdfPageText(page);
      characters += text.runs.reduce((sum, run) => sum + run.text.length, 0);
      pages.push(text);
    }
    return { ok: true, pages };
  } catch (error) {
    const locked = error instanceof Error && /password|security/i.test(error.message);
    return locked
      ? refuse('pdf-locked', 'Ce PDF est protégé par un mot de passe.', 'Exportez-le de nouveau sans protection.')
      : refuse(
          'pdf-damaged',
          'Ce PDF est endommagé ou incomplet.',
          'Exportez-le de nouveau, puis recopiez-le dans le dossier.',
        );
  } finally {
    document?.destroy();
    library.destroy();
  }
}

/** The text runs of an open page; to be taken before the page is rendered, which closes it. */
export function pdfPageText(page: PDFiumPage): TextPage {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  // The package keeps both to itself; they are what its own `getText` uses.
  const { module, pageIdx } = page as unknown as OpenPage;
  const pdfium = module.wasmExports;
  const text = pdfium.FPDFText_LoadPage(pageIdx);
  const scratch = pdfium.malloc(512);
  try {
    // The heap may move when it grows: a view is made at each use.
    const view = (): DataView => new DataView(module.HEAPU8.buffer);
    return { width, height, runs: collectRuns(createCharacterReader(pdfium, view, text, scratch), height) };
  } finally {
    pdfium.free(scratch);
    pdfium.FPDFText_ClosePage(text);
  }
}

/** One drawn character. */
interface Character {
  readonly code: number;
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly size: number;
  readonly bold: boolean;
}

interface CharacterReader {
  readonly count: number;
  /** Unicode, or null for what PDFium added itself (spaces, line ends). */
  readonly at: (index: number) => Character | 'space' | 'line-end';
}

function createCharacterReader(
  pdfium: PdfiumExports,
  view: () => DataView,
  text: number,
  scratch: number,
): CharacterReader {
  const at: CharacterReader['at'] = (index) => {
    const code = pdfium.FPDFText_GetUnicode(text, index);
    if (code === 10 || code === 13) return 'line-end';
    if (pdfium.FPDFText_IsGenerated(text, index) === 1 && code !== 0xfffe && code !== 2) return 'space';
    pdfium.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    const [x, y] = [view().getFloat64(scratch, true), view().getFloat64(scratch + 8, true)];
    pdfium.FPDFText_GetLooseCharBox(text, index, scratch);
    const x2 = view().getFloat32(scratch + 8, true);
    pdfium.FPDFText_GetMatrix(text, index, scratch);
    const scale = Math.hypot(view().getFloat32(scratch + 8, true), view().getFloat32(scratch + 12, true));
    const size = pdfium.FPDFText_GetFontSize(text, index) * (scale || 1);
    return { code, x, y, x2: Math.max(x, x2), size, bold: isBold(pdfium, view, text, index, scratch) };
  };
  return { count: Math.min(pdfium.FPDFText_CountChars(text), MAX_CHARACTERS), at };
}

/** By the name of the font, as its declared weight is a guess of PDFium’s from the width of its stems. */
function isBold(pdfium: PdfiumExports, view: () => DataView, text: number, index: number, scratch: number): boolean {
  const length = Math.min(pdfium.FPDFText_GetFontInfo(text, index, scratch + 16, 256, scratch), 256);
  const name = new TextDecoder().decode(new Uint8Array(view().buffer, scratch + 16, Math.max(0, length - 1)));
  return /bold|black|heavy|semi-?bold|demi/i.test(name) || pdfium.FPDFText_GetFontWeight(text, index) >= 700;
}

function collectRuns({ count, at }: CharacterReader, height: number): TextRun[] {
  const runs: TextRun[] = [];
  let current: { text: string; first: Character; last: Character } | null = null;
  const flush = (): void => {
    const clean = current?.text.trim() ?? '';
    if (current !== null && clean !== '') {
      const { first, last } = current;
      const run = { text: clean, x: first.x, y: height - first.y, x2: last.x2, size: first.size };
      runs.push(first.bold ? { ...run, bold: true } : run);
    }
    current = null;
  };
  for (let index = 0; index < count; index++) {
    const character = at(index);
    if (character === 'line-end') flush();
    else if (character === 'space') {
      if (current !== null) current.text += ' ';
    } else {
      if (current !== null && !continues(current.last, character)) flush();
      current ??= { text: '', first: character, last: character };
      // PDFium marks a hyphen at the end of a line with U+0002 or U+FFFE.
      current.text += character.code === 2 || character.code === 0xfffe ? '-' : String.fromCodePoint(character.code);
      current.last = character;
    }
  }
  flush();
  return runs;
}

/** On the same line, of the same size and weight, and not across a gutter. */
function continues(last: Character, next: Character): boolean {
  const size = Math.max(last.size, next.size, 1);
  const sameLine = Math.abs(last.y - next.y) < size * 0.2 && next.x > last.x - size && next.x - last.x2 < size * 2;
  return sameLine && last.bold === next.bold && Math.abs(last.size - next.size) < size * 0.05;
}

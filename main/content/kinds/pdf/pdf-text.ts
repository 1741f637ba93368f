import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium';
import { type Refused, refuse } from '../../faults/fault.ts';
import { faults } from '../../faults/file-faults.ts';
import { openFlatPage } from './flatten-page.ts';
import { hasGuessedLetters } from './guessed-letters.ts';
import { lettersGuessed, lockedPdf, pdfTooHeavy, pdfToRedact } from './pdf-faults.ts';
import { startPdfEngine } from './pdfium-engine.ts';
import { type Rule, readRules } from './pdfium-rules.ts';
import { type PageText, readPageText } from './pdfium-text.ts';

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
  /** The lines that are drawn on it: some are the borders of tables. */
  readonly rules?: readonly Rule[];
}

/** Pages and characters that are read: a press release has two pages. */
const MAX_PAGES = 40;
const MAX_CHARACTERS = 200_000;

/** The text runs of each page of a PDF; a PDF without text (a scan) has pages without runs. */
export async function readPdfText(bytes: Uint8Array): Promise<{ ok: true; pages: TextPage[] } | Refused> {
  const engine = await startPdfEngine();
  const { library } = engine;
  let document: PDFiumDocument | null = null;
  try {
    document = await library.loadDocument(bytes);
    const pages: TextPage[] = [];
    let characters = 0;
    for (let index = 0; index < Math.min(document.getPageCount(), MAX_PAGES); index += 1) {
      if (characters > MAX_CHARACTERS) break;
      const page = openFlatPage(document, index, bytes);
      if (page === null) return refuse(pdfToRedact());
      if (hasGuessedLetters(page, bytes)) return refuse(lettersGuessed());
      const text = pdfPageText(page);
      characters += text.runs.reduce((sum, run) => sum + run.text.length, 0);
      pages.push(text);
    }
    return engine.isExhausted ? refuse(pdfTooHeavy()) : { ok: true, pages };
  } catch (error) {
    if (engine.isExhausted) return refuse(pdfTooHeavy());
    const isLocked = error instanceof Error && /password|security/i.test(error.message);
    return refuse(isLocked ? lockedPdf() : faults.damaged());
  } finally {
    document?.destroy();
    library.destroy();
  }
}

/** The text runs of an open page. */
function pdfPageText(page: PDFiumPage): TextPage {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  const rules = readRules(page, height);
  const borders = rules.filter(({ isVertical }) => isVertical);
  return { width, height, rules, runs: readPageText(page, (text) => collectRuns(text, height, borders)) ?? [] };
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

/** PDFium marks a hyphen at the end of a line with U+0002 or U+FFFE. */
const isHyphen = (code: number): boolean => code === 2 || code === 0xfffe;

function characterAt(text: PageText, index: number): Character | 'space' | 'line-end' {
  const code = text.unicode(index);
  if (code === 10 || code === 13) return 'line-end';
  if (text.isGenerated(index) && !isHyphen(code)) return 'space';
  const { x, y } = text.origin(index);
  const size = text.drawnSize(index) || text.fontSize(index);
  return { code, x, y, x2: Math.max(x, text.rightEdge(index)), size, bold: isBold(text, index) };
}

/** By the name of the font too, since PDFium may have guessed the weight. */
function isBold(text: PageText, index: number): boolean {
  return /bold|black|heavy|semi-?bold|demi/i.test(text.fontName(index)) || text.fontWeight(index) >= 700;
}

function collectRuns(text: PageText, height: number, borders: readonly Rule[]): TextRun[] {
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
  for (let index = 0; index < Math.min(text.count, MAX_CHARACTERS); index++) {
    const character = characterAt(text, index);
    if (character === 'line-end') flush();
    else if (character === 'space') {
      if (current !== null) current.text += ' ';
    } else {
      const isParted = current !== null && isBetween(borders, current.last, character, height);
      if (current !== null && (isParted || !continues(current.last, character))) flush();
      current ??= { text: '', first: character, last: character };
      current.text += isHyphen(character.code) ? '-' : String.fromCodePoint(character.code);
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

/** Whether a border stands between two characters of one line: they are in two cells, however near they are. */
function isBetween(borders: readonly Rule[], last: Character, next: Character, height: number): boolean {
  if (borders.length === 0 || next.x - last.x2 < 0.1 * next.size) return false;
  const y = height - next.y;
  return borders.some(({ at, from, to }) => at > last.x && at < next.x + 1 && y > from && y < to + next.size);
}

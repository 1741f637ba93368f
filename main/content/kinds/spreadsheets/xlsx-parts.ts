import type { CellStyle, Color, FillStyle } from 'hucre';

/** What of the sheets is to be known before the parser reads them. */
interface PreparedParts {
  readonly parts: Record<string, Uint8Array>;
  /** Some cells hold pictures. */
  readonly hasPicturesInCells: boolean;
  /** Nothing but the fill of a cell can be behind its words. */
  readonly isPlainPaper: boolean;
}

const SHEET = /^xl\/worksheets\/[^/]*\.xml$/iu;
/** What may colour the ground of a cell besides its own style. */
const COLOURING = /<(?:\w+:)?(?:conditionalFormatting|tableParts|picture|drawing)\b/u;
const COLOURING_PARTS = /^xl\/(?:pivotTables|tables)\//iu;
/**
 * A cell with a picture, or with what Excel knows of a town or a share: its value is an error, for programs that do not know
 * better ([MS-XLSX] 2.3.6.1).
 */
const RICH_CELL = /<(?:\w+:)?c\b(?=[^<>]*\svm=)(?=[^<>]*\st="e")[^<>]*>.*?<\/(?:\w+:)?c>/gsu;

/** A sheet shows nothing for zero (18.3.1.87), and a cell with a zero, written or computed. */
const HIDES_ZEROS = /<(?:\w+:)?sheetView\b[^<>]*\sshowZeros="(?:0|false)"/u;
const ZERO_CELL =
  /<(?:\w+:)?c\b(?![^<>]*\st="(?!n"))[^<>]*>(?:<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>))?<(?:\w+:)?v>0<\/(?:\w+:)?v><\/(?:\w+:)?c>/gu;

/** The parts of a workbook without the cells that hold a picture, or a zero that their sheet hides. `names`: of all its parts. */
export function prepareParts(parts: Readonly<Record<string, Uint8Array>>, names: readonly string[]): PreparedParts {
  const prepared = { ...parts };
  let hasPicturesInCells = false;
  let isPlainPaper = !names.some((name) => COLOURING_PARTS.test(name));
  for (const [name, bytes] of Object.entries(parts)) {
    if (!SHEET.test(name)) continue;
    const text = new TextDecoder().decode(bytes);
    isPlainPaper &&= !COLOURING.test(text);
    const withoutRich = text.includes(' vm="') ? text.replace(RICH_CELL, '') : text;
    hasPicturesInCells ||= withoutRich !== text;
    const left = HIDES_ZEROS.test(text) ? withoutRich.replace(ZERO_CELL, '') : withoutRich;
    if (left !== text) prepared[name] = new TextEncoder().encode(left);
  }
  return { parts: prepared, hasPicturesInCells, isPlainPaper };
}

/** Whether the words of a cell are white as the paper: their writer wants nobody to see them. */
export const isWhiteOnWhite = ({ font, fill }: CellStyle): boolean => isWhite(font?.color) && isPaper(fill);

/** White, as such, by its old number, or as the ground of a theme. */
const isWhite = ({ rgb, theme, tint = 0, indexed }: Color = {}): boolean =>
  tint === 0 && (/^(?:ff)?ffffff$/iu.test(rgb ?? '') || theme === 0 || indexed === 1 || indexed === 9);

const isPaper = (fill: FillStyle | undefined): boolean =>
  fill === undefined ||
  (fill.type === 'pattern' && (fill.pattern === 'none' || (fill.pattern === 'solid' && isWhite(fill.fgColor))));

/** The words that a sheet prints above and below its pages, without their codes (ECMA-376, part 1, 18.3.1.46). */
export function marginWords(text: string): string[] {
  return text
    .replace(/&&/gu, '\ue000')
    .split(/&[LCR]/u)
    .map((part) =>
      part
        .replace(/&(?:"[^"]*"|K(?:[\da-f]{6}|\d\d[+-]\d{3})|\d{1,3}|.)/giu, '')
        .replaceAll('\ue000', '&')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((part) => /\p{L}{2}/u.test(part) && !/^(?:page|de|sur|\/|\s|-)*$/iu.test(part));
}

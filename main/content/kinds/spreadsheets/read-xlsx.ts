import { zipSync } from 'fflate';
import { dateToSerial, serialToDate } from 'hucre';
import { type Cell, colToLetter, type Sheet as ParsedSheet, readXlsx as parse } from 'hucre/xlsx';
import { isDateFormat } from 'numfmt';
import { Temporal } from 'temporal-polyfill';
import { type Fault, type Refused, refuse } from '../../faults/fault.ts';
import { openArchive } from '../word/archive.ts';
import { damagedDocument } from '../word/word-faults.ts';
import { drawingsOfXlsx } from './sheet-drawings.ts';
import { asWritten, momentOfIso, numberText, timeText } from './value-text.ts';
import {
  changesDaily,
  MAX_COLUMNS,
  MAX_ROWS,
  type PlacedCell,
  type Sheet,
  shownRows,
  type Workbook,
} from './workbook.ts';
import {
  drawingsLost,
  hiddenLines,
  todayInSheet,
  tooHigh,
  tooWide,
  valuesMissing,
  valuesWrong,
  whiteCells,
} from './workbook-faults.ts';
import { isWhiteOnWhite, marginWords, prepareParts } from './xlsx-parts.ts';

/** The parts with the words of a workbook: not its pictures, macros, charts, pivot tables and other workbooks. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/[^/]*\.rels|(?:workbook|sharedStrings|styles)\d*\.xml|worksheets\/[^/]*\.xml))$/iu;

/**
 * The sheets of a .xlsx. The parser is given an archive of the parts with words alone, which was unpacked within limits: it
 * has none that a small machine could bear.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Workbook | Refused> {
  const archive = openArchive(bytes, (name) => PARTS.test(name));
  if (!archive.ok) return archive;
  const decoder = new TextDecoder();
  // Excel never declares entities; a workbook that does is an entity bomb.
  if (Object.values(archive.parts).some((part) => /<!(?:DOCTYPE|ENTITY)/i.test(decoder.decode(part))))
    return refuse(damagedDocument());
  try {
    const { parts, hasPicturesInCells, isPlainPaper } = prepareParts(archive.parts, archive.names);
    const { unshown, words, withoutCells } = drawingsOfXlsx(bytes);
    const { sheets, dateSystem } = await parse(zipSync(parts, { level: 0 }), {
      readStyles: true,
      maxRows: MAX_ROWS + 1,
      sheets: ({ name, hidden, veryHidden }) => !hidden && !veryHidden && !withoutCells.includes(name),
    });
    const read = sheets.map((sheet) => readSheet(sheet, { is1904: dateSystem === '1904', isPlainPaper }));
    const lost = {
      unshown: new Set([...unshown, ...(hasPicturesInCells ? (['pictures'] as const) : [])]),
      words,
      margins: sheets.flatMap(({ headerFooter }) => Object.values(headerFooter ?? {}).flatMap(wordsOfMargin)),
    };
    return {
      ok: true,
      sheets: read.map(({ sheet }) => sheet),
      faults: [...read.flatMap((each) => each.faults), ...drawingsLost(lost)],
    };
  } catch {
    // The parser throws for every kind of damage; staff are told the same for all of them.
    return refuse(damagedDocument());
  }
}

/** A margin of the printed pages; what else the parser knows of them is no text. */
const wordsOfMargin = (margin: unknown): string[] => (typeof margin === 'string' ? marginWords(margin) : []);

/** What is known of a workbook when its cells are read. */
interface Paper {
  readonly is1904: boolean;
  readonly isPlainPaper: boolean;
}

interface SheetReading {
  readonly sheet: Sheet;
  readonly faults: readonly Fault[];
}

/** A cell as the parser gives it; one that nobody formatted has its value alone. */
type ReadCell = Pick<Cell, 'value'> & Partial<Cell>;

interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly cell: ReadCell;
}

/** The cells of a sheet with their places. The parser lists by address only those that have more than a value. */
function cellsOf({ rows, cells }: ParsedSheet): FoundCell[] {
  const found: FoundCell[] = [];
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      const cell = cells?.get(`${row},${column}`) ?? (value === null ? null : { value });
      if (cell !== null) found.push({ row, column, cell });
    }
  }
  return found;
}

function readSheet(parsed: ParsedSheet, paper: Paper): SheetReading {
  const { name, rows, merges, rowDefs, columns } = parsed;
  const hidden = {
    rows: new Set([...(rowDefs ?? [])].filter(([, row]) => row.hidden || row.height === 0).map(([at]) => at)),
    columns: new Set((columns ?? []).flatMap((column, at) => (column.hidden || column.width === 0 ? [at] : []))),
  };
  const merged = new Map((merges ?? []).map((merge) => [`${merge.startRow},${merge.startCol}`, merge]));
  const missing: string[] = [];
  const wrong: string[] = [];
  const today: string[] = [];
  let hasWhite = false;
  const placed = cellsOf(parsed).map(({ row, column, cell }): PlacedCell => {
    const merge = merged.get(`${row},${column}`);
    const isShown = !hidden.rows.has(row) && !hidden.columns.has(column);
    const address = `${colToLetter(column)}${row + 1}`;
    if (isShown && cell.type === 'error') wrong.push(address);
    else if (isShown && cell.formula !== undefined && cell.value === null) missing.push(address);
    else if (isShown && changesDaily(cell.formula ?? '')) today.push(address);
    const lines = linesOf(cell, paper.is1904);
    const isUnseen = paper.isPlainPaper && isWhiteOnWhite(cell.style ?? {});
    hasWhite ||= isShown && isUnseen && lines.length > 0;
    return {
      row,
      column,
      columns: merge === undefined ? 1 : merge.endCol - merge.startCol + 1,
      rows: merge === undefined ? 1 : merge.endRow - merge.startRow + 1,
      lines: isUnseen ? [] : lines,
      ...lookOf(cell),
    };
  });
  const faults = [
    ...(missing.length > 0 ? [valuesMissing(name, missing)] : []),
    ...(wrong.length > 0 ? [valuesWrong(name, wrong)] : []),
    ...(today.length > 0 ? [todayInSheet(name, today)] : []),
    ...(hasWhite ? [whiteCells(name)] : []),
    ...(hides(placed, hidden) ? [hiddenLines(name)] : []),
    ...(placed.some(({ column, lines }) => column >= MAX_COLUMNS && lines.length > 0) ? [tooWide(name)] : []),
    ...(rows.length > MAX_ROWS ? [tooHigh(name)] : []),
  ];
  return { sheet: { name, rows: shownRows(placed, hidden) }, faults };
}

/** Whether words stand in a hidden row or column. */
const hides = (
  cells: readonly PlacedCell[],
  hidden: { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> },
): boolean =>
  cells.some(({ row, column, lines }) => lines.length > 0 && (hidden.rows.has(row) || hidden.columns.has(column)));

function linesOf(cell: ReadCell, is1904: boolean): string[] {
  return textOf(cell, is1904)
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

function textOf({ value, type, style, richText }: ReadCell, is1904: boolean): string {
  if (type === 'error' || value === null) return '';
  const format = style?.numFmt ?? '';
  if (value instanceof Date) return momentOf(value, is1904, format);
  if (typeof value === 'number') {
    // The parser takes « hh"h"mm » for no format of an hour.
    return isDateFormat(format) ? momentOf(serialToDate(value, is1904), is1904, format) : numberText(value, format);
  }
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  // Strict workbooks write their moments as texts (ECMA-376, part 1, 18.18.11).
  const iso = isDateFormat(format) ? momentOfIso(value.replace(/Z$/u, '')) : null;
  if (iso !== null) return momentOf(new Date(`${iso.toString()}Z`), is1904, format);
  const text = richText === undefined ? value : richText.map((run) => run.text).join('');
  return format.includes('@') || format.includes(';') ? asWritten(text, format) : text;
}

/** The parser writes the wall time of a cell as if it were that of Greenwich. */
function momentOf(date: Date, is1904: boolean, format: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO('UTC').toPlainDateTime();
  return timeText(at, dateToSerial(date, is1904), format);
}

function lookOf({ style, richText }: ReadCell): Pick<PlacedCell, 'bold' | 'struck'> {
  const fonts = (richText ?? []).filter(({ text }) => text.trim() !== '').map(({ font }) => font);
  const all = (pick: 'bold' | 'strikethrough'): boolean =>
    fonts.length > 0 && fonts.some((font) => font !== undefined)
      ? fonts.every((font) => (font ?? style?.font)?.[pick] === true)
      : style?.font?.[pick] === true;
  return { bold: all('bold'), struck: all('strikethrough') };
}

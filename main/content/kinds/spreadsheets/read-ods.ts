import { createListCounter } from '../../documents/list-labels.ts';
import { type LooseBlock, textsOf } from '../../documents/paragraph.ts';
import { type Fault, type Refused, refuse } from '../../faults/fault.ts';
import { odfBlocks } from '../word/odf-blocks.ts';
import { readOdfLists } from '../word/odf-lists.ts';
import { odfMarginWords } from '../word/odf-margins.ts';
import type { OdfState } from '../word/odf-runs.ts';
import { readOdfStyles } from '../word/odf-styles.ts';
import { openOpenDocument } from '../word/open-document.ts';
import { parseXml } from '../word/parse-xml.ts';
import { nothingTold } from '../word/told.ts';
import { damagedDocument } from '../word/word-faults.ts';
import { attributeOf, childrenOf, descendantsOf, elementsOf, type XmlElement } from '../word/xml.ts';
import { hasValue, linesOfCell } from './ods-values.ts';
import {
  changesDaily,
  type Hidden,
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
  valuesWrong,
  whiteCells,
} from './workbook-faults.ts';

/** The sheets of a .ods (OpenDocument 1.2, part 1, 9). Pictures, macros and comments are not read. */
export function readOds(bytes: Uint8Array): Workbook | Refused {
  const parts = openOpenDocument(bytes);
  if (!parts.ok) return parts;
  const { content, styles } = parts;
  try {
    return readContent([styles ? parseXml(styles) : null, parseXml(content)]);
  } catch {
    // The parser throws for XML that is broken or nested too deeply; staff are told the same for both.
    return refuse(damagedDocument());
  }
}

function readContent(roots: readonly [XmlElement | null, XmlElement]): Workbook | Refused {
  const [, root] = roots;
  const book = descendantsOf(root, 'office:spreadsheet')[0];
  if (book === undefined) return refuse(damagedDocument());
  const state: OdfState = {
    styles: readOdfStyles(roots),
    lists: readOdfLists(roots),
    counters: new Map(),
    outline: { levels: [], counter: createListCounter() },
    told: nothingTold(),
    objects: new Map(),
    notes: [],
    hiddenMarks: new Set(),
    isOnPaper: false,
    isInCell: true,
  };
  const unseen = unseenStyles(roots);
  const seen = childrenOf(book, 'table:table').filter((table) => !unseen.has(attributeOf(table, 'table:style-name')));
  const read = seen.map((table) => readSheet(table, { ...state, isOnPaper: isPlainPaper(table) }, unseen));
  const { unshown } = state.told;
  const words = read.flatMap(({ drawn }) => drawn);
  // Each sheet is made with its name and its number above and below it, as « ??? » and « Page 1 ».
  const margins = odfMarginWords(mastersOf(seen, roots), state).filter((line) => /\p{L}{2}/u.test(line));
  const faults = [...read.flatMap((each) => each.faults), ...drawingsLost({ unshown, words, margins })];
  return { ok: true, sheets: read.map(({ sheet }) => sheet), faults };
}

/** The pages on which some sheets are printed. */
function mastersOf(tables: readonly XmlElement[], roots: readonly (XmlElement | null)[]): XmlElement[] {
  const named = (name: string): XmlElement[] =>
    roots.flatMap((root) => (root === null ? [] : descendantsOf(root, name)));
  const own = new Set(tables.map((table) => attributeOf(table, 'table:style-name')));
  const used = new Set(
    named('style:style')
      .filter((style) => own.has(attributeOf(style, 'style:name')))
      .map((style) => attributeOf(style, 'style:master-page-name')),
  );
  return named('style:master-page').filter((master) => used.has(attributeOf(master, 'style:name')));
}

/** The styles of sheets that are hidden, and of rows and columns without any room. */
function unseenStyles(roots: readonly (XmlElement | null)[]): ReadonlySet<string> {
  const styles = roots.flatMap((root) => (root === null ? [] : descendantsOf(root, 'style:style')));
  const isUnseen = (style: XmlElement): boolean =>
    elementsOf(style).some(
      (each) =>
        attributeOf(each, 'table:display') === 'false' ||
        NO_ROOM.test(attributeOf(each, 'style:column-width')) ||
        NO_ROOM.test(attributeOf(each, 'style:row-height')),
    );
  return new Set(styles.filter(isUnseen).map((style) => attributeOf(style, 'style:name')));
}

const NO_ROOM = /^0(?:\.0+)?(?:cm|mm|in|pt)?$/u;

/** Whether nothing but the fill of a cell can be behind its words: no drawing, and no rule that colours cells. */
const isPlainPaper = (table: XmlElement): boolean =>
  descendantsOf(table, 'table:shapes', 'draw:frame', 'calcext:conditional-formats').length === 0;

interface SheetReading {
  readonly sheet: Sheet;
  readonly faults: readonly Fault[];
  /** The words that lie upon the cells, and in none of them. */
  readonly drawn: readonly string[];
}

function readSheet(table: XmlElement, state: OdfState, unseen: ReadonlySet<string>): SheetReading {
  const name = attributeOf(table, 'table:name');
  const rows = numbered(partsOf(table, 'table:table-row'), 'table:number-rows-repeated', MAX_ROWS + 1);
  const columns = numbered(partsOf(table, 'table:table-column'), 'table:number-columns-repeated', MAX_COLUMNS);
  const hiddenAmong = (lines: readonly Numbered[]): Set<number> =>
    new Set(lines.filter(({ element }) => !isShown(element, unseen)).map(({ at }) => at));
  const hidden: Hidden = { rows: hiddenAmong(rows), columns: hiddenAmong(columns) };
  const found: Record<CellFault, string[]> = { wrong: [], today: [], white: [] };
  const cells = rows.flatMap(({ element, at: row }) =>
    cellsOf(element, row, state, (fault, column) => {
      if (!hidden.rows.has(row) && !hidden.columns.has(column)) found[fault].push(`${letterOf(column)}${row + 1}`);
    }),
  );
  const filled = cells.filter(({ lines }) => lines.length > 0);
  const faults = [
    ...(found.wrong.length > 0 ? [valuesWrong(name, found.wrong)] : []),
    ...(found.today.length > 0 ? [todayInSheet(name, found.today)] : []),
    ...(found.white.length > 0 ? [whiteCells(name)] : []),
    ...(filled.some(({ row, column }) => hidden.rows.has(row) || hidden.columns.has(column))
      ? [hiddenLines(name)]
      : []),
    ...(filled.some(({ column }) => column >= MAX_COLUMNS) ? [tooWide(name)] : []),
    ...(filled.some(({ row }) => row >= MAX_ROWS) ? [tooHigh(name)] : []),
  ];
  const drawn = odfBlocks(childrenOf(table, 'table:shapes').flatMap(elementsOf), state).flatMap(textsOf);
  return { sheet: { name, rows: shownRows(cells, hidden) }, faults, drawn };
}

const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** The rows or columns of a table, also those in groups and headers. */
function partsOf(element: XmlElement, name: 'table:table-row' | 'table:table-column'): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return /^table:table-(?:header-)?(?:rows|columns|row-group|column-group)$/u.test(child.name)
      ? partsOf(child, name)
      : [];
  });
}

const isShown = (element: XmlElement, unseen: ReadonlySet<string>): boolean =>
  !/^(?:collapse|filter)$/u.test(attributeOf(element, 'table:visibility')) &&
  !unseen.has(attributeOf(element, 'table:style-name'));

interface Numbered {
  readonly element: XmlElement;
  /** From 0. */
  readonly at: number;
}

/** Elements that are written once and repeated, each with its number; no more than `most`. */
function numbered(elements: readonly XmlElement[], repeats: string, most: number): Numbered[] {
  const all: Numbered[] = [];
  for (const element of elements) {
    const times = Math.min(countOf(element, repeats), most - all.length);
    for (let n = 0; n < times; n += 1) all.push({ element, at: all.length });
  }
  return all;
}

function countOf(element: XmlElement, name: string): number {
  const written = Number(attributeOf(element, name) || 1);
  return Number.isInteger(written) && written > 0 ? written : 1;
}

/** What is told of a cell: its formula fails, or asks for the day of the moment; its words are white on white. */
type CellFault = 'wrong' | 'today' | 'white';
type Tell = (fault: CellFault, column: number) => void;

function cellsOf(row: XmlElement, at: number, state: OdfState, tell: Tell): PlacedCell[] {
  const cells = elementsOf(row).filter(({ name }) => /^table:(?:covered-)?table-cell$/u.test(name));
  // A sheet ends in a million rows of a thousand empty cells, each written once.
  if (cells.every((cell) => cell.children.length === 0 && !hasValue(cell))) return [];
  return numbered(cells, 'table:number-columns-repeated', MAX_COLUMNS + 1).flatMap(({ element, at: column }) => {
    // What a merged cell covers may still hold words, which nobody sees.
    if (element.name === 'table:covered-table-cell') return [];
    if (elementsOf(element).length === 0 && !hasValue(element)) return [];
    const isWrong = attributeOf(element, 'calcext:value-type') === 'error';
    if (isWrong) tell('wrong', column);
    else if (changesDaily(attributeOf(element, 'table:formula'))) tell('today', column);
    return [
      {
        row: at,
        column,
        columns: countOf(element, 'table:number-columns-spanned'),
        rows: countOf(element, 'table:number-rows-spanned'),
        ...(isWrong ? EMPTY : contentOf(element, state, (fault) => tell(fault, column))),
      },
    ];
  });
}

type CellContent = Pick<PlacedCell, 'lines' | 'bold' | 'struck'>;

const EMPTY: CellContent = { lines: [], bold: false, struck: false };

function contentOf(cell: XmlElement, state: OdfState, tell: (fault: CellFault) => void): CellContent {
  const own = state.styles(attributeOf(cell, 'table:style-name'));
  const told = nothingTold();
  const isOnPaper = state.isOnPaper && !own.filled;
  const blocks = odfBlocks(elementsOf(cell), { ...state, isOnPaper, told: { ...state.told, others: told.others } });
  const shown = blocks.flatMap(textsOf).filter((line) => line !== '');
  const lines = linesOfCell(cell, shown);
  const isUnseen = isOnPaper && own.white === true && lines.length > 0;
  if (isUnseen || told.others.has('white')) tell('white');
  if (told.others.has('today')) tell('today');
  if (isUnseen) return EMPTY;
  const all = (has: (block: LooseBlock) => boolean): boolean => blocks.length > 0 && blocks.every(has);
  return {
    lines,
    bold: own.bold || all((block) => block.kind !== 'table' && block.bold === true),
    struck: own.struck || all((block) => block.kind !== 'table' && block.struck === true),
  };
}

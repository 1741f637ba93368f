import type { TextPage, TextRun } from './pdf-text.ts';

/** Between which points the lines of a part of a page stand: its own edges, or those of a cell or of a column of text. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** One line of a page: runs side by side on one baseline. Points, from the top left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly x2: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** The same object for all lines of the column. */
  readonly column: Column;
}

/** A page with more lines than this is not a text in columns. */
const MAX_ORDERED = 400;
/** Lines on either side of a gutter between two columns. */
const MIN_IN_COLUMN = 3;

/** The lines of a page, or of a cell on it, in reading order: columns one after the other, each from the top. */
export function pageLines(page: TextPage, column: Column = { left: 0, right: page.width }): PdfLine[] {
  const lines = joinRuns(page.runs).map((line): PdfLine => ({ ...line, column }));
  const body = lines.reduce((sum, line) => sum + line.size, 0) / Math.max(1, lines.length);
  return lines.length > MAX_ORDERED ? lines : inReadingOrder(lines, body);
}

type LooseLine = Omit<PdfLine, 'column'>;

function joinRuns(runs: readonly TextRun[]): LooseLine[] {
  const rows: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    // The runs are sorted by height: a run belongs to one of the last rows, or begins a new one.
    const row = rows.slice(-8).find((each) => isOnRow(each, run));
    if (row === undefined) rows.push([run]);
    else row.push(run);
  }
  return rows.flatMap((row) => splitRow(row.sort((a, b) => a.x - b.x)));
}

/** Raised letters (« 2de ») stand on the row of their neighbours. */
function isOnRow(row: readonly TextRun[], run: TextRun): boolean {
  return row.some((other) => Math.abs(other.y - run.y) < 0.4 * Math.max(other.size, run.size));
}

function splitRow(row: readonly TextRun[]): LooseLine[] {
  const groups: TextRun[][] = [];
  for (const run of row) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gap = last === undefined ? 0 : run.x - last.x2;
    if (group === undefined || last === undefined || gap > 1.6 * Math.max(last.size, run.size)) groups.push([run]);
    else group.push(run);
  }
  return groups.map(asLine);
}

function asLine(runs: readonly TextRun[]): LooseLine {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const isApart = run.x - end > 0.12 * run.size;
    text += text !== '' && isApart ? ` ${run.text}` : run.text;
    end = run.x2;
  }
  const letters = (chosen: readonly TextRun[]): number => chosen.reduce((sum, run) => sum + run.text.length, 0);
  const longest = runs.reduce((best, run) => (run.text.length > best.text.length ? run : best));
  return {
    text,
    x: Math.min(...runs.map((run) => run.x)),
    x2: Math.max(...runs.map((run) => run.x2)),
    y: longest.y,
    size: longest.size,
    bold: letters(runs.filter((run) => run.bold === true)) * 10 > letters(runs) * 9,
  };
}

/** Cuts the page at a gutter where there is one, else at the widest space between two lines, and each part again. */
function inReadingOrder(lines: readonly PdfLine[], body: number): PdfLine[] {
  if (lines.length <= 1) return [...lines];
  const columns = cutAtGutter(lines, body);
  if (columns !== null) return columns.flatMap((column) => inReadingOrder(column, body));
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.x - b.x);
  let cut = 0;
  let widest = 0;
  for (let at = 1; at < sorted.length; at++) {
    const gap = (sorted[at]?.y ?? 0) - (sorted[at]?.size ?? 0) - (sorted[at - 1]?.y ?? 0);
    if (gap > widest) [widest, cut] = [gap, at];
  }
  if (cut === 0) return sorted;
  return [...inReadingOrder(sorted.slice(0, cut), body), ...inReadingOrder(sorted.slice(cut), body)];
}

function cutAtGutter(lines: readonly PdfLine[], body: number): [PdfLine[], PdfLine[]] | null {
  const byLeft = [...lines].sort((a, b) => a.x - b.x);
  let right = Number.NEGATIVE_INFINITY;
  for (const [at, line] of byLeft.entries()) {
    if (line.x - right > body && at >= MIN_IN_COLUMN && byLeft.length - at >= MIN_IN_COLUMN) {
      const [left, edge] = [byLeft[0]?.x ?? 0, line.x];
      return [
        inColumn(byLeft.slice(0, at), { left, right: edge }),
        inColumn(byLeft.slice(at), { left: edge, right: line.column.right }),
      ];
    }
    right = Math.max(right, line.x2);
  }
  return null;
}

const inColumn = (lines: readonly PdfLine[], column: Column): PdfLine[] => lines.map((line) => ({ ...line, column }));

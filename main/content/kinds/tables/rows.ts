import { CsvError, parse } from 'csv-parse/sync';
import { dropped, type Fault, guessed } from '../../faults/fault.ts';

/** A line of a table. */
export interface Row {
  readonly cells: readonly string[];
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** How many lines of the file it takes. */
  readonly taken: number;
  /** All its words are struck through. */
  readonly struck?: boolean;
}

export interface RowsRead {
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
}

/** Lines that are read: more events than a school has in ten years. */
const MAX_LINES = 5_000;
/** A cell of more lines than this is a quote that was never closed. */
const MAX_CELL_LINES = 100;
/** After so many, a line with an odd number of quotes is not looked at twice: the table was not written by a program. */
const MAX_BROKEN = 20;
/** Characters of one line of a table. */
const MAX_LINE = 100_000;

/** The cells of a record; null where a quote is not closed in it, or where it is too long. */
function cellsOf(text: string, delimiter: string): string[] | null {
  if (text.length > MAX_LINE) return null;
  if (!text.includes('"')) return looseCells(text, delimiter);
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, trim: true };
    return parse(text, options)[0] ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
}

/** The cells of one line of the file alone, its quotes taken off but not obeyed; null where it is too long. */
export function looseCells(line: string, delimiter: string): string[] | null {
  if (line.length > MAX_LINE) return null;
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/gu, '').replaceAll('""', '"').trim());
}

/** A quote that is open is closed by another, and those within a cell are doubled (RFC 4180). */
const isEven = (text: string): boolean => (text.match(/"/gu)?.length ?? 0) % 2 === 0;

/** The row that begins at a line, and how many lines it takes; null where its quote is closed nowhere near. */
function rowAt(
  lines: readonly string[],
  at: number,
  delimiter: string,
  beginsRow: (line: string) => boolean,
): { cells: string[]; taken: number } | null {
  let text = lines[at] ?? '';
  const alone = cellsOf(text, delimiter);
  if (alone !== null) return { cells: alone, taken: 1 };
  for (let taken = 2; taken <= MAX_CELL_LINES && at + taken <= lines.length; taken += 1) {
    const line = lines[at + taken - 1] ?? '';
    // What begins a row of its own is not the rest of a cell: the quote was forgotten.
    if (beginsRow(line)) return null;
    text += `\n${line}`;
    const cells = line.includes('"') && isEven(text) ? cellsOf(text, delimiter) : null;
    if (cells !== null) return { cells, taken };
  }
  return null;
}

const unclosed = (line: number): Fault =>
  guessed(
    'csv-broken',
    `Ligne ${line} : un guillemet n’est pas fermé ; la ligne est lue comme s’il n’y était pas.`,
    'Fermez le guillemet, ou retirez-le.',
    line,
  );

const tooLong = (line: number): Fault =>
  dropped(
    'csv-line-too-long',
    `Ligne ${line} : elle est beaucoup trop longue pour un tableau ; elle n’est pas lue.`,
    'Vérifiez que le fichier est bien un tableau, puis exportez-le de nouveau au format CSV.',
    line,
  );

/**
 * Rows of the lines from `first` (counted from 0), without those that are empty. A quote that is never closed costs no
 * other row: `beginsRow` says which lines are plainly rows of their own.
 */
export function readRows(
  lines: readonly string[],
  first: number,
  delimiter: string,
  beginsRow: (line: string) => boolean,
): RowsRead {
  const rows: Row[] = [];
  const faults: Fault[] = [];
  let broken = 0;
  for (let at = first; at < lines.length; ) {
    if (rows.length === MAX_LINES) {
      faults.push(
        dropped(
          'csv-too-long',
          `Seules les ${MAX_LINES} premières lignes du tableau sont lues.`,
          'Découpez le tableau en plusieurs fichiers.',
        ),
      );
      break;
    }
    const line = at + 1;
    const text = lines[at] ?? '';
    const isHopeless = broken >= MAX_BROKEN && !isEven(text);
    const read = isHopeless ? null : rowAt(lines, at, delimiter, beginsRow);
    const cells = read?.cells ?? looseCells(text, delimiter);
    if (cells === null) faults.push(tooLong(line));
    else if (read === null) {
      broken += 1;
      faults.push(unclosed(line));
    }
    const taken = read?.taken ?? 1;
    if (cells?.some((cell) => cell !== '')) rows.push({ cells, line, taken });
    at += taken;
  }
  return { rows, faults };
}

/** « idem » and the signs that stand for it mean what stands above. */
const DITTO = /^(?:idem|id\.|〃|″|'')$/iu;

/** The rows with what stands above in the place of each « idem ». */
export function withoutDittos(rows: readonly Row[]): Row[] {
  const whole: Row[] = [];
  for (const row of rows) {
    const above = whole.at(-1)?.cells ?? [];
    whole.push({ ...row, cells: row.cells.map((cell, at) => (DITTO.test(cell) ? (above[at] ?? cell) : cell)) });
  }
  return whole;
}

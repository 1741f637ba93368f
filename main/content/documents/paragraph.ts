import type { Block } from './block.ts';
import { plainInline } from './inline.ts';
import type { ListLabel } from './list-labels.ts';
import type { DocumentBlock, Table } from './table.ts';

/** A piece of a paragraph of one look. In its text, `\n` is a line break and `\t` a tabulator. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  /** It is struck through. */
  readonly struck?: boolean;
}

/** A block that has no rank yet. */
export type LooseBlock = Omit<Block, 'line'> | LooseTable;
export type LooseTable = Omit<Table, 'line'>;

/** How a paragraph looks as a whole: its level is 1 to 6 for a heading, else 0. */
export interface ParagraphLook extends Partial<ListLabel> {
  readonly kind: 'paragraph' | 'list-item';
  readonly level: number;
}

/**
 * The blocks of a paragraph: one for each of its lines, since writers of notices break lines for a new thing. A heading is
 * one block. Tabulators are kept, for `withTabTables`. Empty lines give no block.
 */
export function paragraphBlocks(
  written: readonly Run[],
  { kind, level, words = '', written: label = '', number = null, letters }: ParagraphLook,
): Omit<Block, 'line'>[] {
  const left = withoutStruck(written);
  const isItem = level === 0 && kind === 'list-item';
  // A number is no part of the sentence of a heading: « 1.2 » stands before it as « 2. » does.
  const inText = isItem || HAS_WORDS.test(words) ? words : '';
  const runs = inText === '' || !isFilled(left) ? left : [{ text: inText, bold: true }, ...left];
  const own = label !== '' && (isItem ? number !== null : inText === '' && level > 0) ? { label } : {};
  const lines = level > 0 ? [runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }))] : linesOfRuns(runs);
  return lines.flatMap((line, at) => {
    // No tag is meant in a document of a word processor: « <nom> » is a text.
    const text = line.map((run) => run.text.replaceAll('<', '‹')).join('');
    const cells = text.replace(/\s+$/u, '').split('\t').map(plainInline);
    if (cells.every((cell) => cell === '')) return [];
    const all = (has: (run: Run) => boolean): boolean =>
      line.every((run) => has(run) || !/[\p{L}\p{N}]/u.test(run.text));
    const bold = all((run) => run.bold);
    const struck = all((run) => run.struck === true);
    const block = { kind: level > 0 ? ('heading' as const) : kind, level: Math.min(6, level), text: cells.join('\t') };
    const isNumbered = at === 0 && isItem && number !== null;
    return [
      {
        ...block,
        ...(bold && level === 0 ? { bold } : {}),
        ...(struck ? { struck } : {}),
        ...(at === 0 ? own : {}),
        ...(isNumbered ? { number, ...(letters === undefined ? {} : { letters }) } : {}),
      },
    ];
  });
}

const HAS_WORDS = /\p{L}{2,}/u;

/** A paragraph with nothing before it. */
export const PLAIN: ParagraphLook = { kind: 'paragraph', level: 0 };

/** The blocks of a paragraph of a cell. The rows of a table are often numbered by items without words: their number is shown. */
export function cellBlocks(runs: readonly Run[], look: ParagraphLook): Omit<Block, 'line'>[] {
  const { written = '' } = look;
  if (runs.length > 0 || written === '') return paragraphBlocks(runs, look);
  return paragraphBlocks([{ text: written, bold: false }], PLAIN);
}

/** Without the words that are struck through, unless all are: what becomes of these is for the caller to say. */
function withoutStruck(runs: readonly Run[]): readonly Run[] {
  const kept = runs.filter(({ struck }) => struck !== true);
  return isFilled(kept) ? kept : runs;
}

const isFilled = (runs: readonly Run[]): boolean => runs.some(({ text }) => text.trim() !== '');

function linesOfRuns(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, piece] of run.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text: piece });
    }
  }
  return lines;
}

/** The words of a block on one line each: those of a paragraph with its number, or those of each row of a table. */
export function textsOf(block: LooseBlock): string[] {
  if (block.kind !== 'table') return [`${block.label ?? ''} ${block.text.replace(/\t+/gu, ' ')}`.trim()];
  return block.rows.map((row) => row.flatMap(({ lines }) => lines).join(' · ')).filter((text) => text !== '');
}

/** Gives the blocks of a document their ranks, from 1. Each row of a table has one. */
export function ranked(blocks: readonly LooseBlock[]): DocumentBlock[] {
  let line = 1;
  return blocks.map((block) => {
    const own = { ...block, line };
    line += block.kind === 'table' ? block.rows.length : 1;
    return own;
  });
}

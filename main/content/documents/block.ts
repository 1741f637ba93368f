import type { ListLetters } from './list-labels.ts';

/** What a block is by its look in the document, whatever its words. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'table-row';

/** One paragraph, heading, list item or table row of any document. */
export interface Block {
  readonly kind: BlockKind;
  /** 1 to 6 for headings, 0 for all others. */
  readonly level: number;
  /** Plain text, inline marks cleaned, one line; the cells of a table row that are not empty are joined by ` | `. */
  readonly text: string;
  /** The cells of a table row, empty ones too, so that each stays under its heading. */
  readonly cells?: readonly string[];
  /** The number of an item of a numbered list. */
  readonly number?: number;
  /** What stands before a heading or a numbered item, as the document writes it: « II. », « 1.2 », « a) ». */
  readonly label?: string;
  /** How that number is written, where not in figures. */
  readonly letters?: ListLetters;
  /** True when the whole block is bold. */
  readonly bold?: boolean;
  /** True when all its words are struck through. */
  readonly struck?: boolean;
  /** True when some of its words are struck through: they are left out. */
  readonly partlyStruck?: boolean;
  /** Line in a text file; in other documents the rank of the paragraph; from 1. */
  readonly line: number;
}

/** The block of a table row; null where all its cells are empty. */
export function tableRow(cells: readonly string[], line: number): Block | null {
  const text = cells.filter((cell) => cell !== '').join(' | ');
  return text === '' ? null : { kind: 'table-row', level: 0, text, cells, line };
}

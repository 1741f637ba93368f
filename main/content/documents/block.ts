/** What a block is by its look in the document, whatever its words. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'table-row';

/** One paragraph, heading, list item or table row of any document. */
export interface Block {
  readonly kind: BlockKind;
  /** 1 to 6 for headings, 0 for all others. */
  readonly level: number;
  /** Plain text, inline marks cleaned, one line; the cells of a table row are joined by ` | `. */
  readonly text: string;
  /** The cells of a table row where one is empty, so that each stays under its heading. */
  readonly cells?: readonly string[];
  /** True when the whole block is bold. */
  readonly bold?: boolean;
  /** Line in a text file; in other documents the rank of the paragraph; from 1. */
  readonly line: number;
}

/** Ends a cell that began at `from`: its paragraphs become one text, empty where it had none. */
export function endCell(cells: string[], from: number): void {
  cells.splice(from, cells.length, cells.slice(from).join(' '));
}

/** The block of a table row; null where all its cells are empty. */
export function tableRow(cells: readonly string[], line: number): Block | null {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return null;
  const row: Block = { kind: 'table-row', level: 0, text: filled.join(' | '), line };
  return filled.length === cells.length ? row : { ...row, cells };
}

/** A document of a word processor, as it was opened. */
export interface DocumentBlocks {
  readonly ok: true;
  readonly blocks: readonly Block[];
  /** Whether its text has pictures, drawings or charts among it: they are not read. */
  readonly pictures: boolean;
}

/** What a block is: how it looks in the document, not what it says. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'table-row';

/** One paragraph, heading, list item or table row of any document. */
export interface Block {
  readonly kind: BlockKind;
  /** 1 to 6 for headings, 0 for all others. */
  readonly level: number;
  /** Plain text, inline marks cleaned, one line; the cells of a table row are joined by ` | `. */
  readonly text: string;
  /** True when the whole block is bold. */
  readonly bold?: boolean;
  /** Line in a text file; in other documents the rank of the paragraph; from 1. */
  readonly line: number;
}

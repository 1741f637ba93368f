import type { Fault } from '../faults/fault.ts';
import { textTooLong } from './limits.ts';
import type { DocumentBlock } from './table.ts';

/** A document as blocks, and what of it was guessed or left out. */
export interface ReadDocument {
  readonly ok: true;
  readonly blocks: readonly DocumentBlock[];
  readonly warnings: readonly Fault[];
  /** The pages of the web that it leads to; absent where it has no links. */
  readonly links?: readonly { readonly label: string; readonly url: string }[];
}

/** More paragraphs and rows of tables than this are not shown, and not read. */
const MAX_LINES = 5_000;

/** A document of its first blocks, with a warning where there are more. */
export function documentOf(blocks: readonly DocumentBlock[], warnings: readonly Fault[] = []): ReadDocument {
  const kept = blocks.flatMap((block) => {
    const left = MAX_LINES - block.line + 1;
    if (left <= 0) return [];
    return block.kind === 'table' && block.rows.length > left
      ? [{ ...block, rows: block.rows.slice(0, left) }]
      : [block];
  });
  const lines = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 1), 0);
  return { ok: true, blocks: kept, warnings: lines > MAX_LINES ? [...warnings, textTooLong()] : warnings };
}

import type { Fault } from '../fault.ts';
import type { Block } from './block.ts';
import { textTooLong } from './limits.ts';

/** A document as blocks, and what of it was left out. */
export interface ReadDocument {
  readonly ok: true;
  readonly blocks: readonly Block[];
  readonly warnings: readonly Fault[];
}

/** More paragraphs than this are not shown, and not read. */
const MAX_BLOCKS = 5_000;

/** A document of its first blocks, with a warning where there are more. */
export function documentOf(blocks: readonly Block[]): ReadDocument {
  const warnings = blocks.length > MAX_BLOCKS ? [textTooLong()] : [];
  return { ok: true, blocks: blocks.slice(0, MAX_BLOCKS), warnings };
}

import type { LooseBlock } from '../../documents/paragraph.ts';
import type { Told } from './told.ts';

/** A document of a word processor, as it was read. */
export interface WrittenDocument {
  readonly ok: true;
  readonly blocks: readonly LooseBlock[];
  readonly told: Told;
}

import type { Fault } from '../faults/fault.ts';
import { faults } from '../faults/file-faults.ts';

/**
 * Whether a file stands there to its true end. `doubtful`: it may be complete although it does not look so, for example
 * because it ends in zeros where its format allows them (black, silence). Such a file is complete where nothing has changed
 * for ten minutes and its decoder finds all of it. `proof: 'decoder'`: the word of the decoder is enough, without a wait.
 */
export type Completeness = { readonly complete: true } | Incomplete;

export interface Incomplete {
  readonly complete: false;
  readonly reason: IncompleteReason;
  readonly doubtful: boolean;
  readonly proof?: 'decoder';
}

/** `unknown`: its format is not a known one, so nobody can say where it ends. */
type IncompleteReason = 'truncated' | 'zeros' | 'empty' | 'unknown';

export const COMPLETE: Completeness = { complete: true };
export const TRUNCATED: Completeness = { complete: false, reason: 'truncated', doubtful: false };
export const ZEROS: Completeness = { complete: false, reason: 'zeros', doubtful: false };
export const DOUBTFUL_ZEROS: Completeness = { complete: false, reason: 'zeros', doubtful: true };
/** The end mark is missing, and perhaps the end of the content too, which a decoder may or may not notice. */
export const DOUBTFUL_END: Completeness = { complete: false, reason: 'truncated', doubtful: true };
/** Only the end mark is missing, or what follows the content is damaged: a decoder notices where content is missing. */
export const DECODER_DECIDES: Completeness = { ...DOUBTFUL_END, proof: 'decoder' };
export const EMPTY: Completeness = { complete: false, reason: 'empty', doubtful: false };
export const UNKNOWN: Completeness = { complete: false, reason: 'unknown', doubtful: false };

/** The fault of an incomplete file with this ending. */
export function incompleteFault(reason: IncompleteReason, ending: string): Fault {
  if (reason === 'unknown') return faults.notMedia(ending);
  return reason === 'empty' ? faults.empty() : reason === 'zeros' ? faults.zeros() : faults.truncated();
}

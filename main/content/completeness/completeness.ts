import type { Fault } from '../fault.ts';
import { faults } from '../file-faults.ts';

/**
 * Whether a file stands there to its true end. `doubtful`: it is complete in form, but ends in zeros where its format
 * allows them (black, silence). Where nothing changes any more for ten minutes, it is complete.
 */
export type Completeness =
  | { readonly complete: true }
  | { readonly complete: false; readonly reason: IncompleteReason; readonly doubtful: boolean };

/** `unknown`: its format is not a known one, so nobody can say where it ends. */
type IncompleteReason = 'truncated' | 'zeros' | 'empty' | 'unknown';

export const COMPLETE: Completeness = { complete: true };
export const TRUNCATED: Completeness = { complete: false, reason: 'truncated', doubtful: false };
export const ZEROS: Completeness = { complete: false, reason: 'zeros', doubtful: false };
export const DOUBTFUL_ZEROS: Completeness = { complete: false, reason: 'zeros', doubtful: true };
export const EMPTY: Completeness = { complete: false, reason: 'empty', doubtful: false };
export const UNKNOWN: Completeness = { complete: false, reason: 'unknown', doubtful: false };

/** The fault of an incomplete file with this ending. */
export function incompleteFault(reason: IncompleteReason, ending: string): Fault {
  if (reason === 'unknown') return faults.notMedia(ending);
  return reason === 'empty' ? faults.empty() : reason === 'zeros' ? faults.zeros() : faults.truncated();
}

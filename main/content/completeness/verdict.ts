/**
 * Whether a file stands there to its true end. `doubtful`: it is complete in form, but ends in zeros where its format
 * allows them (black, silence); after a long enough quiet it is what was meant.
 */
export type Verdict =
  | { readonly whole: true }
  | { readonly whole: false; readonly reason: 'truncated' | 'zeros' | 'empty' | 'unknown'; readonly doubtful: boolean };

export const WHOLE: Verdict = { whole: true };
export const TRUNCATED: Verdict = { whole: false, reason: 'truncated', doubtful: false };
export const ZEROS: Verdict = { whole: false, reason: 'zeros', doubtful: false };
export const DOUBTFUL_ZEROS: Verdict = { whole: false, reason: 'zeros', doubtful: true };
export const EMPTY: Verdict = { whole: false, reason: 'empty', doubtful: false };
export const UNKNOWN: Verdict = { whole: false, reason: 'unknown', doubtful: false };

/** Types of `run.mjs`, for its tests. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}
export function unitCounts(report: object): Counts;
export function e2eCounts(report: object): Counts;

/** Types of `run.mjs`, for its tests. */
export interface Named {
  readonly name: string;
  readonly reason: string;
}
export interface Counts {
  readonly passed: number;
  readonly failed: readonly Named[];
  readonly skipped: readonly Named[];
}
export function unitCounts(report: object): Counts;
export function e2eCounts(report: object): Counts;

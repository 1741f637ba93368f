import type { HourWindow } from './when.ts';

/** The days of a When, by number: what the two kinds have in common. */
export interface WhenDays {
  /** Outside these days it is never on; infinite where there is no such end. */
  readonly bounds: { readonly from: number; readonly to: number };
  /** Windows of a day, in order; empty: not on. */
  windows(day: number): readonly HourWindow[];
  /**
   * First day from `start` (included) that is on or, for `wanted` false, off; null: none, or none worth looking for. Days that are on
   * need not be looked for further away than `limit` days.
   */
  find(start: number, step: 1 | -1, wanted: boolean, limit?: number): number | null;
}

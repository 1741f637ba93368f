import type { Browser } from '@playwright/test';

/** What a part of the bench is given. */
export interface Bench {
  readonly browser: Browser;
  /** Fewer rounds, and 200 photos in place of 2,000. */
  readonly quick: boolean;
}

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly figure: string;
}

/** The value under which a share of all lie; 0.5 is the median, 1 the worst. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const ms = (value: number): string => `${Math.round(value)} ms`;

/** « median 512 ms, worst 640 ms (20) » */
export function spreadOf(values: readonly number[]): string {
  return `median ${ms(quantile(values, 0.5))}, worst ${ms(quantile(values, 1))} (${values.length})`;
}

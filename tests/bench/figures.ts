/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly figure: string;
}

/** The value that a share of all values do not exceed: 0.5 gives the median, 1 the maximum. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const ms = (value: number): string => `${Math.round(value)} ms`;

/** « median 512 ms, worst 640 ms (20) » */
export function spreadOf(values: readonly number[]): string {
  return `median ${ms(quantile(values, 0.5))}, worst ${ms(quantile(values, 1))} (${values.length})`;
}

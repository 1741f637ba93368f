/** The value that a share of all values do not exceed: 0.5 gives the median, 1 the maximum. NaN where there is no value. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** What is compared: a measure of ours and one of what it is compared with. Each is one run, and resolves to its value. */
export interface Compared {
  ours(round: number): Promise<number>;
  reference(round: number): Promise<number>;
}

/**
 * Measures both in turn, and the other one first in every second round, so that a machine that grows slower or faster
 * meanwhile does so for both. One round before is measured for nobody: it fills caches.
 */
export async function interleaved(
  rounds: number,
  { ours, reference }: Compared,
): Promise<{ ours: number[]; reference: number[] }> {
  const values = { ours: [] as number[], reference: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'reference'] as const) : (['reference', 'ours'] as const);
    for (const who of order) {
      const value = await (who === 'ours' ? ours(round) : reference(round));
      if (round > 0) values[who].push(value);
    }
  }
  return values;
}

import { describe, expect, test } from 'vitest';
import { interleaved, median, quantile } from '../../bench/statistics.ts';

describe('the statistics of the bench', () => {
  test('a quantile is a value that was measured, whatever the order', () => {
    const values = [5, 1, 4, 2, 3, 10, 7, 9, 8, 6];
    expect(median(values)).toBe(5);
    expect(quantile(values, 0.95)).toBe(10);
    expect(quantile(values, 0.9)).toBe(9);
    expect(quantile(values, 0)).toBe(1);
    expect(quantile(values, 1)).toBe(10);
  });

  test('numbers are sorted as numbers, and nothing is no number', () => {
    expect(median([100, 9, 20])).toBe(20);
    expect(median([])).toBeNaN();
  });

  test('what is compared is measured in turn, each first as often, and the round that fills the caches is left out', async () => {
    const order: string[] = [];
    const values = await interleaved(4, {
      ours: async (round) => order.push(`ours ${round}`) && round,
      reference: async (round) => order.push(`reference ${round}`) && round * 10,
    });
    expect(values).toEqual({ ours: [1, 2, 3, 4], reference: [10, 20, 30, 40] });
    expect(order.slice(2)).toEqual([
      'reference 1',
      'ours 1',
      'ours 2',
      'reference 2',
      'reference 3',
      'ours 3',
      'ours 4',
      'reference 4',
    ]);
  });
});

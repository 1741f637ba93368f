import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atOnce } from '../../../main/lib/in-turns.ts';
import { sortedAgain } from '../../../main/lib/sorted-again.ts';

const byNumber = (a: number, b: number) => a - b;
const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { maxLength: 1_200 });

it('what is sorted again is in the order of a plain sort, whatever was sorted before', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.boolean(), (before, values, isLike) => {
      const sorted = before.toSorted(byNumber);
      const wanted = isLike ? [...values.slice(0, 3), ...before.filter((value) => !values.includes(value))] : values;
      expect(atOnce(sortedAgain(sorted, wanted, byNumber))).toEqual(wanted.toSorted(byNumber));
    }),
    { numRuns: 200 },
  );
});

it('one new value among thousands that were sorted before costs a few comparisons', () => {
  const before = Array.from({ length: 5_000 }, (_, n) => n * 2);
  let compared = 0;
  const counted = (a: number, b: number) => {
    compared += 1;
    return a - b;
  };
  const values = [...before.slice(1), 7_001];
  expect(atOnce(sortedAgain(before, values, counted))).toEqual(values.toSorted(byNumber));
  expect(compared).toBeLessThan(40);
});

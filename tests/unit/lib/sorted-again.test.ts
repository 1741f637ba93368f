import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortingAgain } from '../../../main/lib/sorted-again.ts';
import { atOnce } from '../../../main/lib/steps.ts';

const byNumber = (a: number, b: number) => a - b;
const numbers = Array.from({ length: 1_200 }, (_, n) => n);

it('lists that follow one another are sorted as each would be alone, however much of them differs', () => {
  const list = fc.oneof(fc.shuffledSubarray(numbers, { maxLength: 12 }), fc.shuffledSubarray(numbers));
  /** Mostly a list is the one before with something taken out and something put in. */
  const change = fc.record({
    at: fc.nat(1_200),
    removed: fc.nat(3),
    added: fc.shuffledSubarray(numbers, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(list, change, change), { minLength: 2, maxLength: 6 }), (steps) => {
      const sort = sortingAgain((values: readonly number[]) => values, byNumber);
      let items: number[] = [];
      for (const step of steps) {
        if (Array.isArray(step)) items = [...step];
        else {
          const others = items.filter((each) => !step.added.includes(each));
          items = others.toSpliced(step.at % (others.length + 1), step.removed, ...step.added);
        }
        expect(atOnce(sort(items))).toEqual(items.toSorted(byNumber));
        expect(atOnce(sort(items))).toBe(atOnce(sort(items)));
      }
    }),
    { numRuns: 60 },
  );
});

it('one new value among thousands that were sorted before costs a few comparisons', () => {
  const before = Array.from({ length: 5_000 }, (_, n) => n * 2);
  let compared = 0;
  const sort = sortingAgain(
    (values: readonly number[]) => values,
    (a, b) => {
      compared += 1;
      return a - b;
    },
  );
  atOnce(sort(before));
  compared = 0;
  const values = [...before.slice(1), 7_001];
  expect(atOnce(sort(values))).toEqual(values.toSorted(byNumber));
  expect(compared).toBeLessThan(40);
});

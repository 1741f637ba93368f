import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortingByDifference } from '../../../main/lib/by-difference.ts';

interface Named {
  readonly name: number;
}
const byName = (a: Named, b: Named) => a.name - b.name;

test('lists that follow one another are sorted as each would be alone, however much of them differs', () => {
  const names = Array.from({ length: 400 }, (_, name): Named => ({ name }));
  const list = fc.oneof(fc.shuffledSubarray(names, { maxLength: 12 }), fc.shuffledSubarray(names));
  /** Mostly a list is the one before with something taken out and something put in. */
  const change = fc.record({
    at: fc.nat(400),
    removed: fc.nat(3),
    added: fc.shuffledSubarray(names, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(list, change, change), { minLength: 2, maxLength: 6 }), (steps) => {
      const sort = sortingByDifference(byName);
      let items: Named[] = [];
      for (const step of steps) {
        if (Array.isArray(step)) items = step;
        else {
          const others = items.filter((each) => !step.added.includes(each));
          items = others.toSpliced(step.at % (others.length + 1), step.removed, ...step.added);
        }
        expect(sort(items)).toEqual(items.toSorted(byName));
      }
    }),
  );
});

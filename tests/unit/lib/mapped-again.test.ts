import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mappedAgain, NOTHING_MAPPED } from '../../../main/lib/mapped-again.ts';
import { atOnce } from '../../../main/lib/steps.ts';

const numbers = Array.from({ length: 400 }, (_, n) => n);
const name = (n: number) => `made of ${n}`;

it('lists that follow one another are mapped as each would be alone, however much of them differs', () => {
  const list = fc.oneof(fc.shuffledSubarray(numbers, { maxLength: 12 }), fc.shuffledSubarray(numbers));
  /** Mostly a list is the one before with something taken out, moved or put in. */
  const change = fc.record({ at: fc.nat(400), removed: fc.nat(60), added: fc.array(fc.nat(500), { maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(fc.oneof(list, change, change), { minLength: 2, maxLength: 8 }), (steps) => {
      let before = { values: [] as readonly number[], results: [] as readonly string[] };
      for (const step of steps) {
        const values = Array.isArray(step)
          ? step
          : before.values.toSpliced(step.at % (before.values.length + 1), step.removed, ...step.added);
        before = { values, results: atOnce(mappedAgain(values, before, name)) };
        expect(before.results).toEqual(values.map(name));
      }
    }),
    { numRuns: 200 },
  );
});

it('of thousands of values only the one that is another is made, also where others have moved up', () => {
  const values = Array.from({ length: 5_000 }, (_, n) => n);
  const results = atOnce(mappedAgain(values, NOTHING_MAPPED, name));
  const made: number[] = [];
  const noting = (n: number) => {
    made.push(n);
    return name(n);
  };
  const changed = [...values.slice(0, 7), ...values.slice(8, 4_000), 9_999, ...values.slice(4_000)];
  expect(atOnce(mappedAgain(changed, { values, results }, noting))).toEqual(changed.map(name));
  expect(made).toEqual([9_999]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KnownUnit, knownFromSaved } from '../../../../main/content/known/known-unit.ts';
import { createKnownUnits } from '../../../../main/content/known/known-units.ts';
import { nothing } from '../../../../main/content/reading/reading.ts';
import { naturally } from '../../../../main/programme/order.ts';

const unit = (path: string, signature: string): KnownUnit =>
  knownFromSaved({ path, signature, longSide: 1_920, reading: nothing, kept: false });

test('known units stay in natural order of their paths, whatever is set or deleted', () => {
  const path = fc.constantFrom('a 2.md', 'a 10.md', 'A 2.md', 'é/b.md', 'e/b.md', 'e\u0301/b.md', 'z.md', 'œuvre.md');
  const change = fc.record({ path, signature: fc.option(fc.constantFrom('1', '2')) });
  fc.assert(
    fc.property(fc.array(path), fc.array(change), (initial, changes) => {
      const expected = new Map(initial.map((each) => [each, unit(each, '0')]));
      const units = createKnownUnits([...expected.values()]);
      for (const { path, signature } of changes) {
        const before = units.version;
        if (signature === null) {
          units.delete(path);
          expect(units.version !== before).toBe(expected.delete(path));
        } else {
          const fresh = unit(path, signature);
          units.set(fresh);
          expected.set(path, fresh);
          expect(units.version).not.toBe(before);
        }
      }
      expect(units.inOrder()).toEqual([...expected.values()].toSorted((a, b) => naturally(a.path, b.path)));
      expect(units.size).toBe(expected.size);
    }),
  );
});

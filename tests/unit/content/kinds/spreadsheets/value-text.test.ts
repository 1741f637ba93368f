import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberText } from '../../../../../main/content/kinds/spreadsheets/value-text.ts';

it('a number that ends in half a hundredth is rounded up, as on paper, whatever it is in memory', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (hundredths) => {
      const up = hundredths + 1;
      const onPaper = `${Math.floor(up / 100)},${String(up % 100).padStart(2, '0')}`;
      expect(numberText((hundredths * 10 + 5) / 1000, '0.00')).toBe(onPaper);
    }),
  );
});

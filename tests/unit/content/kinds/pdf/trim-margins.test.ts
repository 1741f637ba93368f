import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimMargins } from '../../../../../main/content/kinds/pdf/trim-margins.ts';

/** A white page with a black rectangle. */
function pageWith(width: number, height: number, left: number, top: number, wide: number, high: number) {
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = top; y < top + high; y += 1)
    for (let x = left; x < left + wide; x += 1) data.set([0, 0, 0], (y * width + x) * 3);
  return { data, width, height, channels: 3 as const };
}

const black = ({ data }: { readonly data: Uint8Array }): number =>
  data.filter((_, at) => at % 3 === 0 && data[at] === 0).length;

describe('the page of a menu', () => {
  it('loses its blank margins but for a small one, and nothing that is printed', () => {
    const size = fc.integer({ min: 8, max: 60 });
    fc.assert(
      fc.property(size, size, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (width, height, a, b, c, d) => {
        const [left, top] = [a % (width - 1), b % (height - 1)];
        const [wide, high] = [1 + (c % (width - left)), 1 + (d % (height - top))];
        const trimmed = trimMargins(pageWith(width, height, left, top, wide, high));
        expect(black(trimmed)).toBe(wide * high);
        const margin = Math.round(Math.max(wide, high) * 0.02);
        expect(trimmed.width).toBeLessThanOrEqual(wide + 2 * margin);
        expect(trimmed.height).toBeLessThanOrEqual(high + 2 * margin);
        expect(trimmed.data).toHaveLength(trimmed.width * trimmed.height * 3);
      }),
    );
  });

  it('that is full stays as it is', () => {
    const full = pageWith(20, 10, 0, 0, 20, 10);
    expect(trimMargins(full)).toEqual(full);
  });
});

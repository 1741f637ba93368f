import { describe, expect, test } from 'vitest';
import { firstDifference } from '../../compare/same-but-new-fields.ts';

const compared = (before: unknown, after: unknown) => {
  const fresh = new Set<string>();
  return { path: firstDifference(before, after, fresh)?.path ?? null, fresh: [...fresh] };
};

describe('two programmes compared', () => {
  test('are the same where one only has more fields, and these are named', () => {
    const before = { day: 'x', slides: [{ id: 'a' }, { id: 'b', when: { from: null } }] };
    const after = {
      day: 'x',
      slides: [
        { id: 'a', item: 'f' },
        { id: 'b', item: 'g', when: { phase: 'now', from: null } },
      ],
    };
    expect(compared(before, after)).toEqual({ path: null, fresh: ['slides.item', 'slides.when.phase'] });
  });

  test('differ in a value, a field that is gone, the order of fields, or the number of slides', () => {
    expect(compared({ slides: [{ id: 'a' }] }, { slides: [{ id: 'b' }] }).path).toBe('slides.0.id');
    expect(compared({ a: 1, b: 2 }, { a: 1 }).path).toBe('');
    expect(compared({ a: 1, b: 2 }, { b: 2, a: 1 }).path).toBe('');
    expect(compared({ slides: [] }, { slides: [{}] }).path).toBe('slides');
    expect(compared({ slides: [{}] }, { slides: {} }).path).toBe('slides');
    expect(compared({ at: null }, { at: {} }).path).toBe('at');
  });
});

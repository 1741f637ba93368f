import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaPages, MAX_ENTRIES, type Row } from '../../../../../renderer/slides/agenda/agenda-pages.ts';

const rows = (...sections: number[]): Row[] =>
  sections.flatMap((count, section) => Array.from({ length: count }, () => ({ section, height: 100, heading: 50 })));

describe('the pages of the agenda', () => {
  it('keep a short day on one page', () => {
    expect(agendaPages(rows(2, 3), 1000)).toEqual([0]);
  });

  it('begin with a section that would otherwise be cut', () => {
    expect(agendaPages(rows(3, 4), 900)).toEqual([0, 3]);
  });

  it('have about as many entries of a long section each', () => {
    expect(agendaPages(rows(8), 1000)).toEqual([0, 4]);
  });

  it('have six entries at most, are not higher than the page, and leave none out', () => {
    const row = fc.record({
      section: fc.constant(0),
      height: fc.integer({ min: 10, max: 300 }),
      heading: fc.constant(50),
    });
    const lists = fc.array(fc.tuple(row, fc.boolean()), { minLength: 1, maxLength: 50 }).map((list) => {
      let section = 0;
      return list.map(([one, next]) => ({ ...one, section: next ? ++section : section }));
    });
    fc.assert(
      fc.property(lists, (list) => {
        const starts = agendaPages(list, 600);
        expect(starts[0]).toBe(0);
        for (const [page, start] of starts.entries()) {
          const held = list.slice(start, starts[page + 1]);
          expect(held.length).toBeGreaterThan(0);
          expect(held.length).toBeLessThanOrEqual(MAX_ENTRIES);
          const headings = new Set(held.map((one) => one.section)).size * 50;
          const height = held.reduce((sum, one) => sum + one.height, headings);
          expect(held.length === 1 || height <= 600).toBe(true);
        }
      }),
    );
  });
});

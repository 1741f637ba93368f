import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunks } from '../../../../renderer/text/chunks.ts';
import { cutsWithin } from '../../../../renderer/text/cuts.ts';
import { largestThatFits } from '../../../../renderer/text/fit.ts';
import { type Cut, type CutRank, partition } from '../../../../renderer/text/partition.ts';

const ranks = fc.constantFrom<CutRank>('block', 'sentence', 'heading', 'word', 'title', 'grapheme');
const cutsOf = fc
  .array(fc.tuple(ranks, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    const cuts: Cut[] = [{ rank: 'block', before: 0 }];
    for (const [rank, length] of steps) cuts.push({ rank, before: (cuts.at(-1)?.before ?? 0) + length });
    return cuts;
  });

describe('a text over several pages', () => {
  it('is complete and in order, on pages that all fit', () => {
    fc.assert(
      fc.property(cutsOf, fc.integer({ min: 40, max: 300 }), (cuts, room) => {
        const size = (from: number, to: number): number => (cuts[to]?.before ?? 0) - (cuts[from]?.before ?? 0);
        const ends = partition(cuts, (from, to) => size(from, to) <= room);
        expect(ends[0]).toBe(0);
        expect(ends.at(-1)).toBe(cuts.length - 1);
        for (const [page, to] of ends.slice(1).entries()) {
          expect(to).toBeGreaterThan(ends[page] ?? 0);
          expect(size(ends[page] ?? 0, to)).toBeLessThanOrEqual(room);
        }
      }),
    );
  });

  it('is cut between sentences where that is possible', () => {
    const cuts: Cut[] = ['block', 'word', 'sentence', 'word', 'word'].map((rank, index) => ({
      rank: rank as CutRank,
      before: index * 10,
    }));
    expect(partition(cuts, (from, to) => to - from <= 3)).toEqual([0, 2, 4]);
  });

  const of = (...ranks: CutRank[]): Cut[] => ranks.map((rank, index) => ({ rank, before: index * 10 }));

  it('has a page that ends with a heading rather than a sentence that is cut', () => {
    expect(partition(of('block', 'title', 'heading', 'word', 'word', 'block'), (from, to) => to - from <= 3)).toEqual([
      0, 2, 5,
    ]);
  });

  it('has pages that can be read in time, except for one long sentence', () => {
    const cuts = of('block', 'sentence', 'sentence', 'word', 'word', 'word', 'block');
    const easy = (from: number, to: number): boolean => to - from <= 2;
    expect(partition(cuts, () => true, easy)).toEqual([0, 2, 6]);
  });

  it('advances even where nothing fits', () => {
    const cuts: Cut[] = [0, 1, 2].map((before) => ({ rank: 'word', before }));
    expect(partition(cuts, () => false)).toEqual([0, 1, 2]);
  });

  it('may be cut at sentences, at words, and inside long words only', () => {
    const text = `Un mot. Deux mots ! ${'x'.repeat(30)}`;
    const cuts = cutsWithin(text);
    expect(cuts.filter((cut) => cut.rank === 'sentence').map((cut) => cut.offset)).toEqual([8, 20]);
    expect(cuts.filter((cut) => cut.rank === 'word').map((cut) => cut.offset)).toEqual([3, 13, 18]);
    expect(cuts.filter((cut) => cut.rank === 'grapheme').every((cut) => cut.offset > 20)).toBe(true);
  });
});

describe('a long name', () => {
  it('is cut at its hyphens, not inside its words', () => {
    const cuts = cutsWithin('Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson');
    expect(cuts.every((cut) => cut.rank === 'word')).toBe(true);
    expect(cutsWithin('un rendez-vous').map((cut) => cut.offset)).toEqual([3]);
  });
});

describe('fitting', () => {
  it('finds the largest size that fits, or none', () => {
    for (const best of [46, 47, 59, 60]) expect(largestThatFits(46, 60, (size) => size <= best)).toBe(best);
    expect(largestThatFits(46, 60, () => false)).toBeNull();
  });

  it('leaves the size set that it has found', () => {
    let set = 0;
    const best = largestThatFits(46, 60, (size) => {
      set = size;
      return size <= 50;
    });
    expect([best, set]).toEqual([50, 50]);
  });

  it('splits a long entry without losing a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
        fc.integer({ min: 5, max: 50 }),
        (text, max) => {
          const pieces = chunks(text, max);
          expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          expect(pieces.every((piece) => piece.length <= max + 1)).toBe(true);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slide, SlideOf } from '../../main/contract.ts';
import { idsOf, pairUp } from '../../main/pairs.ts';

const WIDE = { width: 1920, height: 956, unit: 1 };
const HIGH = { width: 1080, height: 1686, unit: 1 };
const NONE: ReadonlySet<string> = new Set();

function picture(id: string, width: number, height: number, more: Partial<SlideOf<'image'>> = {}): SlideOf<'image'> {
  return {
    id,
    kind: 'image',
    title: id,
    durationMs: 12_000,
    source: `${id}.jpg`,
    serial: 0,
    group: '/',
    src: `/media/${id}`,
    width,
    height,
    fit: 'cover',
    ...more,
  };
}
const page = (n: number, more: Partial<SlideOf<'image'>> = {}) =>
  picture(`p${n}`, 1273, 1800, { fit: 'contain', group: 'dossier.pdf', page: [n, 5], ...more });
const idsOn = (slides: readonly Slide[], stage = WIDE, apart = NONE) =>
  pairUp(slides, stage, apart).map((slide) => idsOf(slide).join(' '));

describe('two pictures share a wall', () => {
  it('where they are two portrait pages of one document on a wide wall, in their order', () => {
    const pages = [1, 2, 3, 4, 5].map((n) => page(n));
    expect(idsOn(pages)).toEqual(['p1 p2', 'p3 p4', 'p5']);
    expect(idsOn(pages, HIGH)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  });

  it('where they are two posters in a row, or two landscape pictures one above the other on a high wall', () => {
    const posters = [picture('a', 1000, 1414), picture('b', 900, 1600)];
    expect(idsOn(posters)).toEqual(['a b']);
    const photos = [picture('a', 1600, 900), picture('b', 1600, 1200)];
    expect(idsOn(photos, HIGH)).toEqual(['a b']);
    expect(idsOn(photos)).toEqual(['a', 'b']);
  });

  it('but not across a landscape page, two folders, another kind of slide, or a caption of several lines', () => {
    const poster = (id: string, more: Partial<SlideOf<'image'>> = {}) => picture(id, 1000, 1414, more);
    expect(idsOn([page(1), picture('l', 1800, 1273, { group: 'dossier.pdf' }), page(2)])).toEqual(['p1', 'l', 'p2']);
    expect(idsOn([poster('a', { group: 'x/' }), poster('b', { group: 'y/' })])).toEqual(['a', 'b']);
    const text = { id: 't', kind: 'text', title: '', durationMs: 1, source: null, serial: 0, html: '', links: [] };
    expect(idsOn([poster('a'), text as Slide, poster('b')])).toEqual(['a', 't', 'b']);
    expect(idsOn([poster('a', { caption: 'Le concert' }), poster('b', { caption: 'Le bal' })])).toEqual(['a b']);
    expect(idsOn([poster('a'), poster('b', { caption: 'mot '.repeat(40) })])).toEqual(['a', 'b']);
  });

  it('but not again where they could not be shown together', () => {
    expect(idsOn([page(1), page(2), page(3)], WIDE, new Set(['p1+p2']))).toEqual(['p1', 'p2 p3']);
  });

  it('for the time of both, and are news when one of them is', () => {
    const [pair] = pairUp([page(1, { serial: 3 }), page(2, { serial: 7, durationMs: 20_000 })], WIDE, NONE);
    expect(pair).toMatchObject({ id: 'p1+p2', durationMs: 32_000, serial: 7, source: 'p1.jpg', page: [1, 5] });
  });

  it('whatever their shapes: nothing is lost, nothing comes twice, no time is lost', () => {
    const side = fc.integer({ min: 1, max: 9_000 });
    const any = fc.array(fc.record({ width: side, height: side, group: fc.constantFrom('a/', 'b/') }), {
      maxLength: 20,
    });
    const stages = fc.record({ width: side, height: side, unit: fc.constant(1) });
    fc.assert(
      fc.property(any, stages, (shapes, stage) => {
        const slides = shapes.map(({ width, height, group }, n) => picture(`s${n}`, width, height, { group }));
        const paired = pairUp(slides, stage, NONE);
        expect(paired.flatMap(idsOf)).toEqual(slides.map(({ id }) => id));
        const total = (each: readonly Slide[]) => each.reduce((sum, { durationMs }) => sum + durationMs, 0);
        expect(total(paired)).toBe(total(slides));
      }),
    );
  });
});

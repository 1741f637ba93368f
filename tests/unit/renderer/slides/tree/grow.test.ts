import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUND, growTree, TREE_SIZE } from '../../../../../renderer/slides/tree/grow.ts';
import { leafColour } from '../../../../../renderer/slides/tree/leaf-colour.ts';
import { leafPath } from '../../../../../renderer/slides/tree/leaf-path.ts';
import { foliage, leafPlace } from '../../../../../renderer/slides/tree/leaf-place.ts';
import { liftedBounds, liftedShift } from '../../../../../renderer/slides/tree/tree-picture.ts';

const tree = growTree('L’arbre du collège / Ville');

describe('the tree', () => {
  it('is the same each time it grows from one name', () => {
    expect(growTree('L’arbre du collège / Ville')).toEqual(tree);
  });

  it('is different for another name', () => {
    expect(growTree('Un autre arbre / Ville').bark).not.toBe(tree.bark);
  });

  it('has a trunk, a broad crown and enough twigs for 600 leaves, whatever its name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) => {
        const { twigs, reach, bark, shade } = growTree(name);
        const across = twigs.map((twig) => twig.x);
        expect(Math.max(...across) - Math.min(...across)).toBeGreaterThan(TREE_SIZE * 0.7);
        expect(Math.min(...across)).toBeGreaterThan(0);
        expect(Math.max(...across)).toBeLessThan(TREE_SIZE);
        expect(Math.min(...twigs.map((twig) => twig.y))).toBeLessThan(TREE_SIZE * 0.16);
        expect(Math.max(...twigs.map((twig) => twig.y))).toBeLessThan(GROUND - 200);
        expect(reach).toBeGreaterThan(5000);
        expect(bark).not.toMatch(/NaN|undefined|Infinity/);
        expect(shade.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the leaf of a message', () => {
  it('stays where it is when other messages come or go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 80 }), fc.nat(), (ids, n) => {
        const before = new Map(ids.slice(1).map((id) => [id, leafPlace(tree, id)]));
        // The same tree with one message more, in another order.
        const all = [...ids.slice(n % ids.length), ...ids.slice(0, n % ids.length)];
        const after = new Map(all.map((id) => [id, leafPlace(tree, id)]));
        for (const [id, place] of before) expect(after.get(id)).toEqual(place);
      }),
    );
  });

  it('hangs on a twig, inside the tree’s square', () => {
    for (let i = 0; i < 600; i += 1) {
      const place = leafPlace(tree, `message ${i}`);
      const onTwig = tree.twigs.some((twig) => Math.hypot(twig.x - place.x, twig.y - place.y) <= twig.length + 0.01);
      expect(onTwig).toBe(true);
      const tip = {
        x: place.x + Math.cos(place.angle) * place.length,
        y: place.y + Math.sin(place.angle) * place.length,
      };
      expect(tip.x).toBeGreaterThan(0);
      expect(tip.x).toBeLessThan(TREE_SIZE);
      expect(tip.y).toBeGreaterThan(0);
      expect(tip.y).toBeLessThan(GROUND - 200);
    }
  });

  it('has its own place: 600 leaves have 600 places all over the crown', () => {
    const places = Array.from({ length: 600 }, (_, i) => leafPlace(tree, `message ${i}`));
    expect(new Set(places.map((place) => leafPath(place))).size).toBe(600);
    const middles = places.map((place) => ({
      x: place.x + (Math.cos(place.angle) * place.length) / 2,
      y: place.y + (Math.sin(place.angle) * place.length) / 2,
    }));
    const quarters = [0, 0, 0, 0];
    for (const { x } of middles)
      quarters[Math.min(3, Math.floor(x / 250))] = (quarters[Math.min(3, Math.floor(x / 250))] ?? 0) + 1;
    for (const count of quarters) expect(count).toBeGreaterThan(60);
  });

  it('stays inside the margins of the wall when it is lifted', () => {
    for (let i = 0; i < 600; i += 1) {
      const place = leafPlace(tree, `message ${i}`);
      const { left, right, top } = liftedBounds(place);
      const shift = liftedShift(place);
      expect(left + shift.x).toBeGreaterThanOrEqual(0);
      expect(right + shift.x).toBeLessThanOrEqual(951);
      expect(top + shift.y).toBeGreaterThanOrEqual(0);
      // It stays near its twig.
      expect(Math.hypot(shift.x, shift.y)).toBeLessThan(220);
    }
  });

  it('does not move when pale leaves are added', () => {
    const before = leafPlace(tree, 'un message');
    expect(foliage(tree, 100)).toEqual(foliage(tree, 200).slice(0, 100));
    expect(leafPlace(tree, 'un message')).toEqual(before);
  });
});

describe('the colours of the leaves', () => {
  const colours = (day: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 600; i += 1) {
      const colour = leafColour(leafPlace(tree, `message ${i}`), day);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return counts;
  };
  const main = (day: string): string | undefined => [...colours(day)].sort((a, b) => b[1] - a[1])[0]?.[0];

  it('are those of the season', () => {
    expect(main('2026-05-05')).toBe('#14784b');
    expect(['#d9731f', '#f2b134', '#c8452b']).toContain(main('2026-11-01'));
    expect(main('2026-01-10')).toBe('#2c6b5c');
  });

  it('turn leaf by leaf, and a leaf that has turned does not turn back', () => {
    const days = ['2026-09-10', '2026-09-20', '2026-10-01', '2026-10-12'];
    const turned = days.map((day) => {
      const ids = Array.from({ length: 300 }, (_, i) => `message ${i}`);
      return new Set(
        ids.filter((id) => leafColour(leafPlace(tree, id), day) !== leafColour(leafPlace(tree, id), '2026-08-20')),
      );
    });
    turned.slice(1).forEach((later, i) => {
      expect(later.size).toBeGreaterThan(turned[i]?.size ?? 0);
      for (const id of turned[i] ?? []) expect(later.has(id)).toBe(true);
    });
  });

  it('exist on 29 February and on 31 December', () => {
    expect(colours('2028-02-29').size).toBeGreaterThan(3);
    expect(colours('2026-12-31').size).toBeGreaterThan(3);
  });
});

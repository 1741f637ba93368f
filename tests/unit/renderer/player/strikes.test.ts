import { describe, expect, test } from 'vitest';
import { type Book, Strikes } from '../../../../renderer/player/strikes.ts';

/** What the browser keeps from one page to the next. */
function book(): Book {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

/** A page that dies while this slide is on the wall. */
const dieWith = (kept: Book, id: string) => new Strikes(kept).risk(id);

describe('a slide during which the page dies', () => {
  test('is put aside after the third time, and no other one is', () => {
    const kept = book();
    for (let n = 0; n < 2; n += 1) dieWith(kept, 'deadly');
    expect(new Strikes(kept).isAside('deadly')).toBe(false);
    dieWith(kept, 'deadly');
    const strikes = new Strikes(kept);
    expect([strikes.isAside('deadly'), strikes.isAside('deadly, changed')]).toEqual([true, false]);
  });

  test('is innocent where the shell ended too: somebody started it again, or the power was cut', () => {
    const kept = book();
    for (let n = 0; n < 20; n += 1) {
      const strikes = new Strikes(kept, `start ${n}`);
      expect(strikes.isAside('photo')).toBe(false);
      strikes.risk('photo');
    }
    for (let n = 0; n < 3; n += 1) new Strikes(kept, 'start 19').risk('photo');
    expect(new Strikes(kept, 'start 20').isAside('photo')).toBe(true);
  });

  test('is innocent once it has passed: the power, and not the slide, ended the page', () => {
    const kept = book();
    for (let n = 0; n < 20; n += 1) {
      const strikes = new Strikes(kept);
      expect(strikes.isAside('photo')).toBe(false);
      strikes.risk('photo');
      if (n % 2 === 1) strikes.passed('photo');
    }
  });

  test('counts also while it is only being prepared, and not where the page is left in order', () => {
    const kept = book();
    for (let n = 0; n < 3; n += 1) {
      const strikes = new Strikes(kept);
      strikes.passed('on the wall');
      strikes.risk('on the wall', 'being prepared');
    }
    const strikes = new Strikes(kept);
    expect(strikes.isAside('being prepared')).toBe(true);
    for (let n = 0; n < 5; n += 1) {
      const orderly = new Strikes(kept);
      orderly.risk('left in order');
      orderly.risk();
    }
    expect(new Strikes(kept).isAside('left in order')).toBe(false);
  });

  test('is shown where the browser keeps nothing, or what it kept is damaged', () => {
    for (const text of ['', '{', '[]', '{"strikes":7,"atRisk":"a"}', '{"strikes":[["a","b"]]}']) {
      const strikes = new Strikes({ getItem: () => text, setItem: () => undefined });
      expect(strikes.isAside('a')).toBe(false);
    }
    const refused = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => new Strikes(refused).risk('a')).not.toThrow();
  });
});

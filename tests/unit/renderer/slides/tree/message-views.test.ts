import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted, splitText, startTimes } from '../../../../../renderer/slides/tree/message-views.ts';

describe('a message', () => {
  it('is in French quotation marks with no-break spaces', () => {
    expect(quoted(' On y va ! ')).toBe('«\u00a0On y\u00a0va\u202f!\u00a0»');
  });

  it('keeps its own quotation marks', () => {
    expect(quoted('« Pas à pas. »')).toMatch(/^«\u00a0Pas à\spas\.\u00a0»$/);
  });
});

describe('a long message', () => {
  it('is split at the end of a sentence when one is near the middle', () => {
    expect(splitText('Une première phrase assez longue. Puis une seconde qui suit.', 2)).toEqual([
      'Une première phrase assez longue.',
      'Puis une seconde qui suit.',
    ]);
  });

  it('keeps all its words, each with its punctuation', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé,.]{1,12}$/), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 6 }),
        (words, count) => {
          const text = words.join(' ');
          const parts = splitText(text, count);
          expect(parts.length).toBeLessThanOrEqual(count);
          expect(parts.join(' ')).toBe(text);
        },
      ),
    );
  });

  it('is not split inside a word', () => {
    expect(splitText('anticonstitutionnellement', 2)).toEqual(['anticonstitutionnellement']);
  });
});

describe('the time of a showing', () => {
  it('is divided by how long each message takes to read', () => {
    const [first = 0, second = 0, third = 0] = startTimes(
      ['Un mot.', 'Dix fois plus de mots pour que la lecture soit longue.', 'Fin.'],
      30_000,
    );
    expect(first).toBe(0);
    expect(third - second).toBeGreaterThan(second - first);
    expect(third).toBeLessThan(30_000);
  });
});

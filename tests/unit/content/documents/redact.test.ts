import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../../main/content/documents/redact.ts';

const SEPARATORS = [' ', '.', '-', '\u00a0', '\u202f', ' . ', '', '/', ' - '];
const digits = fc.array(
  fc.integer({ min: 0, max: 99 }).map((pair) => String(pair).padStart(2, '0')),
  { minLength: 4, maxLength: 4 },
);
const phone = fc
  .tuple(
    fc.constantFrom('0', '+33', '+33 ', '+33 (0)', '0033', '(+33) '),
    fc.integer({ min: 1, max: 9 }),
    digits,
    fc.constantFrom(...SEPARATORS),
  )
  .map(([start, zone, pairs, separator]) => `${start}${zone}${separator}${pairs.join(separator)}`);
const email = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9][a-z0-9._%+-]{0,20}$/),
    fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?(\.[a-z]{2,5}){1,3}$/),
  )
  .map(([name, host]) => `${name}@${host}`);
const words = fc.stringMatching(/^[A-Za-zéèàç,;:()«» ]{0,40}$/);

describe('what may not reach a wall', () => {
  it('no telephone number, however it is written, leaves a digit of its own', () => {
    fc.assert(
      fc.property(words, phone, words, (before, number, after) => {
        expect(redact(`${before} ${number} ${after}`)).not.toMatch(/\d/);
      }),
      { numRuns: 500 },
    );
  });

  it('no e-mail address, wherever it stands', () => {
    fc.assert(
      fc.property(words, email, words, (before, address, after) => {
        const left = redact(`${before} ${address} ${after}`);
        expect(left).not.toContain('@');
        expect(left).not.toContain(address);
      }),
      { numRuns: 500 },
    );
  });

  it('what is left is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, phone, email), { maxLength: 5 }), (pieces) => {
        const once = redact(pieces.join(' '));
        expect(redact(once)).toBe(once);
      }),
    );
  });

  it.each([
    ['Renseignements au 03 44 00 00 00.', ''],
    ['Venez (tél. : 03 44 00 00 00) nombreux.', 'Venez nombreux.'],
    ['Inscriptions par mail à a.b@example.org ou au 03.44.00.00.00, puis sur place.', 'puis sur place.'],
    ['Forum des métiers – 06 00 00 00 00 – a@b.fr', 'Forum des métiers'],
    ['Salle 3, 0344000000', 'Salle 3'],
  ])('takes with it what only announced it: %s', (text, left) => {
    expect(redact(text)).toBe(left);
  });

  it.each([
    'Le 05/05/2026 09h30, salle 12',
    'De 2026 à 2030, 25 000 élèves',
    'Du 04/05 au 07/05/2026',
    '60 100 habitants et 120 000 visiteurs',
    'Le 3018 répond à toute heure',
    '1er, 2de et CAP',
    'Au 12 rue du Port, 80 000 Amiens',
    '2026-05-05 10:20 30',
    'Prix : 03,50 €',
  ])('leaves other numbers alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('a megabyte of near misses costs less than a second', () => {
    for (const piece of ['03 44 ', '+33 ', 'a.', 'a@', 'ou et à ', 'tél : ', '(', '0']) {
      const started = performance.now();
      redact(piece.repeat(Math.ceil(200_000 / piece.length)));
      expect(performance.now() - started, piece).toBeLessThan(1_000);
    }
  });
});

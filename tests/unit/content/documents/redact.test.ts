import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../../main/content/documents/redact.ts';
import { computing } from '../../../support/computed.ts';

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

const MARKS = [...' .-‐‑–—/•·_()\u00a0\u202f\u2003\u3000\u200b\u00ad\n\t'];
const gap = fc.array(fc.constantFrom(...MARKS), { maxLength: 3 }).map((marks) => marks.join(''));
const anyPhone = fc
  .tuple(
    fc.constantFrom('0', '+33', '0033', '+41'),
    fc.integer({ min: 1, max: 9 }),
    fc.array(fc.tuple(gap, fc.integer({ min: 0, max: 9 })), { minLength: 8, maxLength: 8 }),
    gap,
  )
  .map(([start, zone, rest, first]) => `${start}${first}${zone}${rest.flat().join('')}`)
  // « 05/05/2026 10 » and « 04/05 - 07/05 14 » are dates, whoever dials them.
  .filter((number) => !/^\d\d(\s?[./-]\s?|\s)\d\d\1(?:19|20)\d\d(?!\d)|(?:\d[./]\d.*){2}/s.test(number));
const around = fc.constantFrom(
  '',
  'Le mardi 05/05/2026 -',
  'Salle 12,',
  'De 9h30 à 17h :',
  '(tél.',
  'Pour tous.',
  'En 2026, venez',
  ') puis à 14h',
);
/** The numbers of `around`. */
const known = (run: string): boolean => /^(?:05\/05\/2026[ -]*|12|2026|17|14|30)$/.test(run.trim());

describe('what may not reach a wall', () => {
  it('no telephone number, however it is written, leaves a digit of its own', () => {
    fc.assert(
      fc.property(words, phone, words, (before, number, after) => {
        expect(redact(`${before} ${number} ${after}`)).not.toMatch(/\d/);
      }),
      { numRuns: 500 },
    );
  });

  it('no ten digits, with any mix of up to three marks between them, leave one behind', () => {
    fc.assert(
      fc.property(around, anyPhone, around, (before, number, after) => {
        const [left] =
          redact(`${before} ${number} ${after}`)
            .match(/\d[\d\s./–-]*\d/g)
            ?.filter((run) => !known(run)) ?? [];
        expect(left, number).toBeUndefined();
      }),
      { numRuns: 2_000 },
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
    ['Venez. Appelez le 03 44 00 00 00 (gratuit) ou le 3018. Merci.', 'Venez. Appelez le 3018. Merci.'],
    ['Inscription auprès de Mme Le Goff (02.98.11.22.33 / secretariat[at]lycee.example.fr)', ''],
    ['Goûter offert. Pour en savoir plus, écrivez à a@b.fr ou appelez le 03 44 00 00 00', 'Goûter offert.'],
    ['Forum. RSVP avant le 30 avril au 03 44 00 00\n01', 'Forum.'],
    ['Entrée libre, renseignements au 06 12 34 56 78 / 79.', 'Entrée libre.'],
    ['Présidé par M. Durand (06 12 34 56 78).', 'Présidé par M. Durand.'],
    ['Le mardi 05/05/2026 - 03 44 00 00 00', 'Le mardi 05/05/2026'],
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
    'Départements : 02, 60, 80, 59, 62',
    'Du 04/05 - 07/05 - 14h à 16h',
    'Le 05 05 2026 14h, salle 3',
    'Le 05.05.2026 09.30',
    'De 9h05 10 20 30 40 places',
    'Suivez @lycee sur les réseaux',
    'Réf. 0612345678901',
    'Programme 2026-2030 : 12 mesures',
  ])('leaves other numbers alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    'a.b [at] x.fr',
    'a.b(at)x.fr',
    'a.b (arobase) x.fr',
    'a.b @ x.fr',
    'a.b@ x.fr',
    'a.b @x.fr',
    'a.b＠x.fr',
    'a.b AT x DOT fr',
    'a.b@ac-\nx.fr',
    'a.b@x .fr',
  ])('an address written to hide from machines is known: %s', (address) => {
    expect(redact(`Forum, ${address}`)).toBe('Forum');
  });

  it('a megabyte of near misses costs less than a second', () => {
    for (const piece of [
      '03 44 ',
      '+33 ',
      'a.',
      'a@',
      'ou et à ',
      'tél : ',
      '(',
      '0',
      '05/05 ',
      '+',
      'a @ ',
      'O3-',
      'zéro ',
      'zéro un ',
      'a . ',
      '(a) ',
    ]) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      expect(
        computing(() => redact(text)),
        piece,
      ).toBeLessThan(1_000);
    }
  });
});

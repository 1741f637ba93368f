import { expect, test } from 'vitest';
import { countdownName } from '../../../../../main/content/kinds/text/countdown.ts';

test.each([
  ['Compte à rebours - 26 juin - Brevet.txt', '26 juin - Brevet'],
  ['J- Brevet 26 juin.txt', 'Brevet 26 juin'],
  ['J-38 Brevet 26 juin.md', 'Brevet 26 juin'],
  ['J – Brevet - 26 juin.txt', 'Brevet - 26 juin'],
  ['compte-a-rebours_brevet_2026-06-26.txt', 'brevet_2026-06-26'],
  ['26 juin - Compte à rebours - Brevet.txt', '26 juin - Brevet'],
  ['Décompte avant le bal 3 juillet.txt', 'le bal 3 juillet'],
])('« %s » is a countdown', (path, rest) => {
  expect(countdownName(path)).toBe(rest);
});

test.each(['J-Pop - 5 mai.txt', 'Jeux - 5 mai.txt', 'Comptes rendus.txt', 'Décompter.txt'])(
  '« %s » is none',
  (path) => {
    expect(countdownName(path)).toBeNull();
  },
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from './release-outline.ts';

const events = (text: string) => outlineOf(readRelease(text, 'txt'));
/** The other lines of a list. */
const OTHERS = 'Mardi 12 mai : Bal\nMercredi 13 mai : Cross\n';

describe('how long something takes', () => {
  it('is in its title, and never the hour at which it begins', () => {
    const length = fc.constantFrom(
      '(4 h)',
      '(3h30)',
      '(2 h 05)',
      '(durée 2h)',
      ', 3 heures',
      ', durée : 3h',
      ' (1 h 30)',
      ', 1 h 22',
    );
    const hours = fc.constantFrom(['8 h', '08:00-'], ['14h30', '14:30-'], ['8h-12h', '08:00-12:00']);
    const title = fc.constantFrom('Philosophie', 'Devoir de maths', '« Tomboy »', 'Concert');
    fc.assert(
      fc.property(title, length, hours, (name, long, [written, read]) => {
        const text = `Lundi 11 mai ${written} : ${name}${long.startsWith(',') ? '' : ' '}${long.trim()}\n${OTHERS}`;
        const [first, second] = events(text);
        expect(first).toContain(name);
        expect(first).toContain(long.replace(/^[\s,(]+|\)$/gu, ''));
        expect(first?.endsWith(` | 2026-05-11 ${read}`)).toBe(true);
        expect(second).toBe(' | – | Bal | – | 2026-05-12');
      }),
    );
  });

  it.each([
    ['Lundi 11 mai : Maths, 3 heures', ' | – | Maths, 3 heures | – | 2026-05-11'],
    ['Lundi 11 mai : « Tomboy », 1 h 22, à 20 h', ' | – | « Tomboy », 1 h 22 | – | 2026-05-11 20:00-'],
    ['Lundi 11 mai : 2 h de course contre la faim', ' | – | 2 h de course contre la faim | – | 2026-05-11'],
    // « 6A 8h » is a class and its hour, and not « de 6 à 8h »
    ['Lundi 11 mai : 6A 8h, 6B 9h : photo', ' | – | 6A 8h, 6B 9h : photo | – | 2026-05-11'],
    ['Lundi 11 mai : 9a12h : oral', ' | – | oral | – | 2026-05-11 09:00-12:00'],
    // Another hour than that of its day
    ['Lundi 11 mai 9h : Oral (appel à 8h45)', ' | – | Oral (appel à 8h45) | – | 2026-05-11 09:00-'],
    ['Lundi 11 mai 14h : Spectacle (bus à 13h)', ' | – | Spectacle (bus à 13h) | – | 2026-05-11 14:00-'],
    // Hours as before
    ['Lundi 11 mai : Conseil 6e (17 h)', ' | – | Conseil 6e | – | 2026-05-11 17:00-'],
    ['Lundi 11 mai : Conseil, 17h30', ' | – | Conseil | – | 2026-05-11 17:30-'],
    ['Lundi 11 mai : Concert à 20 h', ' | – | Concert | – | 2026-05-11 20:00-'],
    ['Lundi 11 mai : 5h30 – Départ pour Londres', ' | – | Départ pour Londres | – | 2026-05-11 05:30-'],
    ['Lundi 11 mai : Départ à 5h30', ' | – | Départ | – | 2026-05-11 05:30-'],
    ['Lundi 11 mai : Oral (8h-10h)', ' | – | Oral | – | 2026-05-11 08:00-10:00'],
    ['Lundi 11 mai : Oral (14h, CDI)', ' | – | Oral | CDI | 2026-05-11 14:00-'],
    ['Lundi 11 mai : 14h30 Oral', ' | – | Oral | – | 2026-05-11 14:30-'],
    ['Lundi 11 mai : Nuit du code, 20h-2h', ' | – | Nuit du code | – | 2026-05-11 20:00-02:00'],
  ])('« %s »', (line, wanted) => {
    expect(events(`${line}\n${OTHERS}`)[0]).toBe(wanted);
  });

  it('does not take the place of the hours of a day for what stands under it', () => {
    expect(events('Samedi 16 mai, 9h-13h\n\n- Atelier CV à 10h, CDI\n- Forum à 11h, gymnase\n')).toEqual([
      ' | – | Atelier CV | CDI | 2026-05-16 10:00-',
      ' | – | Forum | gymnase | 2026-05-16 11:00-',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from '../release-outline.ts';

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
    ['Lundi 11 mai : Conférence de 2h à 14h', ' | – | Conférence de 2h à 14h | – | 2026-05-11'],
    ['Lundi 11 mai : Ciné-club 20h30 (2h05)', ' | – | Ciné-club (2h05) | – | 2026-05-11 20:30-'],
    ['Lundi 11 mai : Débat à 14h, durée 1h30', ' | – | Débat, durée 1h30 | – | 2026-05-11 14:00-'],
    ['Lundi 11 mai après-midi : UNSS, 13h30', ' | – | UNSS | – | 2026-05-11 13:30-'],
    ['Lundi 11 mai après-midi : UNSS', ' | – | UNSS | – | 2026-05-11 12:00-18:00'],
    // Hours in words, and about when
    ['Lundi 11 mai : 13h30 pile, Contrôle', ' | – | Contrôle | – | 2026-05-11 13:30-'],
    ['Lundi 11 mai vers 10h : Exercice incendie', ' | – | Exercice incendie | – | 2026-05-11 10:00-'],
    ['Lundi 11 mai à 8h précises : Devoir', ' | – | Devoir | – | 2026-05-11 08:00-'],
    ['Lundi 11 mai à 8 heures et demie : Devoir', ' | – | Devoir | – | 2026-05-11 08:30-'],
    ['Lundi 11 mai : Pique-nique de midi à 14 h', ' | – | Pique-nique | – | 2026-05-11 12:00-14:00'],
    ['Lundi 11 mai : Pique-nique à midi', ' | – | Pique-nique | – | 2026-05-11 12:00-'],
    ['Lundi 11 mai : Pause de midi', ' | – | Pause de midi | – | 2026-05-11'],
    ['Lundi 11 mai : Devoir de 8 à 10 h et de 14 à 16 h', ' | – | Devoir | – | 2026-05-11 08:00-10:00+14:00-16:00'],
    [
      'Lundi 11 mai : Concert à 20h (ouverture des portes à 19h30)',
      ' | – | Concert à 20h (ouverture des portes à 19h30) | – | 2026-05-11 20:00-',
    ],
    // Several things, each at its hour
    ['Lundi 11 mai : 6e : 9h ; 5e : 10h', ' | – | 6e : 9h ; 5e : 10h | – | 2026-05-11'],
    ['Lundi 11 mai : DNB : français 8h, maths 14h', ' | – | DNB : français 8h, maths 14h | – | 2026-05-11'],
    ['Lundi 11 mai : 10h : vaccins - 14h : dépistage', ' | – | vaccins – 14h : dépistage | – | 2026-05-11 10:00-'],
    ['Lundi 11 mai 9h : Oral (8h45)', ' | – | Oral (8h45) | – | 2026-05-11 09:00-'],
    ['Lundi 11 mai matin : Devoir, 8h-10h', ' | – | Devoir | – | 2026-05-11 08:00-10:00'],
    // Days behind a title
    ['Lundi 11 mai : Début des oraux (jusqu’au 15 mai)', ' | – | Début des oraux | – | 2026-05-11/2026-05-15'],
    ['Lundi 11 mai : Stage (du 11 au 15 mai)', ' | – | Stage | – | 2026-05-11/2026-05-15'],
    ['Lundi 11 mai : Préparation du 29 mai', ' | – | Préparation du 29 mai | – | 2026-05-11'],
  ])('« %s »', (line, wanted) => {
    expect(events(`${line}\n${OTHERS}`)[0]).toBe(wanted);
  });

  it('does not take the place of the hours of a day for what stands under it', () => {
    expect(events('Samedi 16 mai, 9h-13h\n\n- Atelier CV à 10h, CDI\n- Forum à 11h, gymnase\n')).toEqual([
      ' | – | Atelier CV | CDI | 2026-05-16 10:00-',
      ' | – | Forum | gymnase | 2026-05-16 11:00-',
    ]);
  });

  it('hours on the clock go before the part of the day that they are in', () => {
    expect(
      events(
        'Mercredi 13 mai 2026\nMatin : Sortie au musée\nAprès-midi : UNSS 13h30\nSoir : Bal, 20h-23h\nJeudi 21 mai 2026\n9h : Forum\n',
      ).slice(0, 3),
    ).toEqual([
      ' | – | Sortie au musée | – | 2026-05-13 -12:00',
      ' | – | UNSS | – | 2026-05-13 13:30-',
      ' | – | Bal | – | 2026-05-13 20:00-23:00',
    ]);
  });
});

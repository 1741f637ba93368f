import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { agingWord } from '../../../main/content/kinds/with-age.ts';
import { datesOfPath } from '../../../main/content/names/file-name.ts';
import { parseWhen } from '../../../main/when/french/parse-when.ts';

const zone = 'Europe/Paris';
/** A Monday, on which the files were first seen; they were written long before. */
const seen = Temporal.PlainDate.from('2026-04-20');
const written = Temporal.PlainDate.from('2026-03-11');
const plain = (text = '') => text.replace(/[\u00a0\u202f]/gu, ' ');
const read = (name: string) => {
  const { when, title, problems } = datesOfPath(`${name}.txt`, false, zone, written, seen);
  return {
    when: plain(when?.label),
    title: plain(title),
    codes: problems.map(({ code, about }) => `${code} ${about}`),
  };
};
const TOLD = ['date-from-first-seen guessed'];

describe('words that mean another day each day', () => {
  test.each([
    ['aujourd’hui - Visite', 'lundi 20 avril', 'Visite'],
    ["Aujourd'hui 14h - Visite", 'lundi 20 avril, à 14 h', 'Visite'],
    ['demain - Sortie', 'mardi 21 avril', 'Sortie'],
    ['DEMAIN : sortie', 'mardi 21 avril', 'Sortie'],
    ['demain matin - Sortie', 'mardi 21 avril, le matin', 'Sortie'],
    ['demain 8h30 - Sortie', 'mardi 21 avril, à 8 h 30', 'Sortie'],
    ['demain de 8h à 10h - Sortie', 'mardi 21 avril, 8 h – 10 h', 'Sortie'],
    ['après-demain - Sortie', 'mercredi 22 avril', 'Sortie'],
    ['ce soir - Concert', 'lundi 20 avril, à partir de 18 h', 'Concert'],
    ['ce matin - Contrôle', 'lundi 20 avril, le matin', 'Contrôle'],
    ['cet après-midi - Club', 'lundi 20 avril, 12 h – 18 h', 'Club'],
    ['lundi - Réunion', 'lundi 20 avril', 'Réunion'],
    ['jeudi - Réunion', 'jeudi 23 avril', 'Réunion'],
    ['Mercredi 13h30 - Sport', 'mercredi 22 avril, à 13 h 30', 'Sport'],
    ['ce vendredi - Bal', 'vendredi 24 avril', 'Bal'],
    ['lundi prochain - Sortie', 'lundi 27 avril', 'Sortie'],
    ['jeudi prochain 14h - Sortie', 'jeudi 23 avril, à 14 h', 'Sortie'],
    ['cette semaine - Menus', 'du 20 au 26 avril', 'Menus'],
    ['semaine prochaine - Menus', 'du 27 avril au 3 mai', 'Menus'],
    ['la semaine prochaine - Menus', 'du 27 avril au 3 mai', 'Menus'],
    ['ce week-end - Tournoi', 'du 25 au 26 avril', 'Tournoi'],
    ['ce mois-ci - Thème', 'du 1er au 30 avril', 'Thème'],
    ['le mois prochain - Thème', 'du 1er au 31 mai', 'Thème'],
    ['dans 15 jours - Menus', 'mardi 5 mai', 'Menus'],
    ['dans une semaine - Menus', 'lundi 27 avril', 'Menus'],
    ['jusqu’à vendredi - Inscriptions', 'jusqu’au 24 avril', 'Inscriptions'],
    ['jusqu’à demain - Inscriptions', 'jusqu’au 21 avril', 'Inscriptions'],
    ['à partir de demain - Vente', 'à partir du 21 avril', 'Vente'],
    ['dès lundi - Vente', 'à partir du 20 avril', 'Vente'],
    ['de demain à vendredi - Stage', 'du 21 au 24 avril', 'Stage'],
    ['Concert vendredi 20h', 'vendredi 24 avril, à 20 h', 'Concert'],
    ['Réunion demain', 'mardi 21 avril', 'Réunion'],
    ['Réunion - jeudi', 'jeudi 23 avril', 'Réunion'],
    ['Menus de la semaine prochaine', 'du 27 avril au 3 mai', 'Menus'],
    ['jeudi', 'jeudi 23 avril', ''],
    ['Réunion ce soir 18h', 'lundi 20 avril, à 18 h', 'Réunion'],
    ['Concert - ce soir', 'lundi 20 avril, à partir de 18 h', 'Concert'],
  ])('« %s » is %s', (name, when, title) => {
    expect(read(name)).toEqual({ when, title, codes: TOLD });
  });

  test.each([
    ['demain mercredi 6 mai - Sortie', 'mercredi 6 mai'],
    ['aujourd’hui (5 mai) - Visite', 'mardi 5 mai'],
    ['ce mardi 12 mai - Forum', 'mardi 12 mai'],
  ])('« %s » says its date', (name, when) => {
    expect(read(name)).toMatchObject({ when, codes: [] });
  });

  test.each([
    'Les métiers de demain',
    'Les femmes d’aujourd’hui',
    'Demain, le film',
    'Aujourd’hui les jeunes',
    'La nuit du jeudi',
    'Robinson et Vendredi',
    'Un dimanche à la campagne',
    'Ce que nous lisons',
    'Dans la classe',
    'Semaine du goût',
    'Cette semaine-là',
  ])('« %s » is a title', (name) => {
    expect(read(name).when).toBe('');
  });

  test.each([
    ['tous les lundis - Club', 'tous les lundis'],
    ['le lundi - Club', 'tous les lundis'],
    ['lundis - Club', 'tous les lundis'],
    ['du lundi au vendredi - CDI', 'du lundi au vendredi'],
    ['mardi et jeudi 12h - Club', 'tous les mardis et jeudis, à 12 h'],
  ])('« %s » comes back', (name, when) => {
    expect(read(name).when).toBe(when);
  });

  test.each([
    ['demain', '2026-04-21'],
    ['lundi prochain', '2026-04-27'],
    ['cette semaine', '2026-04-20'],
    ['vendredi, 14h-16h', '2026-04-24'],
  ])('the key « dates: %s » is read alike', (text, from) => {
    const result = parseWhen(text, { zone, reference: written, seen });
    expect(result.ok && result.when.ranges[0]?.from).toBe(from);
  });
});

describe('an undated text', () => {
  test.each([
    ['Aujourd’hui, pas de cantine.', 'Aujourd’hui'],
    ["La bibliothèque est fermée aujourd'hui.", "aujourd'hui"],
    ['Demain, la grille ouvre à 9 h.', 'Demain'],
    ['Le car part ce soir à 17 h.', 'ce soir'],
    ['Réunion demain !', 'demain'],
  ])('« %s » is wrong on the next day', (text, word) => {
    expect(agingWord(text)).toBe(word);
  });

  test.each([
    'Les métiers d’aujourd’hui et de demain',
    'Les métiers de demain',
    'Penser à aujourd’hui et à demain',
    'Le lendemain, il partit.',
    'Ce soir-là, il neigeait.',
    'Demain-matin n’est pas un mot',
  ])('« %s » is as true on any other day', (text) => {
    expect(agingWord(text)).toBeNull();
  });
});

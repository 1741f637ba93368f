import { describe, expect, it } from 'vitest';
import { departmentCode } from '../../../../main/content/press-release/places/departments.ts';
import { outlineOf, readRelease } from './release-outline.ts';

const day = '2026-05-05';

describe('the heading of an event', () => {
  it.each([
    ['Arles (Bouches-du-Rhône) - Portes ouvertes - CIO', `Arles | 13 | Portes ouvertes | CIO | ${day}`],
    ['Arles ( Bouches du Rhone ) : Forum, salle des fêtes', `Arles | 13 | Forum | salle des fêtes | ${day}`],
    ['14h - Arles (13) - Rencontre - CIO', `Arles | 13 | Rencontre | CIO | ${day} 14:00-`],
    ['9 h 30 : Arles (13) - Accueil', `Arles | 13 | Accueil | – | ${day} 09:30-`],
    ['De 9h à 12h – Sète – Atelier – CIO', `Sète | – | Atelier | CIO | ${day} 09:00-12:00`],
    [
      'Arles (13), Aubagne (13) et Istres (13) - Portes ouvertes des CIO',
      `Arles, Aubagne et Istres | 13 | Portes ouvertes des CIO | – | ${day}`,
    ],
    ['Arles (13) et Sète (34) : forum, CIO', `Arles et Sète | – | forum | CIO | ${day}`],
    ['Arles et Aubagne (13) - Café des parents', `Arles et Aubagne | 13 | Café des parents | – | ${day}`],
    ['Lycée Pasteur, Arles (13) - Atelier verger', `Arles | 13 | Atelier verger | Lycée Pasteur | ${day}`],
    ['Lycée Pasteur - Arles (13) - Atelier verger', `Arles | 13 | Atelier verger | Lycée Pasteur | ${day}`],
    ['Forum des métiers - Arles (13)', `Arles | 13 | Forum des métiers | – | ${day}`],
    ['À Arles : concert', `Arles | – | concert | – | ${day}`],
    ['À Arles (13) - Concert - Mairie', `Arles | 13 | Concert | Mairie | ${day}`],
    ['Paris 15e (75) - Forum - Parc des expositions', `Paris 15e | 75 | Forum | Parc des expositions | ${day}`],
  ])('%s', (heading, expected) => {
    const release = readRelease(`Communiqué\n\n## Mardi 5 mai\n\n### ${heading}\n\n### Nîmes (30) - Visite - Musée\n`);
    expect(outlineOf(release)[0]).toBe(expected);
  });

  it.each([
    [
      'a date and a town, then the title and the venue on the next lines',
      'Mardi 5 mai 2026 – Arles (13)\n« Décrypter » : atelier avec une journaliste\nLycée Untel, 10h-12h\n\nMercredi 6 mai 2026 – Le Mans (72)\nWebradio en direct\nMédiathèque Untelle\n',
      [
        `Arles | 13 | « Décrypter » : atelier avec une journaliste | Lycée Untel | ${day} 10:00-12:00`,
        'Le Mans | 72 | Webradio en direct | Médiathèque Untelle | 2026-05-06',
      ],
    ],
    [
      'a town in bold, then a line with its date, hours and venue',
      '**Arles (13)**\n\nMardi 5 mai 2026, 9h-12h, CIO : atelier CV\n\n**Sète (34)**\n\nMercredi 6 mai 2026, 10h – portes ouvertes\n',
      [`Arles | 13 | atelier CV | CIO | ${day} 09:00-12:00`, 'Sète | 34 | portes ouvertes | – | 2026-05-06 10:00-'],
    ],
    [
      'a date and a town in one heading',
      '## Mardi 5 mai 2026 à Arles (13)\n\n### Atelier "Objectif" - CIO\n\n### Forum des métiers - Mairie\n\n## Le jeudi 7 mai 2026 à 14h, Sète\n\n### Remise des prix - Maison de la ville\n',
      [
        `Arles | 13 | Atelier « Objectif » | CIO | ${day}`,
        `Arles | 13 | Forum des métiers | Mairie | ${day}`,
        'Sète | – | Remise des prix | Maison de la ville | 2026-05-07 14:00-',
      ],
    ],
    [
      'a date, then the event as a plain paragraph',
      '### Mardi 5 mai 2026 à 14h\n\nAtelier robotique au collège\n\nLes élèves programment.\n\n### Mercredi 6 mai 2026\n\nForum des métiers à Saint-Lô, salle Untelle\n',
      [
        ` | – | Atelier robotique au collège | – | ${day} 14:00-`,
        'Saint-Lô | – | Forum des métiers | salle Untelle | 2026-05-06',
      ],
    ],
    [
      'a sentence that begins with its date',
      '- Le 5 mai à Arles (13), commémoration au monument\n- Le 6 mai à Sète (34), forum\n',
      [`Arles | 13 | commémoration au monument | – | ${day}`, 'Sète | 34 | forum | – | 2026-05-06'],
    ],
  ])('%s', (_shape, text, expected) => {
    expect(outlineOf(readRelease(`# Communiqué du 20 avril 2026\n\n${text}`))).toEqual(expected);
  });
});

describe('departments', () => {
  it.each([
    ['60', '60'],
    ['2a', '2A'],
    ['60400', '60'],
    ['97400', '974'],
    ['La Réunion', '974'],
    ['cotes d’armor', '22'],
    ["Val d'Oise", '95'],
    ['niveau 2', null],
    ['MLDS', null],
  ])('%s is %s', (written, code) => {
    expect(departmentCode(written)).toBe(code);
  });
});

describe('what marks a press release', () => {
  it.each([
    [
      'a menu',
      'MENU DU 4 AU 7 MAI 2026\n\nLundi 4 mai\nCarottes râpées\nPoulet - frites\nYaourt\n\nMardi 5 mai\nLasagnes - salade\n',
    ],
    [
      'a menu by dated lines',
      'MENU\n\nLundi 4 mai : Carottes râpées - Poulet rôti, frites - Yaourt\nMardi 5 mai : Café gourmand, salle à manger\n',
    ],
    [
      'a menu without its name',
      'Lundi 4 mai 2026\nBetteraves - Concombres\nPurée - Haricots\n\nMardi 5 mai 2026\nRiz - Brocolis\n',
    ],
    [
      'absences',
      '# Absences des professeurs\n\n## Lundi 4 mai\n\n- M. Durand : absent\n- Mme Petit : absente de 10h à 12h\n\n## Mardi 5 mai\n\n- Salle 12 - fermée\n',
    ],
    [
      'meetings of classes',
      'Réunions\n\nLundi 4 mai 2026\nClasses de 6e : 17h30, salle polyvalente\nClasses de 5e : 18h30, salle polyvalente\n',
    ],
    ['exams', 'Brevet blanc\n\nLundi 4 mai 2026\nFrançais : 9h - 12h\nSciences : 14h - 15h\n'],
    [
      'a report',
      'Compte rendu\n\nLundi 4 mai 2026 : réunion avec M. Paul\nMardi 5 mai 2026 : les élèves ont visité le musée\n',
    ],
    ['a week of a school', 'Lundi 16/02 : ouverture\nVendredi 20/02 : vacances à 16h30\n'],
  ])('is not in %s, which is left alone', (_kind, text) => {
    expect(readRelease(text, 'md')).toBeNull();
    expect(readRelease(text, 'txt')).toBeNull();
  });

  it.each([
    ['its name', 'Communiqué\n\nMardi 5 mai\nArles - Lecture - Petit bois\nSète - Lecture - Grand bois\n'],
    [
      'a place and a date',
      'Arles, le 20 avril 2026\n\nMardi 5 mai\nArles - Lecture - Petit bois\nSète - Lecture - Grand bois\n',
    ],
    [
      'a press contact',
      'Mardi 5 mai\nArles - Lecture - Petit bois\nSète - Lecture - Grand bois\n\nContact presse\nCamille Untel\n',
    ],
    ['departments', 'Mardi 5 mai\nArles (13) - Lecture - Petit bois\nSète (34) - Lecture - Grand bois\n'],
    ['words for events', 'Mardi 5 mai\nArles - Atelier - Petit bois\nSète - Forum - Grand bois\n'],
  ])('is %s', (_mark, text) => {
    expect(readRelease(text, 'txt')?.events).toHaveLength(2);
  });
});

describe('the year', () => {
  const body =
    '\n\nMardi 5 mai\n\nArles (13) - Forum - Mairie\nOrganisé depuis le 12 mars 2024.\n\nJeudi 7 mai\n\nSète (34) - Atelier - CIO\n';
  const years = (text: string): unknown =>
    readRelease(text, 'txt', '2026-04-20')?.events.map(({ when }) => when.ranges[0]?.from);

  it('is not that of a sentence', () => {
    expect(years(`COMMUNIQUÉ DE PRESSE${body}`)).toEqual(['2026-05-05', '2026-05-07']);
    expect(years(`COMMUNIQUÉ\n\nCe projet est mené depuis le 12 mars 2024.${body}`)).toEqual([
      '2026-05-05',
      '2026-05-07',
    ]);
  });

  it('is the neighbouring one where every day of the week tells of it, and staff are told', () => {
    for (const own of ['2025', '2027']) {
      const text = `Communiqué\n\nArles, le 20 avril ${own}${body}`;
      expect(years(text), own).toEqual(['2026-05-05', '2026-05-07']);
      expect(readRelease(text, 'txt', '2026-04-20')?.warnings).toMatchObject([{ code: 'release-year' }]);
    }
  });

  it('stays where one day of the week only is wrong', () => {
    const text = `Communiqué\n\nArles, le 20 avril 2026${body.replace('Mardi 5', 'Lundi 5')}`;
    expect(years(text)).toEqual(['2026-05-05', '2026-05-07']);
    expect(readRelease(text, 'txt', '2026-04-20')?.warnings).toMatchObject([{ code: 'date-weekday' }]);
  });
});

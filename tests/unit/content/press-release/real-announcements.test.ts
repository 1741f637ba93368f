import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from './release-outline.ts';

const events = (text: string, kind: 'md' | 'txt' = 'txt') => outlineOf(readRelease(text, kind));
const described = (text: string, kind: 'md' | 'txt' = 'txt') =>
  readRelease(text, kind)?.events.map(({ description = '–' }) => description.replace(/[\u00a0\u202f]/gu, ' '));
const codes = (text: string) => (readRelease(text, 'txt')?.warnings ?? []).map(({ code }) => code);
const messages = (text: string) => (readRelease(text, 'txt')?.warnings ?? []).map(({ message }) => message).join('\n');

describe('a date with its town and its place above an event', () => {
  it.each([
    ['**Mercredi 6 mai – Laon, salle des fêtes**', '**Jeudi 7 mai – Chauny, gymnase Pasteur**'],
    ['Mercredi 6 mai - salle des fêtes, Laon', 'Jeudi 7 mai - gymnase Pasteur, Chauny'],
    ['Mercredi 6 mai : Laon, salle des fêtes', 'Jeudi 7 mai : Chauny – gymnase Pasteur'],
  ])('leaves the line below to be the title: %s', (first, second) => {
    const text = `${first}\n\nForum des métiers de 9h à 12h\n\n${second}\n\nRencontre avec les artisans\n`;
    expect(events(text, 'md')).toEqual([
      'Laon | – | Forum des métiers | salle des fêtes | 2026-05-06 09:00-12:00',
      'Chauny | – | Rencontre avec les artisans | gymnase Pasteur | 2026-05-07',
    ]);
    expect(codes(text)).toContain('release-town-taken');
  });

  it('names its town alone where the line below has the place', () => {
    const text =
      '## Mercredi 6 mai – Laon – 14 h\n\nForum des métiers, lycée Claudel\n\n## Jeudi 7 mai – Soissons – 9 h\n\nConférence, CIO\n';
    expect(events(text, 'md')).toEqual([
      'Laon | – | Forum des métiers | lycée Claudel | 2026-05-06 14:00-',
      'Soissons | – | Conférence | CIO | 2026-05-07 09:00-',
    ]);
  });

  it('stays a title where nothing says that it is a town', () => {
    const text =
      'Communiqué de presse\n\nMardi 5 mai – Échecs\nTournoi interne, salle 12\n\nJeudi 7 mai – Danse\nRépétition, gymnase\n';
    expect(events(text).map((line) => line.split(' | ')[0])).toEqual(['', '']);
  });
});

describe('the list of a year', () => {
  const YEAR = `Sorties de l’année

Mai
• Voyage des 6e pendant deux jours
• Mardi 12 : sortie des 5e avec M. Untel, Mme Exemple départ à 13h30 retour à 16h30
Juin
• Vendredi 5 : sortie des 4e au musée
• Début du mois : sortie des 3e au cinéma
`;

  it('takes no month for a remark on the event above it, and nobody for a place', () => {
    expect(described(YEAR)).toEqual(['–', '–']);
    expect(events(YEAR).map((line) => line.split(' | ')[3])).toEqual(['–', '–']);
  });

  it('tells of what has no day', () => {
    expect(messages(YEAR)).toMatch(/Voyage des 6e.*Début du mois/u);
  });
});

describe('a line with its day', () => {
  it('is an event of its first sentence, however long the others are, in a list as well', () => {
    const long = 'Les familles sont invitées à venir nombreuses. '.repeat(8).trim();
    const text = `Programme de la médiathèque

Samedi 23 mai à 21 h : Visite nocturne de la médiathèque.

Dimanche 24 mai à 14 h 30 : Spectacle des petits dans le jardin. ${long}
`;
    expect(events(text)).toEqual([
      ' | – | Visite nocturne de la médiathèque | – | 2026-05-23 21:00-',
      ' | – | Spectacle des petits dans le jardin | – | 2026-05-24 14:30-',
    ]);
    expect(described(text)?.[1]).toBe(long);
    const list =
      '# Forum\n\n- Lundi 18/05 : atelier CV pour les 3e. Il se tient au CDI.\n- Mardi 19/05 : visite du lycée. Prévoir un carnet.\n';
    expect(described(list, 'md')).toEqual(['Il se tient au CDI.', 'Prévoir un carnet.']);
  });

  it('is one where its title begins with « Début » or « Fin »', () => {
    const text =
      'Agenda\n\nRéunion : lundi 8 juin 17h, CDI\nForum : mardi 9 juin 9h, gymnase\nDimanche 21 juin Fin des expositions\n';
    expect(events(text).at(-1)).toBe(' | – | Fin des expositions | – | 2026-06-21');
  });

  it('is one under its day where it begins with « à partir de »', () => {
    const text =
      'Agenda\n\nLundi 25 mai\nÀ partir de 18h00 Apéritif des familles – Salle Molière\n\nVendredi 29 mai\n09h00 Café rencontre, CDI\n';
    expect(events(text)).toEqual([
      ' | – | Apéritif des familles | Salle Molière | 2026-05-25 18:00-',
      ' | – | Café rencontre | CDI | 2026-05-29 09:00-',
    ]);
  });
});

describe('a week with a theme', () => {
  const WEEK = `# 💚 Du 18 au 22 mai : semaine de la persévérance au collège

📅 Temps forts de la semaine

- Lundi 18/05 : distribution de rubans verts. Elle se tient dans le hall.
- Jeudi 21/05 : chacun porte un vêtement vert.
`;

  it('is a programme whatever takes place in it, and a calendar as an ornament is no date', () => {
    expect(events(WEEK, 'md')).toEqual([
      ' | – | distribution de rubans verts | – | 2026-05-18',
      ' | – | chacun porte un vêtement vert | – | 2026-05-21',
    ]);
    expect(readRelease(WEEK, 'md')?.warnings).toEqual([]);
  });

  it('is none where it is a week of any kind', () => {
    const text = 'Semaine du 18 au 22 mai\n\n- Lundi 18/05 : rendre les livres\n- Jeudi 21/05 : rendre les clés\n';
    expect(readRelease(text, 'md')).toBeNull();
  });
});

it('takes no sentence above the day of the next event for an event', () => {
  const text = `Concerts

Vendredi 12 juin, 20h00, Auditorium Berlioz
« Seule en scène »
Elle se sent pousser des ailes : tout ira très bien !
Mardi 16 juin, 19h00, Auditorium Berlioz
« La fête »
Les petits jouent pour les grands.
`;
  expect(events(text).map((line) => line.split(' | ')[2])).toEqual(['« Seule en scène »', '« La fête »']);
});

describe('each line of an event on a line of its own', () => {
  const PARTS = [
    { title: 'Forum des métiers', day: 'Lundi 11 mai', hours: '9h-12h30', venue: 'Gymnase' },
    { title: 'Atelier CV', day: 'Mercredi 13 mai', hours: '14h', venue: 'CDI' },
    { title: 'Réunion des parents de 3e', day: 'Lundi 1er juin', hours: '17h30-19h', venue: 'Salle polyvalente' },
  ] as const;
  const WANTED = [
    ' | – | Forum des métiers | Gymnase | 2026-05-11 09:00-12:30',
    ' | – | Atelier CV | CDI | 2026-05-13 14:00-',
    ' | – | Réunion des parents de 3e | Salle polyvalente | 2026-06-01 17:30-19:00',
  ];

  it.each([
    ['title', 'day', 'hours', 'venue'],
    ['title', 'day', 'venue', 'hours'],
    ['day', 'hours', 'title', 'venue'],
    ['day', 'hours', 'venue', 'title'],
  ] as const)('is of that event: %s, %s, %s, %s', (...order) => {
    const text = PARTS.map((parts) => `${order.map((part) => parts[part]).join('\n')}\n`).join('\n');
    expect(events(`Agenda du collège\n\n${text}`)).toEqual(WANTED);
  });

  it('gives no event the day of another where the order is not understood', () => {
    const text = PARTS.map(({ day, venue, hours, title }) => `${day}\n${venue}\n${hours}\n${title}\n`).join('\n');
    const read = events(`Agenda du collège\n\n${text}`);
    expect(read.every((line) => WANTED.includes(line))).toBe(true);
  });
});

describe('a day, written as people do,', () => {
  const list = (first: string, second: string, third: string) =>
    `Agenda du collège\n\n- ${first} : Forum des métiers, gymnase\n- ${second} : Atelier CV, CDI\n- ${third} : Réunion de rentrée, salle 12\n`;

  it.each([
    ['Lundi (11 mai)', 'Mercredi (13 mai)', 'Lundi (1er juin)'],
    ['lundi 11 mai', 'mercredi 13 mai', 'lundi 1 er juin'],
  ])('is that day: %s, %s, %s', (...days) => {
    expect(events(list(...days))).toEqual([
      ' | – | Forum des métiers | gymnase | 2026-05-11',
      ' | – | Atelier CV | CDI | 2026-05-13',
      ' | – | Réunion de rentrée | salle 12 | 2026-06-01',
    ]);
  });

  it('is no number of a page where other days are written like it', () => {
    const text =
      '# Agenda\n\n## 11/5\n\n### Forum des métiers\n\n9h – Gymnase\n\n## 1/6\n\n### Réunion de rentrée\n\n14h – CDI\n';
    expect(events(text, 'md')).toEqual([
      ' | – | Forum des métiers | Gymnase | 2026-05-11 09:00-',
      ' | – | Réunion de rentrée | CDI | 2026-06-01 14:00-',
    ]);
  });
});

it.each(['9h → 12h30', '9h->12h30', '9:00 ➜ 12:30'])('reads hours with an arrow: %s', (hours) => {
  const line = `Lundi 11 mai : Forum des métiers, ${hours}, gymnase\nMardi 12 mai : Atelier CV, ${hours}, CDI\n`;
  expect(events(`Agenda\n\n${line}`)).toEqual([
    ' | – | Forum des métiers | gymnase | 2026-05-11 09:00-12:30',
    ' | – | Atelier CV | CDI | 2026-05-12 09:00-12:30',
  ]);
});

it('keeps the place behind « À partir de 14h »', () => {
  const text =
    '# Agenda\n\n## Lundi 11 mai\n\n### Atelier CV\n\nÀ partir de 14h – CDI\n\n## Mardi 12 mai\n\n### Forum\n\nÀ 9h – Gymnase\n';
  expect(events(text, 'md')).toEqual([
    ' | – | Atelier CV | CDI | 2026-05-11 14:00-',
    ' | – | Forum | Gymnase | 2026-05-12 09:00-',
  ]);
});

it('takes no letters of a club or an association for a town, and reads each line with its hours and its place', () => {
  const text = 'Mercredi 20 mai\nAS : tournoi de badminton, 13h-16h, gymnase\nAPEL : vente de gâteaux, 16h30, hall\n';
  expect(events(`Communiqué de presse\n\n${text}`)).toEqual([
    ' | – | AS : tournoi de badminton | gymnase | 2026-05-20 13:00-16:00',
    ' | – | APEL : vente de gâteaux | hall | 2026-05-20 16:30-',
  ]);
});

describe('a day with its place below the name of an event', () => {
  it('is the day of that event, and its name is no remark on the event above', () => {
    const text = `Exposition « Nos racines »
CDI, du lundi 11 au vendredi 29 mai
Réunion d’information
Mardi 5 mai, 18h, amphithéâtre
`;
    expect(events(text)).toEqual([
      ' | – | Exposition « Nos racines » | CDI | 2026-05-11/2026-05-29',
      ' | – | Réunion d’information | amphithéâtre | 2026-05-05 18:00-',
    ]);
    expect(described(text)).toEqual(['–', '–']);
  });
});

it('tells no event of the day that stands above others', () => {
  const text = `# Portes ouvertes dans le département

**Samedi 30 mai 2026**

- **Chauny** : lycée Ampère, 9h-12h
- **Vervins** : lycée Berlioz, 9h-13h

**Samedi 6 juin 2026**

- **Guise** : lycée Curie, 9h-16h
`;
  const whole = 'Portes ouvertes dans le département.';
  expect(described(text, 'md')).toEqual([whole, whole, whole]);
});

it('takes the hour at which one comes back for no beginning, whatever its day', () => {
  const text = `Sorties

4 au 8 mai : séjour en Angleterre – départ lundi 5h30, retour vendredi 21h
12 mai : sortie au musée (3e)
19 mai : sortie à la piscine (6e)
`;
  expect(events(text)[0]).toMatch(/2026-05-04\/2026-05-08$/u);
});

it('reads a list that was copied from Word with its signs', () => {
  const text = 'Agenda du collège\n\n\uf0b7 5 mai : Forum des métiers, gymnase\n\uf0b7 12 mai : Atelier CV, CDI\n';
  expect(events(text)).toEqual([
    ' | – | Forum des métiers | gymnase | 2026-05-05',
    ' | – | Atelier CV | CDI | 2026-05-12',
  ]);
});

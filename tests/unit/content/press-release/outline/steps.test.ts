import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from '../release-outline.ts';

const described = (text: string, kind: 'md' | 'txt' = 'txt') =>
  readRelease(text, kind)?.events.map(({ description }) => description?.replace(/[\u00a0\u202f]/gu, ' '));

const CEREMONY = `Cérémonie de remise des diplômes

Mardi 5 mai 2026
18 h – Salle des fêtes

Programme de la soirée
18 h : accueil des familles
18 h 30 : discours
19 h : remise des diplômes
`;

const INVITATION = `INVITATION PRESSE

Rennes, le 27 avril 2026

Inauguration du jardin pédagogique

Mercredi 6 mai 2026 à 14 h 30
Collège Les Ormeaux
12 rue des Tilleuls

En présence des élèves de 4e.

Déroulé :
14 h 30 : accueil
14 h 45 : visite du jardin
16 h : fin
`;

const OUTING = `Sortie à Paris – 4e B

Mardi 5 mai 2026

7 h : départ du collège
10 h : musée
19 h : retour au collège

Prévoir un pique-nique.
`;

describe('the steps of one event', () => {
  it.each([
    [
      'under « Programme de la soirée »',
      CEREMONY,
      ' | – | Cérémonie de remise des diplômes | Salle des fêtes | 2026-05-05 18:00-',
    ],
    [
      'under « Déroulé »',
      INVITATION,
      ' | – | Inauguration du jardin pédagogique | Collège Les Ormeaux | 2026-05-06 14:30-16:00',
    ],
    ['from its departure to its return', OUTING, ' | – | Sortie à Paris – 4e B | – | 2026-05-05 07:00-19:00'],
    [
      'under a title with its day and its place',
      'Journée de l’alternance – Jeudi 7 mai 2026 – Lycée Jean-Perrin, Lyon\n\n9 h : accueil\n14 h – 16 h : entretiens\n',
      'Lyon | – | Journée de l’alternance | Lycée Jean-Perrin | 2026-05-07 09:00-16:00',
    ],
    [
      'within the hours that stand beside its day',
      'Nuit de la lecture\n\nVendredi 8 mai 2026 de 19h à 22h\n\n19h : contes\n21h : buffet\n',
      ' | – | Nuit de la lecture | – | 2026-05-08 19:00-22:00',
    ],
  ])('are that event, %s', (_name, text, event) => {
    expect(outlineOf(readRelease(text, 'txt'))).toEqual([event]);
  });

  it('are its description, with all other words around them', () => {
    expect(described(CEREMONY)).toEqual([
      '18 h : accueil des familles, 18 h 30 : discours, 19 h : remise des diplômes',
    ]);
    expect(described(INVITATION)).toEqual([
      '12 rue des Tilleuls. En présence des élèves de 4e. 14 h 30 : accueil, 14 h 45 : visite du jardin, 16 h : fin',
    ]);
    expect(readRelease(INVITATION, 'txt')?.warnings).toEqual([]);
    expect(described(OUTING)).toEqual([
      '7 h : départ du collège, 10 h : musée, 19 h : retour au collège. Prévoir un pique-nique.',
    ]);
  });
});

describe('events of one day under a title', () => {
  const forum = 'Forum des métiers\n\nJeudi 7 mai 2026\n\n9 h : stands, gymnase\n14 h : conférence, salle 12\n';

  it('are events of their own where none begins or ends the whole, and each tells of what it is a part', () => {
    expect(outlineOf(readRelease(forum, 'txt'))).toEqual([
      ' | – | stands | gymnase | 2026-05-07 09:00-',
      ' | – | conférence | salle 12 | 2026-05-07 14:00-',
    ]);
    expect(described(forum)).toEqual(['Forum des métiers.', 'Forum des métiers.']);
  });

  it.each(['Agenda du collège', 'Les rendez-vous de la semaine', 'Infos'])(
    'have nothing to do with each other under « %s »',
    (title) => {
      const text = `${title}\n\nMardi 5 mai 2026\n\n9 h : accueil des correspondants, hall\n14 h : forum, gymnase\n`;
      expect(outlineOf(readRelease(text, 'txt'))).toEqual([
        ' | – | accueil des correspondants | hall | 2026-05-05 09:00-',
        ' | – | forum | gymnase | 2026-05-05 14:00-',
      ]);
      expect(described(text)).toEqual([undefined, undefined]);
    },
  );

  it('are not the steps of one where they are on several days', () => {
    const text = 'Sortie à Paris\n\nMardi 5 mai 2026\n7 h : départ, gare\nMercredi 6 mai 2026\n19 h : retour, gare\n';
    expect(outlineOf(readRelease(text, 'txt'))).toHaveLength(2);
  });
});

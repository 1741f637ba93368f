import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from './release-outline.ts';

const events = (text: string, kind: 'md' | 'txt' = 'txt') => outlineOf(readRelease(text, kind));
const told = (text: string, kind: 'md' | 'txt' = 'txt') =>
  readRelease(text, kind)?.events.map(({ title, description = '–' }) =>
    `${title} / ${description}`.replace(/[\u00a0\u202f]/gu, ' '),
  );

const WALKS = [
  'Balade au bord du lac\nDimanche 17 mai, 14h30 – rendez-vous parking des Sources, Privas – gratuit',
  'Écoute des oiseaux\nSamedi 23 mai, 6h – rendez-vous maison du Marais – sur inscription',
  'Chantier au potager\nDimanche 31 mai, 9h – jardin partagé, Aubenas',
];

describe('a title above the day and the place of its event', () => {
  it('is its title, and no remark on the event above it', () => {
    const text = `LE MOIS DE LA NATURE\n\n${WALKS.join('\n\n')}\n`;
    expect(events(text)).toEqual([
      'Privas | – | Balade au bord du lac | rendez-vous parking des Sources | 2026-05-17 14:30-',
      ' | – | Écoute des oiseaux | rendez-vous maison du Marais | 2026-05-23 06:00-',
      'Aubenas | – | Chantier au potager | jardin partagé | 2026-05-31 09:00-',
    ]);
    expect(told(text)).toEqual([
      'Balade au bord du lac / gratuit',
      'Écoute des oiseaux / sur inscription',
      'Chantier au potager / –',
    ]);
  });

  it('stands below it where a title is the last line', () => {
    const text =
      'Communiqué\n\nMardi 5 mai, 18h30 – salle des fêtes\nAssemblée générale\n\nMardi 12 mai, 14h – gymnase\nTournoi de volley\n';
    expect(events(text)).toEqual([
      ' | – | Assemblée générale | salle des fêtes | 2026-05-05 18:30-',
      ' | – | Tournoi de volley | gymnase | 2026-05-12 14:00-',
    ]);
  });
});

describe('who speaks, between a title and its day', () => {
  it('is no title', () => {
    const talk = (title: string, who: string, day: string) =>
      `${title}\n${who}\n${day} à 18 h\nAmphithéâtre du lycée\n`;
    const text = [
      'Cycle de conférences\n',
      talk('Conférence n° 1 – Les volcans', 'Par une géologue de l’université', 'Mardi 5 mai 2026'),
      talk('Conférence n° 2 – Les abeilles', 'Présentée par un apiculteur', 'Mardi 19 mai 2026'),
    ].join('\n');
    expect(events(text)).toEqual([
      ' | – | Conférence n° 1 – Les volcans | Amphithéâtre du lycée | 2026-05-05 18:00-',
      ' | – | Conférence n° 2 – Les abeilles | Amphithéâtre du lycée | 2026-05-19 18:00-',
    ]);
    expect(told(text)?.[0]).toBe('Conférence n° 1 – Les volcans / Par une géologue de l’université');
  });
});

describe('a heading that is a place', () => {
  it('is where the events at its hours take place, up to the next one', () => {
    const text =
      '# Communiqué\n\n## Mardi 5 mai\n\n### Lycée Jules-Ferry, Valence\n\n10 h – 12 h : saynètes des secondes\n\n14 h : table ronde\n\n' +
      '### Collège Paul-Valéry, Romans\n\n9 h : remise des prix\n\n## Jeudi 7 mai\n\n### Cité scolaire\n\n13 h 30 : flash mob\n';
    expect(events(text, 'md')).toEqual([
      'Valence | – | saynètes des secondes | Lycée Jules-Ferry | 2026-05-05 10:00-12:00',
      'Valence | – | table ronde | Lycée Jules-Ferry | 2026-05-05 14:00-',
      'Romans | – | remise des prix | Collège Paul-Valéry | 2026-05-05 09:00-',
      ' | – | flash mob | Cité scolaire | 2026-05-07 13:30-',
    ]);
  });
});

describe('a place alone above lines with their days', () => {
  it('is that of each of them, and of none above it', () => {
    const text =
      'GYMNASE DES ARÈNES\nmardi 5 mai : tournoi de ping-pong, 12h45\njeudi 7 mai : démonstration de judo, 17h\n\n' +
      'SALLE DES FÊTES\nvendredi 22 mai : bal des terminales, 20h30\nsamedi 23 mai : loto, 19h\n';
    expect(events(text)).toEqual([
      ' | – | tournoi de ping-pong | GYMNASE DES ARÈNES | 2026-05-05 12:45-',
      ' | – | démonstration de judo | GYMNASE DES ARÈNES | 2026-05-07 17:00-',
      ' | – | bal des terminales | SALLE DES FÊTES | 2026-05-22 20:30-',
      ' | – | loto | SALLE DES FÊTES | 2026-05-23 19:00-',
    ]);
  });
});

describe('the town behind a place', () => {
  it('is kept for a place and a day under their title', () => {
    const text =
      '# Portes ouvertes de l’université\n\nsamedi 9 mai, 9 h – 17 h : Valence, campus Briffaut\n\nsamedi 16 mai, 10 h – 16 h : Gap, IUT\n';
    expect(events(text, 'md')).toEqual([
      'Valence | – | Portes ouvertes de l’université | campus Briffaut | 2026-05-09 09:00-17:00',
      'Gap | – | Portes ouvertes de l’université | IUT | 2026-05-16 10:00-16:00',
    ]);
  });

  it('is kept for the steps of one event', () => {
    const text =
      'SOIRÉE DES TALENTS\nVendredi 29 mai 2026\nSalle des congrès – Gap\n\n18h30 Ouverture des portes\n19h00 Chorale\n21h30 Buffet\n';
    expect(events(text)).toEqual(['Gap | – | SOIRÉE DES TALENTS | Salle des congrès | 2026-05-29 18:30-']);
  });

  it('leaves what is before the colon to be the title', () => {
    const text =
      'Concours d’éloquence\n\nSélections : mardi 5 mai, 14 h, lycée Dominique-Villars, Gap\nFinale : samedi 30 mai, 18 h, théâtre, Valence\n';
    expect(events(text)).toEqual([
      'Gap | – | Sélections | lycée Dominique-Villars | 2026-05-05 14:00-',
      'Valence | – | Finale | théâtre | 2026-05-30 18:00-',
    ]);
  });
});

describe('a table whose first column has a name of its own', () => {
  it('has its titles there', () => {
    const text =
      '# Communiqué\n\n## Stages de l’été\n\n| Sport | Dates | Lieu | Âge |\n|---|---|---|---|\n| Canoë | 6 au 8 juillet | Base nautique | 12-15 ans |\n' +
      '| VTT | mardi 21 juillet, 9 h – 17 h | Office de tourisme | 10-14 ans |\n';
    expect(events(text, 'md')).toEqual([
      ' | – | Canoë | Base nautique | 2026-07-06/2026-07-08',
      ' | – | VTT | Office de tourisme | 2026-07-21 09:00-17:00',
    ]);
    expect(told(text, 'md')?.[0]).toBe('Canoë / Stages de l’été. Âge : 12-15 ans');
  });
});

describe('a line with a day and an hour of its own below such an event', () => {
  it('is another event, whatever its first word', () => {
    const text =
      'Conférence « Nos océans », mercredi 6 mai, 18 h, musée, Dole\nAtelier « Fresque du climat », samedi 16 mai, 10 h\nNettoyage du lac, dimanche 24 mai, 9 h 30\nInscription obligatoire, lundi 18 mai, 12 h\n';
    expect(events(text)).toEqual([
      'Dole | – | Conférence « Nos océans » | musée | 2026-05-06 18:00-',
      ' | – | Atelier « Fresque du climat » | – | 2026-05-16 10:00-',
      ' | – | Nettoyage du lac | – | 2026-05-24 09:30-',
    ]);
  });
});

describe('letters in brackets', () => {
  it('are a class, and no town', () => {
    const text =
      'Épreuves\n\nCCF de maths : lundi 4 mai, 8h-9h, salle 12 (TMELEC)\nCCF d’anglais : mardi 5 mai, 13h, salle 15 (TMCV)\nÉpreuve d’EPS : jeudi 7 mai, 10h-12h, stade\n';
    expect(events(text).every((line) => line.startsWith(' | – | '))).toBe(true);
  });
});

describe('two places in one line, each with its hours', () => {
  it('are left as they are written', () => {
    const text =
      'Communiqué\n\nLundi 4 mai : Die (mairie), 9h30-12h30 ; Crest (salle des fêtes), 14h-17h\nMardi 5 mai : Gap (gare), 14h-17h\n';
    expect(events(text)).toEqual([
      ' | – | Die (mairie), 9h30-12h30 ; Crest (salle des fêtes), 14h-17h | – | 2026-05-04',
      ' | – | Gap | gare | 2026-05-05 14:00-17:00',
    ]);
  });
});

describe('events that are called by their towns or houses', () => {
  it('tell of the title above them', () => {
    const towns =
      '# Communiqué\n\n## Le bus des métiers\n\n1. **Die**, lundi 4 mai, place du Marché, 9 h – 17 h\n2. **Crest**, mardi 5 mai, parking du lycée, 9 h – 17 h\n';
    expect(told(towns, 'md')).toEqual(['Die / Le bus des métiers.', 'Crest / Le bus des métiers.']);
    const houses =
      'Communiqué\n\nSpectacle « Le Bourgeois » des terminales\n- jeudi 21 mai à 20h, MJC de Crest\n- mardi 26 mai à 14h, collège Revesz-Long\n';
    expect(told(houses)).toEqual([
      'MJC de Crest / Spectacle « Le Bourgeois » des terminales.',
      'collège Revesz-Long / Spectacle « Le Bourgeois » des terminales.',
    ]);
  });
});

describe('what stands beside a place', () => {
  it('in brackets is a remark on the event', () => {
    const text =
      'Ateliers des parents\n\nMardi 5 mai, 18h, Les écrans, CDI (COMPLET)\nMardi 12 mai, 18h, Le sommeil, CDI\n';
    expect(events(text)).toEqual([
      ' | – | Les écrans | CDI | 2026-05-05 18:00-',
      ' | – | Le sommeil | CDI | 2026-05-12 18:00-',
    ]);
    expect(told(text)?.[0]).toBe('Les écrans / Complet.');
  });

  it('is no town where it is the name of a feast', () => {
    const text =
      'Comité des fêtes\n\nBrocante : dimanche 17 mai, centre-ville, 6 h – 18 h\nFeu de la Saint-Jean : samedi 20 juin, étang communal, 22 h\n';
    expect(events(text)[1]).toBe(' | – | Feu de la Saint-Jean, étang communal | – | 2026-06-20 22:00-');
  });

  it('is « hôtel de ville » as well', () => {
    const text =
      'Temps forts\n\n• 5 mai – Inauguration du gymnase (11 h, lycée Camille-Vernet, Valence)\n• 7 mai – Finale du concours d’éloquence (18 h, hôtel de ville, Romans)\n';
    expect(events(text)[1]).toBe('Romans | – | Finale du concours d’éloquence | hôtel de ville | 2026-05-07 18:00-');
  });
});

import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from './release-outline.ts';

const events = (text: string, kind: 'md' | 'txt' = 'txt') => outlineOf(readRelease(text, kind));
const described = (text: string, kind: 'md' | 'txt' = 'txt') =>
  readRelease(text, kind)?.events.map(({ description = '–' }) => description.replace(/[\u00a0\u202f]/gu, ' '));
const told = (text: string) =>
  (readRelease(text, 'txt')?.warnings ?? []).map(({ code, message }) => `${code} ${message}`);

describe('the poster of one event', () => {
  it.each([
    [
      'in a list',
      'md',
      '# Matinée portes ouvertes\n\nSamedi 30 mai 2026 de 9h à 13h\n\n- Visite des ateliers\n- Stand du CIO\n',
    ],
    [
      'under « Au programme : »',
      'txt',
      'Matinée portes ouvertes\nSamedi 30 mai 2026 de 9h à 13h\n\nAu programme :\n- Visite des ateliers\n- Stand du CIO\n',
    ],
    [
      'under a bold day',
      'md',
      '**Matinée portes ouvertes**\n\n**Samedi 30 mai 2026, 9h-13h**\n\n* Visite des ateliers\n* Stand du CIO\n',
    ],
  ] as const)('is one event that tells %s what there is', (_name, kind, text) => {
    expect(events(text, kind)).toEqual([' | – | Matinée portes ouvertes | – | 2026-05-30 09:00-13:00']);
    expect(described(text, kind)).toEqual(['Visite des ateliers, Stand du CIO']);
  });

  it('has its title whatever its words where « Au programme » stands above the list', () => {
    const text = `INVITATION

Le lycée Ampère ouvre ses portes
Vendredi 29 mai 2026 de 16h à 21h

Au programme de la soirée :
- ateliers cuisine
- concert de la chorale

Lycée Ampère, 4 rue des Tanneurs, 02300 Chauny
`;
    expect(events(text)).toEqual([
      'Chauny | – | Le lycée Ampère ouvre ses portes | Lycée Ampère, 4 rue des Tanneurs | 2026-05-29 16:00-21:00',
    ]);
    expect(described(text)).toEqual(['ateliers cuisine, concert de la chorale']);
    expect(told(text)).toEqual([]);
  });

  it('keeps its title and its place where the street stands behind the place', () => {
    const steps = '10h00 : Ouverture des stands\n11h30 : Spectacle des petits\n15h : Tirage de la tombola\n';
    for (const place of [
      'École Jean Macé – 3, rue des Lilas',
      'École Jean Macé, 3, rue des Lilas',
      'École Jean Macé, 3, rue des Lilas, Hirson',
      'École Jean Macé - 3, rue des Lilas - 02500 Hirson',
    ]) {
      const town = place.includes('Hirson') ? 'Hirson' : '';
      const text = `FÊTE DE L’ÉCOLE\nSamedi 13 juin 2026\nÀ partir de 10h\n${place}\n\n${steps}`;
      expect(events(text), place).toEqual([
        `${town} | – | FÊTE DE L’ÉCOLE | École Jean Macé, 3, rue des Lilas | 2026-06-13 10:00-`,
      ]);
      expect(described(text)).toEqual([
        '10h00 : Ouverture des stands, 11h30 : Spectacle des petits, 15h : Tirage de la tombola',
      ]);
    }
  });

  it('stays several events where each has its own hours or its own place, or where no title says what they are of', () => {
    const places = '# Portes ouvertes\n\nSamedi 30 mai 2026\n\n- Atelier CV, CDI\n- Exposition photo, hall\n';
    expect(events(places, 'md')).toEqual([
      ' | – | Atelier CV | CDI | 2026-05-30',
      ' | – | Exposition photo | hall | 2026-05-30',
    ]);
    const untitled = '# Collège Pasteur\n\nMardi 12 mai 2026\n\n- Sortie au musée\n- Réunion des délégués\n';
    expect(events(untitled, 'md')).toEqual([
      ' | – | Sortie au musée | – | 2026-05-12',
      ' | – | Réunion des délégués | – | 2026-05-12',
    ]);
  });
});

describe('the parts of something', () => {
  const CONTEST = `CONCOURS D'ÉCRITURE

Inscriptions avant le vendredi 15 mai au CDI.

Demi-finale : mardi 26 mai à 14 h – salle de conférence
Finale : jeudi 4 juin à 18 h 30 – théâtre municipal
Remise des prix : vendredi 12 juin, 17h, hall
`;

  it('tell of the title above all of them', () => {
    expect(events(CONTEST)).toEqual([
      ' | – | Demi-finale | salle de conférence | 2026-05-26 14:00-',
      ' | – | Finale | théâtre municipal | 2026-06-04 18:30-',
      ' | – | Remise des prix | hall | 2026-06-12 17:00-',
    ]);
    expect(described(CONTEST)).toEqual(Array.from({ length: 3 }, () => 'CONCOURS D’ÉCRITURE.'));
  });

  it('do not silence a day above them that none of them is on', () => {
    expect(told(CONTEST)).toMatchObject([expect.stringMatching(/^release-line-unread .*Inscriptions avant/u)]);
  });

  it('are of no remark on the event above them', () => {
    const text = 'Mardi 5 mai : Théâtre, salle Molière\nLes élèves de 3e jouent\nJeudi 7 mai : Finale, gymnase\n';
    expect(events(text).at(-1)).toBe(' | – | Finale | gymnase | 2026-05-07');
    expect(described(text)?.at(-1)).toBe('–');
  });

  it('are never called by whom to write to, or by a sentence', () => {
    const text = `# Permanences du CIO de Laon

Les conseillers vous reçoivent sans rendez-vous.

Renseignements : Mme Untel, 06 12 34 56 78

- Collège Charlemagne : mardi 5 mai, 9h-12h
- Lycée Claudel : jeudi 7 mai, 13h30-16h30
`;
    const whole = 'Permanences du CIO de Laon. Les conseillers vous reçoivent sans rendez-vous.';
    expect(described(text, 'md')).toEqual([whole, whole]);
  });
});

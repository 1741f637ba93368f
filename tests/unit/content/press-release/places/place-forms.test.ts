import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from '../release-outline.ts';

describe('events that are called by their places', () => {
  it('tell of what takes place in each of them', () => {
    const text =
      'Communiqué\n\nUn spectacle dans deux villes\n\nAnnonay : mardi 5 mai à 20 h, théâtre des Cordeliers\nPrivas : mercredi 6 mai à 18 h 30, médiathèque\n';
    expect(readRelease(text, 'txt')?.events.map(({ description }) => description)).toEqual([
      'Un spectacle dans deux villes.',
      'Un spectacle dans deux villes.',
    ]);
  });
});

describe('events of a word or two', () => {
  it('tell of the title above them and its sentences', () => {
    const text =
      'Communiqué\n\nUn jour, un métier\n\nChaque mardi de mai, de 14 h à 16 h, au CIO.\n\n- Mardi 5 mai : infirmière\n- Mardi 12 mai : menuisier\n';
    const whole = 'Un jour, un métier. Chaque mardi de mai, de 14 h à 16 h, au CIO.';
    expect(readRelease(text, 'txt')?.events.map(({ description }) => description)).toEqual([whole, whole]);
  });

  it('tell of what holds for all of them, and not of the department above the first', () => {
    const text =
      '# Communiqué\n\n## Les lycées ouvrent leurs portes\n\n### Aisne (02)\n\n- La Fère : lycée Jean-Monnet, samedi 16 mai de 9h à 12h\n' +
      '- Laon : lycée Méchain, samedi 23 mai de 9h à 16h\n\n### Oise (60)\n\n- Creil : lycée Jules-Uhry, vendredi 22 mai de 17h à 20h\n';
    expect(readRelease(text)?.events.map(({ town, description }) => `${town}: ${description}`)).toEqual([
      'La Fère: Les lycées ouvrent leurs portes.',
      'Laon: Les lycées ouvrent leurs portes.',
      'Creil: Les lycées ouvrent leurs portes.',
    ]);
  });
});

describe('events of three lines each', () => {
  it('may stand under the names of their departments', () => {
    const events = [
      '**HAUTE-VIENNE**\n\nBellac – Lycée Jean-Giraudoux\nMercredi 6 mai 2026, 14 h\nRestitution du projet radio',
      '**CREUSE**\n\nGuéret – Cité scolaire\nJeudi 7 mai 2026, toute la journée\nVillage des associations',
    ];
    expect(outlineOf(readRelease(`# Communiqué\n\n${events.join('\n\n')}\n`))).toEqual([
      'Bellac | 87 | Restitution du projet radio | Lycée Jean-Giraudoux | 2026-05-06 14:00-',
      'Guéret | 23 | Village des associations | Cité scolaire | 2026-05-07',
    ]);
  });
});

describe('lines that begin with a sign', () => {
  it.each(['>', '➤', '►', '✓', '■'])('are items of a list: %s', (sign) => {
    const lines = [
      'Lundi 4 mai - 9h/12h - Pau - Lycée Saint-Cricq : rencontres avec des ingénieures',
      'Mardi 5 mai - 14h/17h - Tarbes - CIO : atelier « Oser les sciences »',
    ];
    const text = `Communiqué de presse du 22 avril 2026\n\n${lines.map((line) => `${sign} ${line}`).join('\n')}\n`;
    expect(outlineOf(readRelease(text, 'txt'))).toEqual([
      'Pau | – | rencontres avec des ingénieures | Lycée Saint-Cricq | 2026-05-04 09:00-12:00',
      'Tarbes | – | atelier « Oser les sciences » | CIO | 2026-05-05 14:00-17:00',
    ]);
  });
});

describe('columns of a plain text', () => {
  it.each([
    ['spaces', '   '],
    ['tabulators', '\t'],
  ])('are the parts of each event: %s', (_name, gap) => {
    const rows = [
      ['4 mai 2026', 'Bayeux', 'Collège Chartier', 'Chantier radio', '10h'],
      ['7 mai 2026', 'Lisieux', 'CIO', 'Rencontre avec les mentors', '9h-12h'],
    ];
    const text = `Communiqué de presse\n\n${rows.map((row) => row.join(gap)).join('\n')}\n`;
    expect(outlineOf(readRelease(text, 'txt'))).toEqual([
      'Bayeux | – | Chantier radio | Collège Chartier | 2026-05-04 10:00-',
      'Lisieux | – | Rencontre avec les mentors | CIO | 2026-05-07 09:00-12:00',
    ]);
  });
});

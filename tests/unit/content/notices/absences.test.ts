import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../../../main/content/documents/table.ts';
import { textBlocks } from '../../../../main/content/kinds/text/text-blocks.ts';
import { readNotice } from '../../../../main/content/notices/read-notices.ts';
import { computedMs } from '../../../support/computed.ts';
import { lineOf, tableOf } from '../../../support/tables.ts';

const read = (blocks: readonly DocumentBlock[], path = 'liste.docx') =>
  readNotice(blocks, { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-05-04'), path });

/** « 2026-05-05 08:00-10:00 Mme Roux (anglais) 6e A, salle 12 > M. Petit # note ». */
function absences(blocks: readonly DocumentBlock[], path?: string): string[] {
  const notice = read(blocks, path);
  if (notice?.kind !== 'absences') return [];
  return notice.absences.map(({ teacher, subject, classes, room, replacement, note, period, when }) => {
    const [range] = when.ranges;
    const days = range?.from === range?.to ? range?.from : `${range?.from}/${range?.to}`;
    const hours = when.hours.map(({ from, to }) => `${from ?? ''}-${to ?? ''}`).join('+') || (period ?? 'whole');
    return [
      `${days} ${hours} ${teacher}`,
      subject && `(${subject})`,
      classes,
      room && `[${room}]`,
      replacement && `> ${replacement}`,
      note && `# ${note}`,
    ]
      .filter(Boolean)
      .join(' ')
      .replaceAll('\u00a0', ' ');
  });
}

const noticed = (text: string) => {
  const notice = read(textBlocks(text), 'absences/a.txt');
  return notice?.kind === 'absences' ? notice.absences : [];
};

const codes = (blocks: readonly DocumentBlock[], path?: string): string[] =>
  read(blocks, path)?.faults.map(({ code }) => code) ?? ['none'];

const TITLE = lineOf('Absences du mardi 5 mai 2026');

const TABLES: readonly (readonly [string, readonly DocumentBlock[], readonly string[]])[] = [
  [
    'a row an absence',
    [
      TITLE,
      tableOf([
        ['Professeur', 'Classe', 'Heures', 'Salle', 'Remplacement'],
        ['Mme Roux', '6e A', '8h-10h', '12', 'M. Petit'],
        ['M. Noé', '3e B', '10h', '', ''],
      ]),
    ],
    ['2026-05-05 08:00-10:00 Mme Roux 6e A [12] > M. Petit', '2026-05-05 10:00- M. Noé 3e B'],
  ],
  [
    'other wordings, the day in a column, hours from and to',
    [
      tableOf([
        ['Date', 'Enseignants absents', 'De', 'À', 'Divisions', 'Remplacé par'],
        ['05/05/2026', 'Mme Roux', '8h', '10h', '6A', 'M. Petit'],
        ['mercredi 6 mai', 'M. Noé', '', '', 'toutes', ''],
      ]),
    ],
    ['2026-05-05 08:00-10:00 Mme Roux 6A > M. Petit', '2026-05-06 whole M. Noé toutes'],
  ],
  [
    'days without a year, that are no hours',
    [
      tableOf([
        ['Professeur', 'Absent du', 'Au', 'Classes'],
        ['Mme Roux', '05/05', '07/05', '6A'],
        ['M. Noé', '06/05', '06/05', '3B'],
      ]),
    ],
    ['2026-05-05/2026-05-07 whole Mme Roux 6A', '2026-05-06 whole M. Noé 3B'],
  ],
  [
    'the day in a column that says so in other words',
    [
      tableOf([
        ['Enseignant', 'Absent le', 'Heures'],
        ['Mme Roux', '05/05', '8h-10h'],
        ['M. Noé', 'mercredi 06/05', '10h'],
      ]),
    ],
    ['2026-05-05 08:00-10:00 Mme Roux', '2026-05-06 10:00- M. Noé'],
  ],
  [
    'a teacher over several rows',
    [
      TITLE,
      tableOf([
        ['Nom', 'Créneau', 'Groupe', 'Suppléance'],
        [{ text: 'Mme Roux', rows: 2 }, '8h-9h', '6A', ''],
        ['9h-10h', '6B', 'étude'],
      ]),
    ],
    ['2026-05-05 08:00-09:00 Mme Roux 6A', '2026-05-05 09:00-10:00 Mme Roux 6B > étude'],
  ],
  [
    'the title in the table, and a row for each day',
    [
      tableOf([
        [{ text: 'Professeurs absents', columns: 2 }],
        ['Nom', 'Horaire'],
        ['Mardi 5 mai 2026', ''],
        ['Mme Roux', 'matin'],
        ['Mercredi 6 mai 2026', ''],
        ['M. Noé', 'journée'],
      ]),
    ],
    ['2026-05-05 -12:00 Mme Roux', '2026-05-06 whole M. Noé'],
  ],
  [
    'several days',
    [
      lineOf('Absences'),
      tableOf([
        ['Personnel', 'Du', 'Au'],
        ['Mme Roux', '05/05/2026', '07/05/2026'],
      ]),
    ],
    ['2026-05-05/2026-05-07 whole Mme Roux'],
  ],
  [
    'hours that are no hours of a clock',
    [
      TITLE,
      tableOf([
        ['Prof', 'Heure', 'Classe'],
        ['Mme Roux', 'M2', '6A'],
      ]),
    ],
    ['2026-05-05 M2 Mme Roux 6A'],
  ],
  [
    'a column of remarks and one of subjects',
    [
      TITLE,
      tableOf([
        ['Professeur', 'Matière', 'Horaires', 'Observations'],
        ['Mme Roux', 'anglais', '8h-9h', 'cours déplacé en salle 4'],
      ]),
    ],
    ['2026-05-05 08:00-09:00 Mme Roux (anglais) # cours déplacé en salle 4'],
  ],
  [
    'a row that is struck through is somebody who is back',
    [
      TITLE,
      {
        ...tableOf([
          ['Professeur', 'Horaires'],
          ['M. Noé', '9h-10h'],
        ]),
        rows: [
          ...tableOf([['Professeur', 'Horaires']]).rows,
          ...tableOf([['Mme Roux', '8h-9h']]).rows.map((row) => row.map((cell) => ({ ...cell, struck: true }))),
          ...tableOf([['M. Noé', '9h-10h']]).rows,
        ],
      },
    ],
    ['2026-05-05 09:00-10:00 M. Noé'],
  ],
];

describe('a list of absences', () => {
  it.each(TABLES)('%s', (_name, blocks, expected) => {
    expect(absences(blocks)).toEqual(expected);
  });

  it('why somebody is absent and how to reach them is never read, and that is told', () => {
    const table = tableOf([
      ['Professeur', 'Heure', 'Motif', 'Téléphone', 'Remarque'],
      ['Mme Roux', '8h-10h', 'grippe', '06 12 34 56 78', 'congé maladie'],
    ]);
    expect(absences([TITLE, table])).toEqual(['2026-05-05 08:00-10:00 Mme Roux']);
    expect(JSON.stringify(read([TITLE, table]))).not.toMatch(/grippe|06 12|congé/u);
    expect(codes([TITLE, table])).toEqual(['absence-reason']);
  });

  it('without an hour it is shown the whole day, and that is told', () => {
    const table = tableOf([
      ['Professeur', 'Heure', 'Classe'],
      ['Mme Roux', '', '6A'],
    ]);
    expect(absences([TITLE, table])).toEqual(['2026-05-05 whole Mme Roux 6A']);
    expect(codes([TITLE, table])).toEqual(['absence-no-hour']);
  });

  it('tells of a title whose weekday and date are not the same day', () => {
    const rows = tableOf([
      ['Professeur', 'Heures'],
      ['Mme Roux', '8h-10h'],
    ]);
    expect(codes([lineOf('Absences du mardi 6 mai'), rows])).toEqual(['date-weekday']);
    expect(codes([lineOf('Absences du mercredi 6 mai'), rows])).toEqual([]);
  });

  it('without a day it is that of the day on which it was written, and that is told', () => {
    const blocks = [
      lineOf('Absences'),
      tableOf([
        ['Professeur', 'Heure'],
        ['Mme Roux', '8h-9h'],
      ]),
    ];
    expect(absences(blocks)).toEqual(['2026-05-04 08:00-09:00 Mme Roux']);
    expect(codes(blocks)).toEqual(['absence-today']);
    expect(absences(blocks, 'Absences du 6 mai.docx')).toEqual(['2026-05-06 08:00-09:00 Mme Roux']);
  });

  it.each([
    [
      'oral exams',
      [
        lineOf('Oraux blancs'),
        tableOf([
          ['Professeur', 'Heure', 'Salle'],
          ['Mme Roux', '8h', '12'],
        ]),
      ],
    ],
    [
      'reports of absences',
      [
        lineOf('Absences'),
        tableOf([
          ['Élève', 'Heures'],
          ['Paul', '3'],
        ]),
      ],
    ],
  ])('a table of %s is none', (_name, blocks) => {
    expect(read(blocks)).toBeNull();
  });
});

describe('lines in a folder « absences »', () => {
  const lines = (text: string) => absences(textBlocks(text), 'absences/lundi.txt');

  it.each([
    ['Mme Roux, 8h-10h, 6e A, salle 12, remplacée par M. Petit', '08:00-10:00 Mme Roux 6e A [salle 12] > M. Petit'],
    ['M. NOÉ (anglais) absent de 8h à 12h - 6eA et 5eC', '08:00-12:00 M. NOÉ (anglais) 6eA, 5eC'],
    ['Mme Le Goff : toute la journée', 'whole Mme Le Goff'],
    ['- M. Da Silva : 10h-11h 4e2 → Mme Petit, salle 204', '10:00-11:00 M. Da Silva 4e2 [salle 204] > Mme Petit'],
    ['Madame Martin-Dupré sera absente le matin', '-12:00 Madame Martin-Dupré'],
    ['Mme Roux absente (congé maladie) de 14h à 16h', '14:00-16:00 Mme Roux'],
    ['M. Blin, 06 12 34 56 78, 9h-10h', '09:00-10:00 M. Blin'],
    ['M. Petit (EPS) : 8h-10h et 14h-16h', '08:00-10:00+14:00-16:00 M. Petit (EPS)'],
    ['Mme Roux absente (8h-10h, 14h-16h)', '08:00-10:00+14:00-16:00 Mme Roux'],
    ['M. Noé 8/10h', '08:00-10:00 M. Noé'],
    ['M. Noé 6e 3 8-10h', '08:00-10:00 M. Noé 6e 3'],
    ['M. Noé absent de 10h à midi', '10:00-12:00 M. Noé'],
    ['Mme Blanc : jusqu’à midi', '-12:00 Mme Blanc'],
    ['Mme Le Gall, toute la journée sauf 10h-11h', 'whole Mme Le Gall # sauf 10h-11h'],
    ['Mme Durand (toute la journée)', 'whole Mme Durand'],
    ['Mme Anne (absente le matin)', '-12:00 Mme Anne'],
    ['M. Petit après-midi', '12:00-18:00 M. Petit'],
    ['M. Le Goff l’après-midi', '12:00-18:00 M. Le Goff'],
    ['Mme Roux (anglais) cet après-midi', '12:00-18:00 Mme Roux (anglais)'],
    ['Mme Blanc ce matin', '-12:00 Mme Blanc'],
    ['Mme Vert la matinée', '-12:00 Mme Vert'],
    ['Mme de la Tour 8h-10h', '08:00-10:00 Mme de la Tour'],
    ['M. Jean de Villiers 10h-12h', '10:00-12:00 M. Jean de Villiers'],
    ['M. Noir de 8h à 10h', '08:00-10:00 M. Noir'],
    ['M. Noir absent de 14 à 16', '14:00-16:00 M. Noir'],
    ['Mme Rose à partir de 14h', '14:00- Mme Rose'],
    ['Maths : M. Noé absent', 'whole M. Noé (Maths)'],
    ['6A - Mme Petit absente de 10h à 11h', '10:00-11:00 Mme Petit 6A'],
    ['Mardi 5 mai Mme Rose absente de 8h à 10h', '08:00-10:00 Mme Rose'],
  ])('« %s »', (line, expected) => {
    expect(lines(`Mardi 5 mai\n${line}`)).toEqual([`2026-05-05 ${expected}`]);
  });

  it.each([
    ['M. Noé M3 M4', 'M3 M4 M. Noé'],
    ['Mme Roux (M1-M2) SVT', 'M1-M2 Mme Roux # SVT'],
    ['M. Brun de S1 à S3 avec les 5e C', 'de S1 à S3 M. Brun 5e C'],
    ['Mme Le Goff : M1, M2 et S1', 'M1, M2 et S1 Mme Le Goff'],
    ['M. Blin : 1re et 2e heures', '1re et 2e heures M. Blin'],
    ['M. Noé M1, 6A et 4B', 'M1 M. Noé 6A, 4B'],
    ['Mme Rose : M1 en salle S4', 'M1 Mme Rose [salle S4]'],
  ])('names lessons by their number, « %s »', (line, expected) => {
    expect(lines(`Mardi 5 mai\n${line}`)).toEqual([`2026-05-05 ${expected}`]);
    expect(codes(textBlocks(`Mardi 5 mai\n${line}`), 'absences/a.txt')).toEqual(['absence-hour']);
  });

  it.each([
    ['M. Noé : mardi 8h-10h', ['2026-05-05 08:00-10:00 M. Noé']],
    ['Mme Roux lundi matin', ['2026-05-04 -12:00 Mme Roux']],
    ['M. Blin : du mardi au jeudi', ['2026-05-05/2026-05-07 whole M. Blin']],
    ['Mme Rose : jusqu’à jeudi', ['2026-05-04/2026-05-07 whole Mme Rose']],
    ['Mardi 5 mai\nMme Rose : jusqu’à jeudi', ['2026-05-05/2026-05-07 whole Mme Rose']],
    ['M. Petit, mercredi 6, M2', ['2026-05-06 M2 M. Petit']],
    ['Jeudi : Mme Roux 8h-10h, M. Noé M3', ['2026-05-07 08:00-10:00 Mme Roux', '2026-05-07 M3 M. Noé']],
    ['Demain : M. Noé', ['2026-05-05 whole M. Noé']],
  ])('has the next of the days that it names without a date, and it is told: « %s »', (line, expected) => {
    expect(lines(line)).toEqual(expected);
    expect(codes(textBlocks(line), 'absences/a.txt')).toContain('absence-weekday');
  });

  it('begin on the day of their list where only their end is said', () => {
    const until = (path: string, text: string) => absences(textBlocks(text), path);
    const line = 'Mme Rose absente jusqu’au 7 mai';
    expect(until('absences/5 mai.txt', line)).toEqual(['2026-05-05/2026-05-07 whole Mme Rose']);
    expect(until('Absences du 6 au 12 mai.txt', line)).toEqual(['2026-05-06/2026-05-07 whole Mme Rose']);
    expect(until('absences/a.txt', `Mardi 5 mai\n${line}`)).toEqual(['2026-05-05/2026-05-07 whole Mme Rose']);
    expect(until('absences/a.txt', line)).toEqual(['null/2026-05-07 whole Mme Rose']);
    expect(until('absences/12 mai.txt', line)).toEqual(['null/2026-05-07 whole Mme Rose']);
    const table = [
      tableOf([
        ['Nom', 'Absent jusqu’au'],
        ['Mme Rose', '7 mai'],
      ]),
    ];
    expect(absences(table, 'absences/5 mai.xlsx')).toEqual(['2026-05-05/2026-05-07 whole Mme Rose']);
  });

  it.each(['Tél. secrétariat 03 44 00 00 00', 'Vie scolaire : 03 44 00 00 00', 'Secrétariat : poste 12'])(
    'names nobody who only answers the telephone, and it is told: « %s »',
    (contact) => {
      const text = `Mardi 5 mai\nM. Noé 8h-10h\n${contact}`;
      expect(lines(text)).toEqual(['2026-05-05 08:00-10:00 M. Noé']);
      expect(codes(textBlocks(text), 'absences/a.txt')).toEqual(['absence-reason']);
    },
  );

  it('has the weekdays of the week of its title, and nothing is to be told', () => {
    const text = 'Absences du 11 au 15 mai\nM. Noé : lundi et mardi, journée\nMme Roux jeudi 8h-10h';
    expect(lines(text)).toEqual(['2026-05-11 whole M. Noé', '2026-05-14 08:00-10:00 Mme Roux']);
    expect(noticed(text)[0]?.when.ranges).toMatchObject([{ from: '2026-05-11' }, { from: '2026-05-12' }]);
    expect(codes(textBlocks(text), 'absences/a.txt')).toEqual([]);
  });

  it.each(['Semaine du 11 au 15 mai', 'Semaine du 11 mai', 'Semaine 20', 'Du 11 au 15 mai'])(
    'has the weekdays of the week that a line names, which is nobody: « %s »',
    (week) => {
      const text = `${week}\nLundi : M. Noé 8h-10h\nJeudi\nMme Roux 8h-10h`;
      expect(lines(text)).toEqual(['2026-05-11 08:00-10:00 M. Noé', '2026-05-14 08:00-10:00 Mme Roux']);
      expect(codes(textBlocks(text), 'absences/a.txt')).toEqual([]);
    },
  );

  it('is of the day that its name says, be it a weekday or tomorrow', () => {
    const text = textBlocks('Mme Roux, 8h-10h');
    expect(absences(text, 'Absences jeudi.txt')).toEqual(['2026-05-07 08:00-10:00 Mme Roux']);
    expect(absences(text, 'Absents demain.txt')).toEqual(['2026-05-05 08:00-10:00 Mme Roux']);
    expect(codes(text, 'Absents demain.txt')).toEqual(['absence-weekday']);
  });

  it('names several persons before the hours that all of them have', () => {
    expect(lines('Mardi 5 mai\nMme Roux, M. Noé, Mme Rose : 8h-10h')).toEqual([
      '2026-05-05 08:00-10:00 Mme Roux',
      '2026-05-05 08:00-10:00 M. Noé',
      '2026-05-05 08:00-10:00 Mme Rose',
    ]);
  });

  it('drops no word', () => {
    expect(lines('Mardi 5 mai\nM. Noé 8h-10h, 6e A et B, bus 7')).toEqual([
      '2026-05-05 08:00-10:00 M. Noé 6e A # B, bus 7',
    ]);
  });

  it('each line may have its own days', () => {
    expect(lines('Mme Roux mardi 5 mai de 8h à 10h\nM. Noé absent du 5 au 7 mai')).toEqual([
      '2026-05-05 08:00-10:00 Mme Roux',
      '2026-05-05/2026-05-07 whole M. Noé',
    ]);
  });

  it('may begin with their days', () => {
    expect(lines('Du 5 au 7 mai : Mme Roux\n06/05 - M. Noé 10h-12h, 6e A\nMardi 5 mai : M. Petit')).toEqual([
      '2026-05-05/2026-05-07 whole Mme Roux',
      '2026-05-06 10:00-12:00 M. Noé 6e A',
      '2026-05-05 whole M. Petit',
    ]);
  });

  it('of those who are there are not shown, and it is told', () => {
    const text = 'Mardi 5 mai\nMme Roux, 8h-10h\nM. Vert n’est plus absent\nMme Rose : présente l’après-midi';
    expect(lines(text)).toEqual(['2026-05-05 08:00-10:00 Mme Roux']);
    expect(codes(textBlocks(text), 'absences/mardi.txt')).toEqual(['absence-words']);
  });

  it('are no absences in another folder', () => {
    expect(absences(textBlocks('Mme Roux, 8h-10h, 6e A'), 'infos/lundi.txt')).toEqual([]);
  });
});

describe('a table of absences', () => {
  const table = (heading: readonly string[], row: readonly string[]) => tableOf([heading, row]);

  it('has the next of the weekdays that stand without a date, and it is told', () => {
    const blocks = [
      lineOf('Professeurs absents'),
      table(['Nom', 'Jour', 'Heures'], ['Mme Roux', 'jeudi matin', 'M1 M2']),
    ];
    expect(absences(blocks)).toEqual(['2026-05-07 -12:00 Mme Roux']);
    expect(codes(blocks)).toContain('absence-weekday');
  });

  it('has the weekdays of the week that its name says', () => {
    const blocks = [table(['Nom', 'Jour', 'Heures'], ['Mme Roux', 'jeudi', '8h-10h'])];
    expect(absences(blocks, 'Absences S20.docx')).toEqual(['2026-05-14 08:00-10:00 Mme Roux']);
    expect(codes(blocks, 'Absences S20.docx')).toEqual([]);
  });

  it('has the day of the row above where none is written, as where cells were merged, and it is told', () => {
    const rows = tableOf([
      ['Jour', 'Nom', 'Heures'],
      ['lundi', 'Mme Roux', '8h-10h'],
      ['', 'M. Noé', '14h-15h'],
      ['mardi', 'Mme Rose', '9h-10h'],
    ]);
    expect(absences([rows], 'Absences S20.docx')).toEqual([
      '2026-05-11 08:00-10:00 Mme Roux',
      '2026-05-11 14:00-15:00 M. Noé',
      '2026-05-12 09:00-10:00 Mme Rose',
    ]);
    expect(codes([rows], 'Absences S20.docx')).toEqual(['absence-day-above']);
    // Under a title of one day, that day is meant.
    expect(absences([TITLE, rows])[1]).toBe('2026-05-05 14:00-15:00 M. Noé');
  });

  it('tells of columns whose heading says nothing to it', () => {
    const blocks = [TITLE, table(['Nom', 'Heures', 'Étage', ''], ['Mme Roux', '8h-10h', '2', 'bus'])];
    expect(read(blocks)?.faults).toMatchObject([
      { code: 'absence-columns', message: expect.stringMatching(/«.Étage.» et «.bus.»/u) },
    ]);
  });

  it('ends before sums and remarks, which are told and no persons', () => {
    const rows = tableOf([
      ['Nom', 'Heures'],
      ['Mme Roux', '8h-10h'],
      ['Total : 1 absent', ''],
      ['* sous réserve', ''],
    ]);
    const blocks = [TITLE, rows];
    expect(absences(blocks)).toEqual(['2026-05-05 08:00-10:00 Mme Roux']);
    expect(read(blocks)?.faults).toMatchObject([
      { code: 'absence-words', message: expect.stringMatching(/Total.*sous réserve/u) },
    ]);
  });

  it('has hours from one to the other column under « Horaires »', () => {
    const blocks = [
      TITLE,
      tableOf([
        ['Nom', { text: 'Horaires', columns: 2 }],
        ['Mme Roux', '8h', '10h'],
      ]),
    ];
    expect(absences(blocks)).toEqual(['2026-05-05 08:00-10:00 Mme Roux']);
  });

  it('names each person in full', () => {
    const blocks = [TITLE, table(['Nom', 'Prénom', 'Heures'], ['ROUX', 'Anne', '8h-10h'])];
    expect(absences(blocks)).toEqual(['2026-05-05 08:00-10:00 ROUX Anne']);
  });
});

describe('a grid of absences', () => {
  const WEEK = lineOf('Professeurs absents du 4 au 7 mai 2026');

  it('has days across and persons down', () => {
    const blocks = [
      WEEK,
      tableOf([
        ['', 'Lundi 4', 'Mardi', 'Jeudi 7 mai'],
        ['Mme Roux', 'M1-M4', 'Journée', ''],
        ['M. Noé', '', '8h-10h', 'X'],
        ['BLIN', '6e A, 6e B', '-', 'le matin'],
      ]),
    ];
    expect(absences(blocks)).toEqual([
      '2026-05-04 M1-M4 Mme Roux',
      '2026-05-05 whole Mme Roux',
      '2026-05-05 08:00-10:00 M. Noé',
      '2026-05-07 whole M. Noé',
      '2026-05-04 whole BLIN 6e A, 6e B',
      '2026-05-07 -12:00 BLIN',
    ]);
    expect(codes(blocks)).toEqual(['absence-hour', 'absence-no-hour']);
  });

  it('tells of its days where no title names their week', () => {
    const blocks = [
      lineOf('Professeurs absents'),
      tableOf([
        ['', 'Jeudi', 'Vendredi'],
        ['Mme Roux', 'X', 'X'],
      ]),
    ];
    expect(absences(blocks)).toEqual(['2026-05-07 whole Mme Roux', '2026-05-08 whole Mme Roux']);
    expect(codes(blocks)).toEqual(['absence-weekday']);
  });

  it('has lessons or hours across, for one day', () => {
    const blocks = [
      TITLE,
      tableOf([
        ['Professeur', 'M1', 'M2', 'M3', 'S1', 'S2'],
        ['Mme Roux', 'X', 'X', 'X', '', ''],
        ['M. Noé', '', '5C', '', 'x', ''],
      ]),
      tableOf([
        ['Professeur', '8h-9h', '9h-10h', '10h-11h'],
        ['M. Blin', '', 'X', 'X'],
      ]),
    ];
    expect(absences(blocks)).toEqual([
      '2026-05-05 M1 à M3 Mme Roux',
      '2026-05-05 M2 M. Noé 5C',
      '2026-05-05 S1 M. Noé',
      '2026-05-05 09:00-11:00 M. Blin',
    ]);
  });

  it('may have its day above the names', () => {
    const blocks = [
      tableOf([
        ['Absences du mercredi 6 mai 2026', 'M1', 'M2', 'M3'],
        ['Mme Roux', 'X', 'X', ''],
      ]),
    ];
    expect(absences(blocks)).toEqual(['2026-05-06 M1 à M2 Mme Roux']);
    expect(codes(blocks)).not.toContain('absence-today');
  });

  it('has days across and persons in its cells', () => {
    const blocks = [
      WEEK,
      tableOf([
        ['', 'Lundi 4 mai', 'Mardi 5 mai'],
        ['Matin', 'Mme Roux\nM. Noé (M3 M4)', 'M. Blin, remplacé par Mme Rose'],
        ['14h-16h', 'Mme Le Goff', ''],
      ]),
    ];
    expect(absences(blocks)).toEqual([
      '2026-05-04 -12:00 Mme Roux',
      '2026-05-04 M3 M4 M. Noé',
      '2026-05-05 -12:00 M. Blin > Mme Rose',
      '2026-05-04 14:00-16:00 Mme Le Goff',
    ]);
  });

  it('shows no reason', () => {
    const blocks = [
      WEEK,
      tableOf([
        ['', 'Lundi 4 mai', 'Mardi 5 mai'],
        ['Mme Roux', 'congé maladie', ''],
      ]),
    ];
    expect(absences(blocks)).toEqual(['2026-05-04 whole Mme Roux']);
    expect(codes(blocks)).toEqual(['absence-reason']);
  });

  it.each([
    ['of pupils', ['Élèves', 'Lundi 4 mai', 'Mardi 5 mai'], ['Paul', 'X', '']],
    ['with other words in a cell', ['', 'Lundi 4 mai', 'Mardi 5 mai'], ['Mme Roux', 'surveille le devoir', '']],
    ['without the name of a person', ['', 'Lundi 4 mai', 'Mardi 5 mai'], ['6e A', 'X', '']],
  ])('%s is a table that is shown as it stands', (_what, heading, row) => {
    expect(read([WEEK, tableOf([heading, row])])).toBeNull();
  });

  it('is none without a word of absence', () => {
    expect(
      read([
        lineOf('Semaine du 4 mai'),
        tableOf([
          ['', 'Lundi 4', 'Mardi 5'],
          ['Mme Roux', 'M1', 'M2'],
        ]),
      ]),
    ).toBeNull();
  });
});

describe('words around a list of absences', () => {
  const list = tableOf([
    ['Professeur', 'Heures'],
    ['Mme Roux', '8h-10h'],
  ]);

  it('are told beside a table, but for its title', () => {
    const blocks = [TITLE, list, lineOf('La sortie au musée est maintenue.')];
    expect(absences(blocks)).toEqual(['2026-05-05 08:00-10:00 Mme Roux']);
    expect(read(blocks)?.faults.map(({ message }) => message.replaceAll(/\p{Zs}/gu, ' '))).toEqual([
      'Seules les absences de ce fichier sont montrées, sans « La sortie au musée est maintenue. ».',
    ]);
  });

  it('are told among lines', () => {
    const blocks = textBlocks('Absences du 5 mai\nvoir la vie scolaire\nMme Roux, 8h-10h');
    expect(absences(blocks, 'absences/a.txt')).toEqual(['2026-05-05 08:00-10:00 Mme Roux']);
    expect(codes(blocks, 'absences/a.txt')).toEqual(['absence-words']);
  });
});

it('hundreds of tables under lines that speak of days and absences are read in no time', () => {
  const lines = Array.from({ length: 40 }, (_, at) => lineOf(`Séance ${at} du 5 mai 2026, à 14 h, après les absences`));
  const tables = Array.from({ length: 100 }, (_, at) =>
    tableOf([
      ['', 'Alpha', 'Bêta'],
      [`Chapitre ${at}`, '1', '2'],
    ]),
  );
  const before = computedMs();
  expect(read([...lines, ...tables])).toBeNull();
  expect(computedMs() - before).toBeLessThan(4_000);
});

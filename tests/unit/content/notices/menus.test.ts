import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../../../main/content/documents/table.ts';
import { markdownBlocks } from '../../../../main/content/kinds/text/markdown-blocks.ts';
import { readNotice } from '../../../../main/content/notices/read-notices.ts';
import { lineOf, tableOf, type Written } from '../../../support/tables.ts';

const read = (blocks: readonly DocumentBlock[], path = 'tableau.docx', written = '2026-04-30') =>
  readNotice(blocks, { zone: 'Europe/Paris', reference: Temporal.PlainDate.from(written), path });

/** « 2026-05-05 lunch »: « Entrée: Melon, Radis | Plat: Colin ». */
function menus(blocks: readonly DocumentBlock[], path?: string, written?: string): Record<string, string> {
  const notice = read(blocks, path, written);
  if (notice?.kind !== 'menu') return {};
  return Object.fromEntries(
    notice.meals.map(({ day, meal, courses }) => [
      meal === 'lunch' ? day : `${day} ${meal}`,
      courses.map(({ name, dishes }) => (name === undefined ? '' : `${name}: `) + dishes.join(', ')).join(' | '),
    ]),
  );
}

function codes(blocks: readonly DocumentBlock[], path?: string, written?: string): string[] {
  return read(blocks, path, written)?.faults.map(({ code }) => code) ?? ['none'];
}

const TITLE = lineOf('Menu du 4 au 8 mai 2026');
const DAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'];

/** Layouts that French canteens use, each with what its days say. */
const LAYOUTS: readonly (readonly [string, readonly DocumentBlock[], Readonly<Record<string, string>>])[] = [
  [
    'a day written above the first of its two columns',
    [
      TITLE,
      tableOf([
        ['', 'Lundi', '', 'Mardi', ''],
        ['Entrée', 'Melon', 'Radis', 'Salade', ''],
        ['Plat', 'Colin', 'Galette', 'Poulet', 'Omelette'],
      ]),
    ],
    {
      '2026-05-04': 'Entrée: Melon, Radis | Plat: Colin, Galette',
      '2026-05-05': 'Entrée: Salade | Plat: Poulet, Omelette',
    },
  ],
  [
    'a day written beside the first of its two rows',
    [
      TITLE,
      tableOf([
        ['', 'Entrée', 'Plat'],
        ['Lundi', 'Melon', 'Colin'],
        ['', 'Radis', 'Galette'],
        ['Mardi', 'Salade', 'Poulet'],
      ]),
    ],
    { '2026-05-04': 'Entrée: Melon, Radis | Plat: Colin, Galette', '2026-05-05': 'Entrée: Salade | Plat: Poulet' },
  ],
  [
    'names of courses behind the days',
    [
      TITLE,
      tableOf([
        ['Lundi', 'Mardi', 'Jeudi', ''],
        ['Melon', 'Salade', 'Radis', 'Entrée'],
        ['Colin', 'Poulet', 'Bœuf', 'Plat'],
      ]),
    ],
    {
      '2026-05-04': 'Entrée: Melon | Plat: Colin',
      '2026-05-05': 'Entrée: Salade | Plat: Poulet',
      '2026-05-07': 'Entrée: Radis | Plat: Bœuf',
    },
  ],
  [
    'a row of its own for « ou », under a course',
    [
      TITLE,
      tableOf([
        ['', 'Lundi', 'Mardi'],
        ['Entrée', 'Melon', 'Salade'],
        ['', 'ou', ''],
        ['', 'Radis', ''],
        ['Plat', 'Colin', 'Poulet'],
      ]),
    ],
    { '2026-05-04': 'Entrée: Melon ou Radis | Plat: Colin', '2026-05-05': 'Entrée: Salade | Plat: Poulet' },
  ],
  [
    'a row of its own for « ou », without courses',
    [
      TITLE,
      tableOf([
        ['Lundi', 'Mardi'],
        ['Melon', 'Salade'],
        ['ou', ''],
        ['Radis', 'Tomates'],
        ['Colin', 'Poulet'],
        ['(sans porc)', ''],
      ]),
    ],
    { '2026-05-04': 'Melon ou Radis | Colin (sans porc)', '2026-05-05': 'Salade | Tomates | Poulet' },
  ],
  [
    'days across, courses down, an empty corner',
    [
      TITLE,
      tableOf([
        ['', 'Lundi', 'Mardi', 'Jeudi'],
        ['Entrée', 'Melon', '', 'Radis'],
        ['Plat', 'Colin', 'Poulet', 'Bœuf'],
      ]),
    ],
    {
      '2026-05-04': 'Entrée: Melon | Plat: Colin',
      '2026-05-05': 'Plat: Poulet',
      '2026-05-07': 'Entrée: Radis | Plat: Bœuf',
    },
  ],
  [
    'days down, courses across',
    [
      TITLE,
      tableOf([
        ['', 'Entrées', 'PLAT CHAUD', 'Dessert'],
        ['Lundi 4', 'Melon', 'Colin', 'Flan'],
        ['Mardi 5', 'Radis', '', 'Kiwi'],
      ]),
    ],
    { '2026-05-04': 'Entrée: Melon | Plat: Colin | Dessert: Flan', '2026-05-05': 'Entrée: Radis | Dessert: Kiwi' },
  ],
  [
    'days across without names of courses',
    [
      TITLE,
      tableOf([
        ['Lundi', 'Mardi'],
        ['Melon', 'Radis'],
        ['Colin\nRiz', 'Poulet'],
        ['', 'Flan'],
      ]),
    ],
    { '2026-05-04': 'Melon | Colin, Riz', '2026-05-05': 'Radis | Poulet | Flan' },
  ],
  [
    'the title as a merged first row',
    [
      tableOf([
        [{ text: 'MENUS DE LA SEMAINE DU 4 AU 8 MAI 2026', columns: 3 }],
        ['', 'Lundi', 'Mardi'],
        ['Plat', 'Colin', 'Poulet'],
      ]),
    ],
    { '2026-05-04': 'Plat: Colin', '2026-05-05': 'Plat: Poulet' },
  ],
  [
    'a dish for several days, and a course over several rows',
    [
      TITLE,
      tableOf([['', 'Lundi', 'Mardi'], [{ text: 'Plat', rows: 2 }, 'Colin', 'Poulet'], [{ text: 'Riz', columns: 2 }]]),
    ],
    { '2026-05-04': 'Plat: Colin, Riz', '2026-05-05': 'Plat: Poulet, Riz' },
  ],
  [
    'a day off merged down',
    [
      TITLE,
      tableOf([
        ['', 'Jeudi', 'Vendredi'],
        ['Entrée', 'Melon', { text: 'FÉRIÉ', rows: 2 }],
        ['Plat', 'Colin'],
      ]),
    ],
    { '2026-05-07': 'Entrée: Melon | Plat: Colin' },
  ],
  [
    'days without a meal, and what canteens write under their menus in the first column',
    [
      TITLE,
      tableOf([
        ['Lundi', 'Mardi', 'Mercredi', 'Jeudi'],
        ['Melon\nAllergènes : aucun', 'Radis', 'Pas de service', 'ASCENSION'],
        ['Colin', 'Poulet'],
        ['Allergènes : gluten, lait'],
      ]),
    ],
    { '2026-05-04': 'Melon | Colin', '2026-05-05': 'Radis | Poulet' },
  ],
  [
    'noon and evening as rows over the whole table',
    [
      TITLE,
      tableOf([
        ['', 'Lundi', 'Mardi'],
        [{ text: 'Midi', columns: 3 }],
        ['Plat', 'Colin', 'Poulet'],
        [{ text: 'Soir', columns: 3 }],
        ['Plat', 'Soupe', 'Pizza'],
      ]),
    ],
    {
      '2026-05-04': 'Plat: Colin',
      '2026-05-05': 'Plat: Poulet',
      '2026-05-04 dinner': 'Plat: Soupe',
      '2026-05-05 dinner': 'Plat: Pizza',
    },
  ],
  [
    'noon and evening as a merged first column',
    [
      TITLE,
      tableOf([
        ['', '', 'Lundi', 'Mardi'],
        [{ text: 'Midi', rows: 2 }, 'Entrée', 'Melon', 'Radis'],
        ['Plat', 'Colin', 'Poulet'],
        ['Soir', 'Plat', 'Soupe', 'Pizza'],
      ]),
    ],
    {
      '2026-05-04': 'Entrée: Melon | Plat: Colin',
      '2026-05-05': 'Entrée: Radis | Plat: Poulet',
      '2026-05-04 dinner': 'Plat: Soupe',
      '2026-05-05 dinner': 'Plat: Pizza',
    },
  ],
  [
    'noon and evening under each day',
    [
      TITLE,
      tableOf([
        ['', { text: 'Lundi', columns: 2 }, { text: 'Mardi', columns: 2 }],
        ['', 'Midi', 'Soir', 'Midi', 'Soir'],
        ['Plat', 'Colin', 'Soupe', 'Poulet', 'Pizza'],
      ]),
    ],
    {
      '2026-05-04': 'Plat: Colin',
      '2026-05-04 dinner': 'Plat: Soupe',
      '2026-05-05': 'Plat: Poulet',
      '2026-05-05 dinner': 'Plat: Pizza',
    },
  ],
  [
    'days down over two rows, noon and evening',
    [
      TITLE,
      tableOf([
        ['Jour', 'Repas', 'Entrée', 'Plat'],
        [{ text: 'Lundi', rows: 2 }, 'Midi', 'Melon', 'Colin'],
        ['Soir', 'Soupe', 'Quiche'],
        [{ text: 'Mardi', rows: 2 }, 'Midi', 'Radis', 'Poulet'],
        ['Soir', 'Salade', 'Pizza'],
      ]),
    ],
    {
      '2026-05-04': 'Entrée: Melon | Plat: Colin',
      '2026-05-04 dinner': 'Entrée: Soupe | Plat: Quiche',
      '2026-05-05': 'Entrée: Radis | Plat: Poulet',
      '2026-05-05 dinner': 'Entrée: Salade | Plat: Pizza',
    },
  ],
  [
    'a box a day, its dishes in its own cell',
    [
      lineOf('Restaurant scolaire'),
      tableOf([['LUNDI 4 MAI 2026\nMelon\nColin', 'MARDI 5 MAI 2026\nRadis\nou\nConcombre\nPoulet']]),
    ],
    { '2026-05-04': 'Melon, Colin', '2026-05-05': 'Radis ou Concombre, Poulet' },
  ],
  [
    'weeks across, days down, all dishes in a cell',
    [
      lineOf('Cantine'),
      tableOf([
        ['Semaine', 'Du 4 au 8 mai 2026', 'Du 11 au 15 mai 2026'],
        ['LUNDI', 'Melon\nColin', 'Taboulé'],
        ['MARDI', 'Radis', 'Pâté\nSteak'],
      ]),
    ],
    { '2026-05-04': 'Melon, Colin', '2026-05-05': 'Radis', '2026-05-11': 'Taboulé', '2026-05-12': 'Pâté, Steak' },
  ],
  [
    'a month, days down with their numbers',
    [
      lineOf('Menus de mai 2026'),
      tableOf([
        ['', 'Entrée', 'Plat'],
        ['lundi 4', 'Melon', 'Colin'],
        ['mardi 5', 'Radis', 'Poulet'],
        ['', '', ''],
        ['lundi 11', 'Taboulé', 'Rôti'],
      ]),
    ],
    {
      '2026-05-04': 'Entrée: Melon | Plat: Colin',
      '2026-05-05': 'Entrée: Radis | Plat: Poulet',
      '2026-05-11': 'Entrée: Taboulé | Plat: Rôti',
    },
  ],
  [
    'two weeks one below the other, each with its own days',
    [
      lineOf('Self'),
      tableOf([
        ['', 'Lundi 04/05', 'Mardi 05/05'],
        ['Plat', 'Colin', 'Poulet'],
        ['', 'Lundi 11/05', 'Mardi 12/05'],
        ['Plat', 'Rôti', 'Pizza'],
      ]),
    ],
    {
      '2026-05-04': 'Plat: Colin',
      '2026-05-05': 'Plat: Poulet',
      '2026-05-11': 'Plat: Rôti',
      '2026-05-12': 'Plat: Pizza',
    },
  ],
  [
    'courses within the cells',
    [
      TITLE,
      tableOf([
        ['Lundi', 'Mardi'],
        ['Entrée : Melon\nPlat : Colin\nGoûter : Pain', 'Entrée : Radis\nDessert : Flan'],
      ]),
    ],
    { '2026-05-04': 'Entrée: Melon | Plat: Colin | Goûter: Pain', '2026-05-05': 'Entrée: Radis | Dessert: Flan' },
  ],
  [
    'two menus a day, side by side',
    [
      TITLE,
      tableOf([
        ['', { text: 'Lundi', columns: 2 }, { text: 'Mardi', columns: 2 }],
        ['', 'Classique', 'Végétarien', 'Classique', 'Végétarien'],
        ['Plat', 'Colin', 'Omelette', 'Poulet', 'Tofu'],
      ]),
    ],
    {
      '2026-05-04': 'Plat: Classique : Colin, Végétarien : Omelette',
      '2026-05-05': 'Plat: Classique : Poulet, Végétarien : Tofu',
    },
  ],
  [
    'a table of Markdown',
    markdownBlocks(
      '# Cantine, semaine 19\n\n| | Lundi | Mardi |\n|---|---|---|\n| Plat | Colin | |\n| Dessert | | Flan |\n',
    ),
    { '2026-05-04': 'Plat: Colin', '2026-05-05': 'Dessert: Flan' },
  ],
];

describe('a column beside each day that is of none', () => {
  it('is the name of no course: what it says is told and not shown', () => {
    const blocks = [
      TITLE,
      tableOf([
        ['', 'Lundi', 'Allergènes', 'Mardi', 'Allergènes'],
        ['Entrée', 'Melon', '-', 'Salade', 'moutarde'],
        ['Dessert', 'Flan', 'lait', 'Pomme', ''],
      ]),
    ];
    expect(menus(blocks)).toEqual({
      '2026-05-04': 'Entrée: Melon | Dessert: Flan',
      '2026-05-05': 'Entrée: Salade | Dessert: Pomme',
    });
    expect(read(blocks)?.faults).toMatchObject([
      { code: 'menu-notes', message: expect.stringMatching(/moutarde.*lait/u) },
    ]);
  });
});

it.each(['Allergènes', 'Nb repas', 'Effectif', 'Prix'])('« %s » is no course: it is told and not shown', (name) => {
  const blocks = [
    TITLE,
    tableOf([
      ['Jour', 'Plat', name],
      ['Lundi', 'Colin', '12'],
      ['Mardi', 'Poulet', '13'],
    ]),
  ];
  expect(menus(blocks)).toEqual({ '2026-05-04': 'Plat: Colin', '2026-05-05': 'Plat: Poulet' });
  expect(read(blocks)?.faults).toMatchObject([{ code: 'menu-notes', message: expect.stringContaining(name) }]);
});

describe('a table of several weeks', () => {
  const MAY = { '2026-05-04': 'Colin', '2026-05-05': 'Poulet', '2026-05-11': 'Rôti', '2026-05-12': 'Galette' };

  it.each([
    ['the column « Semaine » holds numbers', 'Semaine', ['19', '20']],
    ['the column « N° de semaine » holds numbers', 'N° de semaine', ['S19', 'S20']],
    ['the column « Sem. » holds days', 'Sem.', ['04/05 - 08/05', '11/05 – 15/05']],
    ['the column « Semaine du » holds Mondays', 'Semaine du', ['4 mai', '11 mai']],
    ['the column « Semaine du » holds Mondays in figures', 'Semaine du', ['04/05', '11/05']],
  ])('%s: each row is of its week, and the guessed year is told', (_name, heading, [first = '', second = '']) => {
    const table = tableOf([
      [heading, 'Lundi', 'Mardi'],
      [first, 'Colin', 'Poulet'],
      [second, 'Rôti', 'Galette'],
    ]);
    expect(menus([lineOf('Menus'), table])).toEqual(MAY);
    expect(codes([lineOf('Menus'), table])).toEqual(['menu-year']);
  });

  it('more Mondays down than weekdays across are still weeks', () => {
    const weeks = ['04/05', '11/05', '18/05', '25/05', '01/06'];
    const table = tableOf([['Semaine du', 'Lundi', 'Mardi'], ...weeks.map((week) => [week, `L ${week}`, `M ${week}`])]);
    const days = menus([lineOf('Menus'), table]);
    expect(Object.keys(days)).toHaveLength(10);
    expect(days['2026-06-02']).toBe('M 01/06');
  });

  it.each([
    ['beside the days', 'Semaine', '19', '20'],
    ['beside the days, without a heading', '', 'S19', 'S20'],
    ['beside the days, as its Monday', 'Semaine du', '04/05', '11/05'],
    ['beside the days, as its Monday with the year', 'Semaine du', '04/05/2026', '11/05/2026'],
  ])('days down with the week %s', (_name, heading, first, second) => {
    const table = tableOf([
      [heading, 'Jour', 'Plat'],
      [first, 'Lundi', 'Colin'],
      ['', 'Mardi', 'Poulet'],
      [second, 'Lundi', 'Rôti'],
      ['', 'Mardi', 'Galette'],
    ]);
    expect(Object.values(menus([lineOf('Menus'), table]))).toEqual(Object.values(MAY).map((dish) => `Plat: ${dish}`));
    expect(Object.keys(menus([lineOf('Menus'), table]))).toEqual(Object.keys(MAY));
  });

  it('the column of weeks may stand behind that of the days', () => {
    const table = tableOf([
      ['Jour', 'Semaine', 'Plat'],
      ['Lundi', '19', 'Colin'],
      ['Mardi', '19', 'Poulet'],
      ['Lundi', '20', 'Rôti'],
    ]);
    expect(menus([lineOf('Menus'), table])).toEqual({
      '2026-05-04': 'Plat: Colin',
      '2026-05-05': 'Plat: Poulet',
      '2026-05-11': 'Plat: Rôti',
    });
  });

  it.each([
    ['Semaine 19', 'Semaine 20'],
    ['S19', 'S20'],
    ['Du 4 au 8 mai', 'Du 11 au 15 mai'],
    ['Semaine du 4 mai', 'Semaine du 11 mai'],
  ])('« %s » and « %s » before their days are no two dishes of one day', (first, second) => {
    const table = tableOf([
      [first, 'Lundi', 'Mardi'],
      ['Plat', 'Colin', 'Poulet'],
      [second, 'Lundi', 'Mardi'],
      ['Plat', 'Rôti', 'Galette'],
    ]);
    const plats = Object.fromEntries(Object.entries(MAY).map(([day, dish]) => [day, `Plat: ${dish}`]));
    expect(menus([lineOf('Menus'), table])).toEqual(plats);
  });

  it('that it does not name is told, and its dishes are not among those of the first', () => {
    const table = tableOf([
      ['', 'Lundi', 'Mardi'],
      ['Entrée', 'Melon', 'Salade'],
      ['Plat', 'Colin', 'Poulet'],
      ['', 'Lundi', 'Mardi'],
      ['Entrée', 'Radis', 'Tomates'],
      ['Plat', 'Rôti', 'Galette'],
    ]);
    expect(menus([TITLE, table])).toEqual({
      '2026-05-04': 'Entrée: Melon | Plat: Colin',
      '2026-05-05': 'Entrée: Salade | Plat: Poulet',
    });
    expect(codes([TITLE, table])).toEqual(['menu-twice', 'menu-twice']);
  });

  it('is one week where its days stand again above other courses, as on another page', () => {
    const table = tableOf([
      ['', 'Lundi', 'Mardi'],
      ['Plat', 'Colin', 'Poulet'],
      ['', 'Lundi', 'Mardi'],
      ['Dessert', 'Pomme', 'Flan'],
    ]);
    expect(menus([TITLE, table])).toEqual({
      '2026-05-04': 'Plat: Colin | Dessert: Pomme',
      '2026-05-05': 'Plat: Poulet | Dessert: Flan',
    });
  });

  it('days across under two weeks', () => {
    const table = tableOf([
      ['', 'Semaine 19', '', 'Semaine 20', ''],
      ['', 'Lundi', 'Mardi', 'Lundi', 'Mardi'],
      ['Plat', 'Colin', 'Poulet', 'Rôti', 'Galette'],
    ]);
    expect(menus([lineOf('Menus'), table])['2026-05-12']).toBe('Plat: Galette');
  });

  it('a week in all cells of a row is no dish of the week above it', () => {
    const week = (name: string, dish: string): string[][] => [
      [name, name, name],
      ['', 'Lundi', 'Mardi'],
      ['Plat', `L ${dish}`, `M ${dish}`],
    ];
    const table = tableOf([...week('Semaine 19', 'Colin'), ...week('Semaine 20', 'Rôti')]);
    expect(menus([lineOf('Menus'), table])).toEqual({
      '2026-05-04': 'Plat: L Colin',
      '2026-05-05': 'Plat: M Colin',
      '2026-05-11': 'Plat: L Rôti',
      '2026-05-12': 'Plat: M Rôti',
    });
  });
});

describe('the menu of a week', () => {
  it.each(LAYOUTS)('%s: each dish stays under its day', (_name, blocks, days) => {
    expect(menus(blocks)).toEqual(days);
  });

  it.each([
    ['the name of the file', [], 'Menu du 4 au 8 mai 2026.xlsx'],
    ['the name of the folder', [], 'cantine/S19.xlsx'],
    ['the number of the week', [lineOf('Menus – semaine 19')], 'a.xlsx'],
  ])('%s says of which week it is', (_name, above, path) => {
    const table = tableOf([
      ['Lundi', 'Mardi'],
      ['Colin', 'Poulet'],
    ]);
    expect(menus([...above, table], path)).toEqual({ '2026-05-04': 'Colin', '2026-05-05': 'Poulet' });
  });

  it('without a year it is that in which the weekdays are right, and that is told', () => {
    const table = tableOf([
      ['', 'Lundi 4 mai', 'Mardi 5 mai'],
      ['Plat', 'Colin', 'Poulet'],
    ]);
    expect(Object.keys(menus([table]))).toEqual(['2026-05-04', '2026-05-05']);
    expect(codes([table])).toEqual(['menu-year']);
  });

  it('a title in figures without a year has none: the year is guessed, and that is told', () => {
    const table = tableOf([
      ['', 'Mardi 4', 'Mercredi 5'],
      ['Plat', 'Colin', 'Poulet'],
    ]);
    const title = lineOf('Menu du 03/05 au 07/05');
    expect(Object.keys(menus([title, table]))).toEqual(['2027-05-04', '2027-05-05']);
    expect(codes([title, table])).toEqual(['menu-year']);
  });

  it('without any date it is that of the week in which it was written, or the next at its end, and that is told', () => {
    const table = tableOf([
      ['', 'Lundi', 'Mardi'],
      ['Plat', 'Colin', 'Poulet'],
    ]);
    expect(Object.keys(menus([table], 'menu.docx', '2026-05-05'))).toEqual(['2026-05-04', '2026-05-05']);
    expect(Object.keys(menus([table], 'menu.docx', '2026-05-01'))).toEqual(['2026-05-04', '2026-05-05']);
    expect(codes([table])).toEqual(['menu-week']);
  });

  it('of another year it keeps its days, which are over, and a sentence says so', () => {
    const table = tableOf([
      ['', 'Lundi', 'Mardi'],
      ['Plat', 'Colin', 'Poulet'],
    ]);
    const written = [lineOf('Menu du 5 au 9 mai 2025'), table];
    const unwritten = [
      tableOf([
        ['', 'Lundi 5 mai', 'Mardi 6 mai'],
        ['Plat', 'Colin', 'Poulet'],
      ]),
    ];
    for (const blocks of [written, unwritten]) {
      expect(menus(blocks)).toEqual({ '2025-05-05': 'Plat: Colin', '2025-05-06': 'Plat: Poulet' });
      expect(codes(blocks)).toContain('menu-other-year');
    }
  });

  it('a day whose weekday is wrong is left out, and named', () => {
    const table = tableOf([
      ['', 'Lundi 4 mai 2026', 'Mardi 6 mai 2026'],
      ['Plat', 'Colin', 'Poulet'],
    ]);
    expect(Object.keys(menus([table]))).toEqual(['2026-05-04']);
    expect(codes([table])).toEqual(['menu-weekday']);
  });

  it('of two menus for one day the first is shown, and that is told', () => {
    const table = (dish: string) =>
      tableOf([
        ['', 'Lundi', 'Mardi'],
        ['Plat', dish, ''],
      ]);
    expect(menus([TITLE, table('Colin'), table('Rôti')])).toEqual({ '2026-05-04': 'Plat: Colin' });
    expect(codes([TITLE, table('Colin'), table('Rôti')])).toEqual(['menu-twice']);
  });

  it('words that belong to no day are told, and not shown as dishes', () => {
    const table = tableOf([
      ['', 'Lundi', 'Mardi'],
      ['Plat', 'Colin', 'Poulet'],
      [{ text: 'Viandes françaises', columns: 3 }],
    ]);
    expect(menus([TITLE, table])['2026-05-05']).toBe('Plat: Poulet');
    expect(codes([TITLE, table])).toEqual(['menu-notes']);
  });

  it.each([
    [
      'a timetable',
      [
        lineOf('Emploi du temps'),
        tableOf([
          ['', 'Lundi', 'Mardi'],
          ['8 h', 'Maths', 'EPS'],
          ['9 h', 'SVT', ''],
        ]),
      ],
    ],
    [
      'a timetable of a canteen',
      [
        lineOf('Service du self'),
        tableOf([
          ['', 'Lundi', 'Mardi'],
          ['11h30', '6e', '5e'],
          ['12h', '4e', '3e'],
        ]),
      ],
    ],
    [
      'a rota',
      [
        lineOf('Clubs'),
        tableOf([
          ['', 'Lundi', 'Mardi'],
          ['CDI', 'Échecs', 'Théâtre'],
        ]),
      ],
    ],
    [
      'a table without days',
      [
        TITLE,
        tableOf([
          ['Entrée', 'Plat'],
          ['Melon', 'Colin'],
        ]),
      ],
    ],
  ])('%s is no menu', (_name, blocks) => {
    expect(read(blocks)).toBeNull();
  });

  it('random menus keep each dish under its day, across and down, empty and merged cells too', () => {
    const width = 5;
    const row = fc.array(fc.record({ empty: fc.boolean(), across: fc.nat(2) }), { minLength: width, maxLength: width });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.boolean(), (seeds, isDown) => {
        const expected = new Map<string, string[]>();
        const rows = seeds.map((seed, at): { left: number; wide: number; text: string }[] => {
          const cells = [];
          for (let left = 0; left < width; ) {
            const wide = Math.min(1 + (seed[left]?.across ?? 0), width - left);
            const text = seed[left]?.empty ? '' : `Plat ${at + 1}${left + 1}`;
            for (let day = left; text !== '' && day < left + wide; day += 1)
              expected.set(`2026-05-0${4 + day}`, [...(expected.get(`2026-05-0${4 + day}`) ?? []), text]);
            cells.push({ left, wide, text });
            left += wide;
          }
          return cells;
        });
        const across: Written[][] = [
          ['', ...DAYS],
          ...rows.map((cells) => ['Plat', ...cells.map(({ text, wide }): Written => ({ text, columns: wide }))]),
        ];
        const down: Written[][] = [
          ['', ...rows.map(() => 'Plat')],
          ...DAYS.map((day, left) => [
            day,
            ...rows.flatMap((cells): Written[] =>
              cells.filter((cell) => cell.left === left).map(({ text, wide }) => ({ text, rows: wide })),
            ),
          ]),
        ];
        const found = menus([TITLE, tableOf(isDown ? down : across)]);
        expect(found).toEqual(
          Object.fromEntries(
            [...expected]
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([day, dishes]) => [day, `Plat: ${dishes.join(', ')}`]),
          ),
        );
      }),
    );
  });
});

it('a title without a year has that of the name of the file, where both name the same days', () => {
  const blocks = [
    lineOf('Menu du 10 au 14 mars'),
    tableOf([
      ['Lundi', 'Mardi'],
      ['Lasagnes', 'Colin'],
    ]),
  ];
  expect(menus(blocks, 'Menu du 10 au 14 mars 2031.docx')).toEqual({ '2031-03-10': 'Lasagnes', '2031-03-11': 'Colin' });
  expect(codes(blocks, 'Menu du 10 au 14 mars 2031.docx')).toEqual([]);
});

it('a cheese is no day off', () => {
  const table = tableOf([
    ['Lundi', 'Mardi', 'Jeudi', 'Vendredi'],
    ['Carottes', 'Salade', 'Pont-l’Évêque', 'Férié'],
    ['Pont l’Évêque', 'Yaourt de la ferme', 'Pomme', ''],
  ]);
  const days = menus([TITLE, table]);
  expect(Object.keys(days)).toEqual(['2026-05-04', '2026-05-05', '2026-05-07']);
  expect(Object.values(days).join()).toMatch(/Pont l’Évêque.*Yaourt de la ferme.*Pont-l’Évêque/u);
});

it('words and tables around a menu are told, but for its title and its days', () => {
  const table = tableOf([
    ['Lundi', 'Mardi'],
    ['Colin', 'Poulet'],
  ]);
  const allergens = tableOf([['Gluten', 'Lait']]);
  const blocks = [TITLE, table, lineOf('La cantine ferme jeudi à midi.'), allergens];
  expect(menus(blocks)).toEqual({ '2026-05-04': 'Colin', '2026-05-05': 'Poulet' });
  expect(read(blocks)?.faults.map(({ message }) => message.replaceAll(/\p{Zs}/gu, ' '))).toEqual([
    'Seuls les plats de ce menu sont montrés, sans « La cantine ferme jeudi à midi. » et « Gluten Lait ».',
  ]);
});

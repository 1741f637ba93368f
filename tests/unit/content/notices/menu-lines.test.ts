import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { markdownBlocks } from '../../../../main/content/kinds/text/markdown-blocks.ts';
import { textBlocks } from '../../../../main/content/kinds/text/text-blocks.ts';
import { readNotice } from '../../../../main/content/notices/read-notices.ts';

const read = (text: string, path = 'tableau.txt') =>
  readNotice(path.endsWith('.md') ? markdownBlocks(text) : textBlocks(text), {
    zone: 'Europe/Paris',
    reference: Temporal.PlainDate.from('2026-04-30'),
    path,
  });

/** « 2026-05-05 dinner » and its courses: « Entrée: Melon | Plat: Colin ». */
function menus(text: string, path?: string): Record<string, string> | null {
  const notice = read(text, path);
  if (notice?.kind !== 'menu') return null;
  return Object.fromEntries(
    notice.meals.map(({ day, meal, courses }) => [
      meal === 'lunch' ? day : `${day} ${meal}`,
      courses.map(({ name, dishes }) => (name === undefined ? '' : `${name}: `) + dishes.join(', ')).join(' | '),
    ]),
  );
}

const toldOf = (text: string): string[] =>
  read(text)?.faults.map(({ message }) => message.replaceAll(/\p{Zs}/gu, ' ')) ?? [];

it('is the menu of the one day of its title, with its courses', () => {
  const courses = 'Entrée : betteraves, melon\nPlat : pâtes bolognaise\nDessert : pomme\n';
  const wanted = { '2026-05-12': 'Entrée: betteraves, melon | Plat: pâtes bolognaise | Dessert: pomme' };
  expect(menus(`Menu du mardi 12 mai\n\n${courses}`)).toEqual(wanted);
  expect(menus(`Menu : 12 mai 2026\n\n${courses}Bon appétit !\n`)).toEqual(wanted);
  // No day, or lines that are no courses
  expect(menus(`Menu du chef\n\n${courses}`)).toBeNull();
  expect(menus('Menu du mardi 12 mai\n\nEntrée : par la cour\nTarif : 4 €\n')).toBeNull();
});

/** Menus that people write without a table, each with what its days say. */
const WRITTEN: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'a line a day',
    'Menu du 4 au 8 mai 2026\n\nLundi : carottes râpées, colin, riz (blanc, complet)\nMardi : melon, poulet',
    { '2026-05-04': 'carottes râpées, colin, riz (blanc, complet)', '2026-05-05': 'melon, poulet' },
  ],
  [
    'a day, and its dishes below it',
    'RESTAURANT SCOLAIRE\nSemaine du 4 au 8 mai 2026\n\nLUNDI 4 MAI\nMelon\nColin\n\nMARDI 5 MAI\nRadis\nPoulet, frites',
    { '2026-05-04': 'Melon, Colin', '2026-05-05': 'Radis, Poulet, frites' },
  ],
  [
    'a day, and its courses below it',
    'Cantine, semaine 19\nLundi\nEntrée : melon\nPlat : colin ou omelette\nMardi\nEntrée : radis\nDessert : flan',
    { '2026-05-04': 'Entrée: melon | Plat: colin ou omelette', '2026-05-05': 'Entrée: radis | Dessert: flan' },
  ],
  [
    'a day with the evening of the boarders',
    'Self du 4 au 8 mai 2026\nLundi 4\nMidi : colin, riz\nSoir : soupe, quiche\nMardi 5\nMidi\nPoulet\nFrites\nSoir\nPizza',
    {
      '2026-05-04': 'colin, riz',
      '2026-05-04 dinner': 'soupe, quiche',
      '2026-05-05': 'Poulet, Frites',
      '2026-05-05 dinner': 'Pizza',
    },
  ],
  [
    'two weeks, one below the other',
    'Menus\nSemaine du 4 au 8 mai 2026\nLundi : colin\nMardi : poulet\nSemaine du 11 au 15 mai 2026\nLundi : rôti\nMardi : pizza',
    { '2026-05-04': 'colin', '2026-05-05': 'poulet', '2026-05-11': 'rôti', '2026-05-12': 'pizza' },
  ],
  ['a day off', 'Menus du 4 au 8 mai 2026\nJeudi : colin\nVendredi 8 mai (férié)', { '2026-05-07': 'colin' }],
  [
    'days with dashes and bullets',
    'Menu, du 4 au 8 mai 2026\n\n• Lundi – salade, colin\n• Mardi – soupe ; poulet',
    { '2026-05-04': 'salade, colin', '2026-05-05': 'soupe, poulet' },
  ],
  [
    'dishes with words that canteens write around a menu',
    'Menu du 4 au 8 mai 2026\nLundi\nrôti (origine France)\nyaourt de la ferme\nMardi\ncolin (allergènes : poisson)\npont-l’évêque',
    {
      '2026-05-04': 'rôti (origine France), yaourt de la ferme',
      '2026-05-05': 'colin (allergènes : poisson), pont-l’évêque',
    },
  ],
];

describe('a menu written in lines', () => {
  it.each(WRITTEN)('%s: each dish stays under its day', (_name, text, days) => {
    expect(menus(text)).toEqual(days);
  });

  it.each([
    ['a heading and a line a day', '# Menu du 4 au 8 mai 2026\n\nLundi : colin, riz\nMardi : poulet, frites\n'],
    ['a list', '**Menu du 4 au 8 mai 2026**\n\n- Lundi : colin, riz\n- Mardi : poulet, frites\n'],
    ['a heading a day', '# Menu du 4 au 8 mai 2026\n\n## Lundi\n\n- colin\n- riz\n\n## Mardi\n\n- poulet\n- frites\n'],
  ])('in Markdown, %s', (_name, text) => {
    expect(menus(text, 'a.md')).toEqual({ '2026-05-04': 'colin, riz', '2026-05-05': 'poulet, frites' });
  });

  it('the name of the file may say that it is a menu, and of which week', () => {
    expect(menus('Lundi : colin\nMardi : poulet', 'Cantine S19.txt')).toEqual({
      '2026-05-04': 'colin',
      '2026-05-05': 'poulet',
    });
  });

  it('what stands around the days is told, and is no dish', () => {
    const text =
      'Menu du 4 au 8 mai 2026\nLe self ferme jeudi soir.\nLundi : colin\nMardi\npoulet\nBon appétit !\n*viande française\n* produits bio';
    expect(menus(text)).toEqual({ '2026-05-04': 'colin', '2026-05-05': 'poulet' });
    expect(toldOf(text)).toEqual([
      'Seuls les plats de ce menu sont montrés, sans « Le self ferme jeudi soir. », « Bon appétit ! », « *viande française » et « produits bio ».',
    ]);
  });

  it('a day without a meal is no menu, and why is told where no calendar says it', () => {
    const text =
      'Menus\nLundi 4 mai : colin\nMardi 5 mai : grève, pas de service\nJeudi 7 mai : poulet\nVendredi 8 mai : férié';
    expect(menus(text)).toEqual({ '2026-05-04': 'colin', '2026-05-07': 'poulet' });
    expect(toldOf(text)[0]).toBe('Seuls les plats de ce menu sont montrés, sans « grève » et « pas de service ».');
  });

  it.each([
    ['activities of a canteen', 'Animations du self\nLundi : tournoi à 12h30\nMardi : concours à 13h'],
    ['days that are no menu', 'Clubs\nLundi : échecs\nMardi : théâtre'],
    ['one day', 'Menu\nLundi : colin, riz'],
    ['sentences', `Repas de fin d’année\nLundi : ${'nous préparons la salle '.repeat(6)}\nMardi : nous rangeons`],
  ])('%s stay a text', (_name, text) => {
    expect(read(text)).toBeNull();
  });
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../main/contract.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { programmeAt } from '../../../main/programme/programme-at.ts';
import type { Screen } from '../../../main/programme/screen.ts';
import type { ReportFile } from '../../../main/report/files.ts';
import { type ReportInput, reportModel } from '../../../main/report/model.ts';
import { picturesOf, reportPage } from '../../../main/report/page.ts';
import { describeFile } from '../../../main/report/row.ts';
import { event, image, place, rule, screen } from '../../support/items.ts';

const pageOf = (...args: Parameters<typeof reportPage>) => [...reportPage(...args)].join('');

const file = (path: string, more: Partial<ReportFile> = {}): ReportFile => ({
  path,
  role: 'content',
  source: path,
  members: [],
  usedBy: [],
  waits: 'no',
  kept: false,
  ...more,
});

interface Given {
  readonly items?: readonly CatalogueItem[];
  readonly problems?: readonly Problem[];
  readonly files?: readonly ReportFile[];
  readonly screens?: readonly Screen[];
  readonly at?: string;
  /** Ids of items that no screen could show. */
  readonly unplayed?: readonly string[];
}

/** Tuesday 11 March 2031, nine o’clock. */
function input({
  items = [],
  problems = [],
  files,
  screens = [],
  at = '2031-03-11T09:00',
  unplayed = [],
}: Given): ReportInput {
  const catalogue = { items, problems };
  const now = Temporal.ZonedDateTime.from(`${at}[Europe/Paris]`);
  const here = { ...place, screens };
  return {
    catalogue,
    at: now,
    site: { place: here, storeBytes: 0 },
    programmes: [screen, ...screens].map((each) => programmeAt(catalogue, now, each, here)),
    clockTrusted: true,
    unplayed: new Set(unplayed),
    files: files ?? items.map(({ source }) => file(source)),
    changedMs: Temporal.ZonedDateTime.from('2031-03-10T16:05[Europe/Paris]').epochMilliseconds,
  };
}

/** No-break spaces as plain ones, so that a test reads like the page. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(/[\u00a0\u202f]/gu, ' '));
const rowsOf = (given: Given) => plain(reportModel(input(given)).folders.flatMap(({ rows }) => rows));
const only = (given: Given) => {
  const [row] = rowsOf(given);
  if (row === undefined) throw new Error('no row');
  return row;
};
const at = (when: CatalogueItem['when'], more: Given = {}) => only({ items: [image('Affiche', { when })], ...more });
const picture = { hash: '0'.repeat(32), name: 'a.webp', width: 16, height: 9 };
const refused: Problem = {
  file: 'a.png',
  severity: 'refused',
  code: 'x',
  message: 'Il est coupé.',
  advice: 'Recopiez-le.',
};

describe('a file is', () => {
  test('on the screen always, where nothing dates it', () => {
    expect(at(null)).toMatchObject({ state: 'shown', kind: 'Image', sentences: ['Sans date : tous les jours.'] });
  });

  test('on the screen until its last day', () => {
    const row = at(rule('2031-03-10', '2031-03-13'));
    expect(row.state).toBe('shown');
    expect(row.sentences).toContain('Jusqu’au jeudi 13 mars compris.');
  });

  test('on the screen later, and its next day is named', () => {
    expect(at(rule('2031-03-13')).sentences).toContain('Prochain jour : jeudi 13 mars.');
    expect(at(rule('2031-03-12')).sentences).toContain('Prochain jour : demain.');
    expect(at(rule('2032-03-12')).sentences).toContain('Prochain jour : vendredi 12 mars 2032.');
    expect(at(rule('2031-03-11', '2031-03-11', [{ from: '14:00', to: '17:00' }]))).toMatchObject({
      state: 'later',
      sentences: expect.arrayContaining(['Prochain jour : aujourd’hui, 14 h – 17 h.']),
    });
  });

  test('over, and staff are told what to do', () => {
    expect(at(rule('2031-03-03'))).toMatchObject({
      state: 'over',
      sentences: expect.arrayContaining([
        expect.stringContaining('Terminé depuis le lundi 3 mars. Vous pouvez le retirer'),
      ]),
    });
  });

  test('for one screen only, and told so when no screen has that name', () => {
    const here: Screen = { name: 'Réfectoire', town: null, lit: null };
    const items = [image('Menu', { screens: ['refectoire'] })];
    expect(only({ items, screens: [here] })).toMatchObject({
      state: 'shown',
      sentences: expect.arrayContaining(['Seulement sur l’écran « Réfectoire ».']),
    });
    const lost = only({ items: [image('Menu', { screens: ['grenier'] })], screens: [here] });
    expect(lost.state).toBe('hidden');
    expect(lost.sentences.join(' ')).toContain('Aucun écran de ce nom');
  });

  test('kept away by an alert, and told so', () => {
    const alert: CatalogueItem = { ...image('Fermé'), kind: 'alert', title: 'Fermé', source: 'alerte/Fermé.txt' };
    const [first, second] = rowsOf({ items: [image('Affiche'), alert] });
    expect(first).toMatchObject({
      state: 'hidden',
      sentences: [expect.stringContaining('Une alerte est en cours'), expect.anything()],
    });
    expect(second?.state).toBe('shown');
  });

  test('kept away by the hours of its screen', () => {
    const night: Screen = { name: 'hall', town: null, lit: rule(null, null, [{ from: '18:00', to: '20:00' }]) };
    expect(only({ items: [image('Affiche', { screens: ['hall'] })], screens: [night] }).sentences[0]).toContain(
      'éteint à cette heure',
    );
  });

  test('a part of another one', () => {
    const files = [file('fiche.md'), file('livre.png', { usedBy: ['fiche.md'] })];
    const rows = rowsOf({ items: [event('Fête', { source: 'fiche.md' })], files });
    expect(rows[1]).toMatchObject({ state: 'used', sentences: ['Sert à « Fête » : pas montré à part.'] });
  });

  test('refused, with why and what to do', () => {
    const row = only({ files: [file('a.png')], problems: [refused] });
    expect(row.state).toBe('refused');
    expect(describeFile(row)).toBe('a.png – Image – Pas affiché. Il est coupé. Recopiez-le.');
  });

  test('not on the screen where no screen could show it, whatever the programme says', () => {
    const items = [image('Affiche', { id: 'a' }), image('Autre', { id: 'b' })];
    const rows = rowsOf({ items, unplayed: ['a'] });
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['Affiche.png', 'refused'],
      ['Autre.png', 'shown'],
    ]);
    const [order] = reportModel(input({ items, unplayed: ['a'] })).orders;
    expect(order?.lines.map(({ title, unplayed, seconds }) => [title, unplayed, seconds])).toEqual([
      ['Affiche', true, 0],
      ['Autre', false, 12],
    ]);
    expect(order?.seconds).toBe(12);
    const [again] = reportModel(input({ items })).orders;
    expect(again?.lines.map(({ unplayed, seconds }) => [unplayed, seconds])).toEqual([
      [false, 12],
      [false, 12],
    ]);
    const over = [image('Affiche', { id: 'a', when: rule('2031-03-03') })];
    expect(only({ items: over, unplayed: ['a'] }).state).toBe('over');
  });

  test('kept as it was where its new version is refused', () => {
    const files = [file('a.png', { kept: true })];
    const row = only({ items: [image('a', { source: 'a.png' })], files, problems: [refused] });
    expect(row.state).toBe('shown');
    expect(row.sentences[0]).toBe('La version précédente reste à l’écran.');
  });

  test('being read, or copied', () => {
    expect(only({ files: [file('a.png', { waits: 'reading' })] }).state).toBe('waiting');
    expect(only({ files: [file('a.png', { waits: 'copying' })] }).sentences[0]).toContain('réessaie');
  });
});

describe('the page', () => {
  test('lists what a file of several events gives, each with its days', () => {
    const source = 'agenda.csv';
    const items = [
      event('Hier', { source, when: rule('2031-03-10') }),
      event('Ce soir', { source, when: rule('2031-03-11', '2031-03-11', [{ from: '18:00', to: null }]) }),
      event('Jeudi', { source, when: rule('2031-03-13') }),
    ];
    const row = only({ items, files: [file(source)] });
    expect(row).toMatchObject({
      kind: '3 événements',
      state: 'shown',
      sentences: ['1 à l’écran, 1 à venir et 1 terminé.'],
    });
    expect(row.fiches.map(({ title, state }) => [title, state])).toEqual([
      ['Hier', 'over'],
      ['Ce soir', 'shown'],
      ['Jeudi', 'later'],
    ]);
  });

  test('gives two events that follow each other in a table a line each, though they have one title', () => {
    const source = 'collectes.csv';
    const when = rule('2031-03-11');
    const blood = (n: number, town: string) =>
      event('Don du sang', { id: `${source}#${n}`, source, line: n + 1, town, when });
    const [order] = reportModel(
      input({ items: [blood(1, 'Aville'), blood(2, 'Bville')], files: [file(source)] }),
    ).orders;
    expect(order?.lines.map(({ title, place }) => [title, place])).toEqual([
      ['Aujourd’hui', ''],
      ['Don du sang', 'Aville'],
      ['Don du sang', 'Bville'],
    ]);
  });

  test('says of each of two events with one title of one file where it stands', () => {
    const source = 'collectes.csv';
    const blood = (n: number, day: string) => event('Don du sang', { id: `${source}#${n}`, source, when: rule(day) });
    const items = [blood(1, '2031-03-11'), blood(2, '2031-03-13'), blood(3, '2031-06-13')];
    const { fiches } = only({ items, files: [file(source)] });
    const announced = fiches.map(({ sentences }) => sentences.some((text) => text.includes('« Bientôt »')));
    expect(fiches.map(({ state }, index) => [state, announced[index]])).toEqual([
      ['shown', false],
      ['later', true],
      ['later', false],
    ]);
  });

  test('gives the pages of one alert one line', () => {
    const page = (n: number): CatalogueItem => ({
      ...image('Fermé'),
      kind: 'alert',
      id: `a.pdf#${n}`,
      source: 'alerte/a.pdf',
      image: picture,
    });
    const model = reportModel(input({ items: [page(1), page(2)], files: [file('alerte/a.pdf')] }));
    expect(model.orders[0]?.lines.map(({ title, kind }) => [kind, title])).toEqual([['Alerte', 'Fermé']]);
    expect(model.folders[0]?.rows[0]?.kind).toBe('Alerte');
  });

  test('gives the running order of the day with hours, and what comes later today', () => {
    const items = [
      event('Visite', { when: rule('2031-03-11', '2031-03-11', [{ from: '14:00', to: '16:00' }]) }),
      image('Goûter', { when: rule('2031-03-11', '2031-03-11', [{ from: '16:00', to: '17:00' }]) }),
      image('Affiche'),
    ];
    const [order] = plain(reportModel(input({ items })).orders);
    expect(order?.lines.map(({ title, hours }) => [title, hours])).toEqual([
      ['Visite', '14 h – 16 h'],
      ['Affiche', ''],
    ]);
    expect(order?.later).toMatchObject([{ title: 'Goûter', hours: '16 h – 17 h' }]);
  });

  test('tells of another screen only what it shows in addition', () => {
    const items = [image('Affiche'), image('Menu', { screens: ['cantine'] })];
    const screens = [
      { name: 'cantine', town: null, lit: null },
      { name: 'hall', town: null, lit: null },
    ];
    const orders = plain(reportModel(input({ items, screens })).orders);
    expect(orders.map(({ label }) => label)).toEqual(['Écran « hall » et écran sans nom', 'Écran « cantine »']);
    expect(orders[1]?.lines.map(({ rank, title }) => [rank, title])).toEqual([[2, 'Menu']]);
  });

  test('tells apart what has to be put right, what is left out, and what was guessed', () => {
    const warned = (name: string, code: string, about?: Problem['about']): Problem => ({
      ...refused,
      file: `${name}.png`,
      severity: 'warning',
      code,
      message: `${code}.`,
      ...(about && { about }),
    });
    const problems = [
      warned('a', 'year', 'guessed'),
      warned('a', 'drawing', 'dropped'),
      warned('a', 'small'),
      warned('b', 'day', 'guessed'),
      { ...warned('c', 'hour', 'guessed'), file: 'c.png' },
      { ...refused, file: 'c.png' },
    ];
    const model = reportModel(
      input({ items: [image('a'), image('b')], files: ['a', 'b', 'c'].map((name) => file(`${name}.png`)), problems }),
    );
    const told = (list: (typeof model.remarks)[keyof typeof model.remarks]) =>
      list.map((remark) => [remark.row.name, ...remark.problems.map(({ code }) => code)]);
    expect(told(model.remarks.trouble)).toEqual([
      ['c.png', 'hour', 'x'],
      ['a.png', 'small'],
    ]);
    expect(told(model.remarks.dropped)).toEqual([['a.png', 'drawing']]);
    expect(told(model.remarks.guessed)).toEqual([
      ['a.png', 'year'],
      ['b.png', 'day'],
    ]);
    expect(model.counts).toMatchObject({ refused: 1, trouble: 1, dropped: 1, guessed: 2 });
    const page = pageOf(model, new Map());
    const headings = [...page.matchAll(/<h2[^>]*>([^<]+)/gu)].map(([, heading]) => heading);
    expect(headings).toEqual([
      '2 fichiers à revoir',
      'Ce qui n’est pas montré',
      'Ce que Préau a deviné',
      'Au programme d’aujourd’hui',
      'Fichier par fichier',
    ]);
    for (const [, anchor] of page.matchAll(/href="#([^"]+)"/gu)) expect(page).toContain(`id="${anchor}"`);
    expect(page).not.toContain('Tout va bien');
  });

  test('does not say that all is well where something was guessed or left out, nor that a file has to be put right', () => {
    const guessed: Problem = { ...refused, file: 'a.png', severity: 'warning', about: 'guessed' };
    const page = pageOf(reportModel(input({ items: [image('a')], problems: [guessed] })), new Map());
    expect(page).toContain('Aucun fichier n’est à revoir.');
    expect(page).not.toMatch(/Tout va bien|à revoir<\/h2>/u);
    expect(pageOf(reportModel(input({ items: [image('a')] })), new Map())).toContain('Tout va bien.');
  });

  test('orders folders and files naturally, the top of the folder first, problems before all', () => {
    const paths = ['b/photo 10.png', 'b/photo 2.png', 'z.png', 'a.png'];
    const model = reportModel(
      input({ items: paths.map((source) => image(source, { source })), problems: [{ ...refused, file: 'z.png' }] }),
    );
    expect(model.folders.map(({ folder, rows }) => [folder, rows.map(({ name }) => name)])).toEqual([
      ['', ['a.png', 'z.png']],
      ['b', ['photo 2.png', 'photo 10.png']],
    ]);
    const page = pageOf(model, new Map());
    expect(page.indexOf('Recopiez-le.')).toBeLessThan(page.indexOf('Au programme d’aujourd’hui'));
  });

  test('carries the time of the last change, not that of its writing', () => {
    const page = (time: string) => pageOf(reportModel(input({ items: [image('Affiche')], at: time })), new Map());
    expect(page('2031-03-11T09:00')).toContain('lundi 10 mars à 16\u00a0h\u00a005');
    expect(page('2031-03-11T15:30')).toBe(page('2031-03-11T09:00'));
  });

  test('above sixty files keeps pictures for the running order and the problems', () => {
    const few = Array.from({ length: 3 }, (_, n) =>
      image(`${n}`, {
        when: rule('2031-04-01'),
        pages: [{ hash: `${n}`.repeat(32), name: 'a.webp', width: 1, height: 1 }],
      }),
    );
    expect(picturesOf(reportModel(input({ items: few })))).toHaveLength(3);
    const many = [...few, ...Array.from({ length: 70 }, (_, n) => image(`autre ${n}`))];
    expect(picturesOf(reportModel(input({ items: many })))).toEqual(['0'.repeat(32)]);
  });

  test('shows every name as text, whatever signs it is made of', () => {
    const sign = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '`',
      'é',
      '🎬',
      '\u202e',
      '\ud800',
      ' ',
      'script',
      'javascript:',
      '%',
    );
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 12 }), (signs) => {
        const source = signs.join('');
        const page = pageOf(
          reportModel(input({ items: [image(source, { source })], problems: [{ ...refused, file: source }] })),
          new Map(),
        );
        const bare = pageOf(
          reportModel(input({ items: [image('x', { source: 'x' })], problems: [{ ...refused, file: 'x' }] })),
          new Map(),
        );
        const tags = (html: string) =>
          [...html.matchAll(/<(\/?[a-z0-9]+)/gu)]
            .map(([, tag]) => tag)
            .filter((tag) => !['p', '/p', 'span', '/span'].includes(tag ?? ''));
        expect(tags(page)).toEqual(tags(bare));
        expect([...page.matchAll(/href="(?!\.\/|#)/gu)]).toEqual([]);
        expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
      }),
      { numRuns: 200 },
    );
  });
});

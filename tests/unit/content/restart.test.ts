import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import {
  catalogueJson,
  hashesOfAllCatalogues,
  loadCatalogue,
  saveCatalogue,
} from '../../../main/content/known/saved-catalogue.ts';
import type { SavedUnit } from '../../../main/content/known/saved-unit.ts';
import type { Item } from '../../../main/programme/item.ts';
import { defaultSite } from '../../../main/settings/site.ts';
import type { RunningApp } from '../../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { image } from '../../support/items.ts';
import { jpeg, png } from '../../support/media-files.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);

describe('a restart', () => {
  test('with an empty store prepares again all media of the saved catalogue', async () => {
    await folders.write('Affiche.png', await png());
    const first = await start();
    await eventually(first.programme, ({ slides }) => slides[0]?.kind === 'image');
    await first.close();
    await rm(join(folders.state, 'store'), { recursive: true });
    const second = await start();
    const picture = async () => {
      const [slide] = (await second.programme()).slides;
      if (slide?.kind !== 'image') return [];
      return Promise.all([slide.src, slide.blur ?? ''].map(async (path) => (await second.get(path)).status));
    };
    await eventually(picture, (statuses) => statuses.join() === '200,200');
  });

  test('without the blurred copy of a picture makes the copy again', async () => {
    await folders.write('Affiche.png', await png());
    const first = await start();
    const blur = async (of: RunningApp) => {
      const [slide] = (await of.programme()).slides;
      return slide?.kind === 'image' ? (slide.blur ?? '') : '';
    };
    const path = await eventually(
      () => blur(first),
      (address) => address !== '',
    );
    await first.close();
    const hash = path.split('/')[2] ?? '';
    await rm(join(folders.state, 'store/objects', hash.slice(0, 2), hash.slice(2)));
    const second = await start();
    await eventually(
      async () => (await second.get(await blur(second))).status,
      (status) => status === 200,
    );
  });

  test('tries again a copy that was never finished', async () => {
    const whole = await jpeg();
    const path = join(folders.content, 'Photo.jpg');
    const time = new Date('2031-03-01T00:00:00Z');
    await writeFile(path, Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.alloc(whole.length / 2)]));
    await utimes(path, time, time);
    const first = await start();
    await eventually(first.catalogue, ({ problems }) => problems.length > 0);
    await first.close();
    await writeFile(path, whole);
    await utimes(path, time, time);
    const second = await start();
    await eventually(second.programme, ({ slides }) => slides[0]?.kind === 'image');
    expect((await second.catalogue()).problems).toEqual([]);
  });

  test('still tells of a mistake in preau.yml, and keeps the last good settings', async () => {
    await folders.write('preau.yml', 'theme: sombre\n');
    const first = await start();
    await folders.write('preau.yml', 'theme: [rose\n');
    await eventually(first.catalogue, ({ problems }) => problems.length > 0);
    await first.close();
    const second = await start();
    const { problems } = await eventually(second.catalogue, (catalogue) => catalogue.problems.length > 0);
    expect(problems).toMatchObject([{ file: 'preau.yml', severity: 'refused' }]);
    expect((await second.programme()).theme).toBe('sombre');
  });
});

test('settings that an editor empties for a moment while it saves leave the last good settings', async () => {
  await folders.write('preau.yml', 'theme: sombre\n');
  const running = await start();
  await folders.write('preau.yml', '');
  await eventually(running.catalogue, ({ problems }) => problems.some(({ code }) => code === 'settings-empty'));
  expect((await running.programme()).theme).toBe('sombre');
  await folders.write('preau.yml', 'theme: contraste\n');
  await eventually(running.programme, ({ theme }) => theme === 'contraste');
  expect((await running.catalogue()).problems).toEqual([]);
});

test('thousands of pictures named by a saved catalogue are in use, and so are their blurred copies', async () => {
  const hash = (n: number) => n.toString(16).padStart(32, '0');
  const pages = (n: number) => [{ hash: hash(n), name: 'a.webp', width: 16, height: 9, blur: hash(n + 10_000) }];
  const units = Array.from({ length: 3_000 }, (_, n) => {
    const { serial: _serial, ...item } = image(`L’été n° ${n}`, { pages: pages(n) });
    const reading = { items: [item], problems: [], retry: false, uses: [] };
    return { path: item.source, signature: `${n}`, longSide: 1_920, reading, kept: false };
  });
  const catalogue = { site: defaultSite, hasSettings: false, device: '', units };
  await saveCatalogue(folders.state, 'ici', catalogue);
  expect((await hashesOfAllCatalogues(folders.state, 'ici', Date.now())).size).toBe(6_000);
  const fullStore = { has: async () => true };
  const log = pino({ level: 'silent' });
  expect(await loadCatalogue(folders.state, 'ici', fullStore, log)).toMatchObject(catalogue);
});

test('the saved catalogue of a folder that was not shown for two months is removed, and that of our own folder never is', async () => {
  const day = 24 * 3_600_000;
  const empty = { site: defaultSite, hasSettings: false, device: '', units: [] };
  const catalogues = join(folders.state, 'catalogues');
  await mkdir(folders.state);
  for (const folder of ['le nôtre', 'un autre', 'un ancien']) await saveCatalogue(folders.state, folder, empty);
  const forgotten = async (days: number) => {
    await hashesOfAllCatalogues(folders.state, 'le nôtre', Date.now() + days * day);
    return (await readdir(catalogues)).length;
  };
  expect(await forgotten(59)).toBe(3);
  expect(await forgotten(61)).toBe(1);
  expect(await forgotten(200)).toBe(1);
});

test('a temporary file left beside the saved catalogues by a killed process is removed after a day', async () => {
  const catalogues = join(folders.state, 'catalogues');
  await mkdir(catalogues, { recursive: true });
  await writeFile(join(catalogues, '0123.json.89abcdef.tmp'), '{"format":');
  const left = async (hours: number) => {
    await hashesOfAllCatalogues(folders.state, 'ici', Date.now() + hours * 3_600_000);
    return (await readdir(catalogues)).length;
  };
  expect(await left(23)).toBe(1);
  expect(await left(25)).toBe(0);
});

test('after an upgrade what the older version saved is shown and read again; what a newer one saved is left alone', async () => {
  const { serial: _serial, ...item } = image('L’été', {
    pages: [{ hash: 'ab'.repeat(16), name: 'a.webp', width: 16, height: 9 }],
  });
  const reading = { items: [item], problems: [], retry: false, uses: [] };
  const unit = { path: item.source, signature: 'S', longSide: 1_920, reading, kept: false };
  const catalogue = { site: defaultSite, hasSettings: false, device: '', units: [unit] };
  await mkdir(folders.state);
  await saveCatalogue(folders.state, 'ici', catalogue);
  const catalogues = join(folders.state, 'catalogues');
  const [own = ''] = await readdir(catalogues);
  const load = () => loadCatalogue(folders.state, 'ici', { has: async () => true }, pino({ level: 'silent' }));
  const text = (await readFile(join(catalogues, own), 'utf8')).replace(/"format":\d+/u, '"format":3');
  await rm(join(catalogues, own));
  await writeFile(join(catalogues, own.replace(/\.v\d+/u, '.v3')), text);
  expect(await load()).toMatchObject({ units: [{ ...unit, signature: '' }] });

  const newer = join(catalogues, own.replace(/\.v\d+/u, '.v99'));
  await writeFile(newer, '{"format":99,"tomorrow":true}');
  await saveCatalogue(folders.state, 'ici', catalogue);
  expect(await load()).toMatchObject({ units: [unit] });
  expect(await readFile(newer, 'utf8')).toBe('{"format":99,"tomorrow":true}');
});

test('a menu and an absence of a saved catalogue are shown at once, as all other items are', async () => {
  const base = { title: 'Menu', when: null, screens: null, order: null, modifiedMs: 0 };
  const menu = {
    kind: 'menu',
    day: '2026-05-05',
    meal: 'lunch',
    isOnly: true,
    courses: [{ dishes: ['Riz'] }],
  } as const;
  const absence = { kind: 'absence', teacher: 'Mme Roy', classes: '4e B' } as const;
  const items: readonly Item[] = [
    { ...base, id: 'menu', source: 'Menu.md', ...menu },
    { ...base, id: 'absence', source: 'Absences.md', ...absence },
  ];
  const reading = { items, problems: [], retry: false, uses: [] };
  const units = [{ path: 'Menu.md', signature: 'S', longSide: 1_920, reading, kept: false }];
  await mkdir(folders.state);
  await saveCatalogue(folders.state, 'ici', { site: defaultSite, hasSettings: false, device: '', units }, null);
  const saved = await loadCatalogue(folders.state, 'ici', { has: async () => true }, pino({ level: 'silent' }), null);
  expect(saved?.units).toEqual(units);
});

test('what the same build has saved is taken as it is; one bit more, or another build, and each field is looked at', async () => {
  const unit = (title: unknown) => ({
    ...{ path: 'a.md', signature: 'S', longSide: 1_920, kept: false },
    reading: { items: [{ ...image('L’été'), title }], problems: [], retry: false, uses: [] },
  });
  const units = [unit(7)] as unknown as SavedUnit[];
  await mkdir(folders.state);
  await saveCatalogue(folders.state, 'ici', { site: defaultSite, hasSettings: false, device: '', units }, 'lundi');
  const load = async (build: string | null) =>
    (await loadCatalogue(folders.state, 'ici', { has: async () => true }, pino({ level: 'silent' }), build))?.units;
  expect(await load('lundi')).toEqual(units);
  for (const other of ['mardi', null]) expect(await load(other)).toEqual([]);

  const catalogues = join(folders.state, 'catalogues');
  const [name = ''] = await readdir(catalogues);
  const text = await readFile(join(catalogues, name), 'utf8');
  for (const changed of [text.replace('"title":7', '"title":8'), `${text} `, text.replace(/"seal":"./u, '"seal":"x')]) {
    await writeFile(join(catalogues, name), changed);
    expect(await load('lundi')).toEqual([]);
  }
});

test('the thousands of items of one calendar are saved one by one, between which the service answers', () => {
  const items = Array.from({ length: 5_000 }, (_, n) => image(`Cours ${n}`)) as Item[];
  const reading = { items, problems: [], retry: false, uses: [] };
  const unit: SavedUnit = { path: 'cours.ics', signature: 'x', longSide: 1_920, reading, kept: false };
  const saved = { site: defaultSite, hasSettings: false, device: '1', units: [unit, { ...unit, path: 'autres.ics' }] };
  const texts = [...catalogueJson(saved)];
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(2_000);
  expect(JSON.parse(`${texts.join('')}}`)).toMatchObject(JSON.parse(JSON.stringify(saved)));
});

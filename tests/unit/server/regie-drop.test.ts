import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { RegieTrial } from '../../../main/regie-contract.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { jpeg } from '../../support/media-files.ts';
import { binIsReady, desk } from '../../support/regie-desk.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);

const inFolder = async () =>
  (await readdir(folders.content, { recursive: true })).filter((name) => !name.startsWith('_')).toSorted();
const inFile = (name: string) => readFile(join(folders.content, name), 'utf8');

describe('what is dropped', () => {
  test('is answered before it is in the folder, and is on the wall once it is saved', async () => {
    const app = await start('2031-03-11T09:00');
    const { tried, save } = desk(app);
    const trial = await tried('2031-03-12 Sortie au musée.jpg', new Uint8Array(await jpeg()));
    expect(trial).toMatchObject({
      path: '2031-03-12 Sortie au musée.jpg',
      kind: 'Image',
      isShown: true,
      replaces: null,
    });
    expect(trial.sentences.join(' ')).toMatch(/12 mars/u);
    expect(await inFolder()).toEqual([]);
    const still = new URL(trial.stills[0] ?? '', app.url);
    const query = new URLSearchParams({ at: still.searchParams.get('at') ?? '', screen: '' });
    const programme = (await (await app.get(`api/regie/trials/${trial.id}/programme?${query}`)).json()) as {
      slides: { id: string; src?: string }[];
    };
    const slide = programme.slides.find(({ id }) => id === still.searchParams.get('slide'));
    expect((await app.get(slide?.src ?? '')).headers.get('content-type')).toBe('image/jpeg');
    expect((await save(trial.id)).status).toBe(200);
    expect(await inFolder()).toEqual(['2031-03-12 Sortie au musée.jpg']);
    expect(await readdir(join(folders.state, 'essais'))).toEqual([]);
    await eventually(
      () => app.catalogue(),
      ({ items }) => items.length === 1,
    );
  });

  test('never takes the place of a file that was not agreed to, and the old one is in the bin', async () => {
    await folders.write('Menu.txt', 'Soupe.');
    const app = await start();
    const { tried, save, bin } = desk(app);
    await eventually(
      () => app.catalogue(),
      ({ items }) => items.length === 1,
    );
    const trial = await tried('menu.txt', 'Poisson.');
    expect(trial.replaces?.sentence).toContain('«\u00a0Menu.txt\u00a0»');
    const refused = await save(trial.id);
    expect([refused.status, await refused.json()]).toEqual([409, { message: expect.stringMatching(/de ce nom/u) }]);
    expect((await save(trial.id, '1-1')).status).toBe(409);
    expect(await inFile('Menu.txt')).toBe('Soupe.');
    expect((await save(trial.id, trial.replaces?.mark ?? '')).status).toBe(200);
    expect([await inFolder(), await inFile('Menu.txt')]).toEqual([['Menu.txt'], 'Poisson.']);
    expect((await bin()).files.map(({ name }) => name)).toEqual(['Menu.txt']);
  });

  test('under the same name by two people at once: one is saved, the other is asked', async () => {
    const app = await start();
    const { tried, save } = desk(app);
    const trials = await Promise.all([tried('Menu.txt', 'Soupe.'), tried('Menu.txt', 'Poisson.')]);
    const statuses = await Promise.all(trials.map(async ({ id }) => (await save(id)).status));
    expect(statuses.toSorted()).toEqual([200, 409]);
    expect(await inFolder()).toEqual(['Menu.txt']);
  });

  test.each([
    ['../../x.txt', 'x.txt'],
    ['..\\..\\x.txt', 'x.txt'],
    ['_caché.txt', 'caché.txt'],
    ['.~$a.txt', 'a.txt'],
    ['CON.txt', 'fichier CON.txt'],
    [`${'é'.repeat(300)}.txt`, `${'é'.repeat(98)}.txt`],
  ])('with the name %s lies in the folder as %s', async (name, path) => {
    const app = await start();
    const { tried, save } = desk(app);
    const trial = await tried(name, 'Un mot.');
    expect(trial.path).toBe(path);
    expect((await save(trial.id)).status).toBe(200);
    expect(await inFolder()).toEqual([path]);
  });

  test.each(['preau.yml', '...', '.jpg', 'a.tmp'])('with the name %s is refused with a sentence', async (name) => {
    const app = await start();
    const answer = await desk(app).drop(name, 'x');
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { message: expect.stringMatching(/^Ce nom ne va pas/u) },
    ]);
  });

  test.each(['../..', '/etc', 'nulle part'])('into the folder %s is refused with a sentence', async (into) => {
    const app = await start();
    const answer = await desk(app).drop('a.txt', 'x', into);
    expect([answer.status, await answer.json()]).toEqual([400, { message: expect.stringMatching(/^Ce dossier/u) }]);
  });

  test('as a script under the name of a picture is told, and does not get into the folder', async () => {
    const app = await start();
    const { tried, save } = desk(app);
    const trial = await tried(
      'photo.jpg',
      '#!/bin/sh\nrm -rf /tmp/rien\n# un script, et rien qu’un script, sous un nom de photo',
    );
    expect(trial.isShown).toBe(false);
    expect(trial.remarks[0]?.message).toMatch(/fichier/u);
    expect((await save(trial.id)).status).toBe(422);
    expect(await inFolder()).toEqual([]);
  });

  test('of three gigabytes is refused before it is sent; cut in the middle, it leaves nothing', async () => {
    const app = await start();
    const { origin, hostname, port } = new URL(app.url);
    const send = (length: number, part: string) =>
      new Promise<string>((resolve) => {
        const headers = { origin, 'content-type': 'application/octet-stream', 'content-length': length };
        const asked = request(
          { hostname, port, method: 'POST', path: '/api/regie/trials?name=film.mp4', headers },
          (answer) => {
            void text(answer).then((body) => resolve(`${answer.statusCode} ${body}`));
          },
        );
        asked.on('error', () => resolve('cut'));
        asked.write(part);
        if (length < 1e9) setTimeout(() => asked.destroy(), 50);
      });
    expect(await send(3_000_000_000, 'x')).toMatch(/^413 .*trop lourd \(plus de 1\u00a0Go\)/u);
    expect(await send(1_000_000, 'x'.repeat(1_000))).toBe('cut');
    await eventually(
      () => readdir(join(folders.state, 'essais')).catch(() => []),
      (names) => names.length === 0,
    );
    expect((await app.programme()).slides.length).toBeGreaterThan(0);
  });

  test('as an urgent sentence takes the screen at once, and leaves it at its hour', async () => {
    const app = await start('2031-03-11T09:00');
    const { call, save } = desk(app);
    const urgent = (body: object) => call('POST', 'api/regie/urgent', JSON.stringify(body));
    const trial = (await (await urgent({ text: 'Le gymnase est fermé.', until: '10:30' })).json()) as RegieTrial;
    expect(trial).toMatchObject({ kind: 'Alerte', isShown: true });
    expect(trial.path).toMatch(/^alerte\/2031-03-11 jusqu’à 10 h 30 - Le gymnase est fermé\.txt$/u);
    expect(trial.sentences[0]).toMatch(/prendra tout l’écran/u);
    expect((await save(trial.id)).status).toBe(200);
    const { slides, nextChange } = await eventually(
      () => app.programme(),
      (programme) => programme.slides[0]?.kind === 'alert',
    );
    expect([slides.length, nextChange?.slice(0, 16)]).toEqual([1, '2031-03-11T10:30']);
    const past = await urgent({ text: 'Trop tard.', until: '08:00' });
    expect([past.status, await past.json()]).toEqual([400, { message: expect.stringMatching(/déjà passée/u) }]);
  });
});

describe('the bin', () => {
  test('keeps what was taken out of the folder, also while no service ran, and puts it back under its name', async () => {
    await folders.write('dossier/Affiche.txt', 'Bonjour.');
    const first = await start();
    await binIsReady(folders);
    await first.close();
    await folders.remove('dossier');
    const app = await start();
    const { call, bin } = desk(app);
    const { files } = await eventually(bin, (answer) => answer.files.length === 1);
    expect(files[0]).toMatchObject({ path: 'dossier/Affiche.txt', takenOut: 'aujourd’hui à 9\u00a0h' });
    expect((await call('POST', `api/regie/bin/${files[0]?.id}/restore`)).status).toBe(204);
    expect(await inFile('dossier/Affiche.txt')).toBe('Bonjour.');
    expect((await bin()).files).toEqual([]);
    expect((await call('POST', 'api/regie/bin/inconnu/restore')).status).toBe(404);
  });

  test('does not hold what was only renamed', async () => {
    await folders.write('Affiche.txt', 'Bonjour.');
    await folders.write('Autre.txt', 'Autre.');
    const app = await start();
    const { bin } = desk(app);
    await binIsReady(folders);
    await folders.write('Affiche 2.txt', 'Bonjour.');
    await folders.remove('Affiche.txt');
    await folders.remove('Autre.txt');
    const { files } = await eventually(bin, (answer) => answer.files.length > 0);
    expect(files.map(({ name }) => name)).toEqual(['Autre.txt']);
  });
});

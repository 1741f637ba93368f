import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { RegieFiles, RegieScreens, RegieWeek } from '../../../main/regie-contract.ts';
import type { RunningApp } from '../../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { png, webp } from '../../support/media-files.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);

const read = async <T>(app: RunningApp, path: string): Promise<T> => (await (await app.get(path)).json()) as T;
const week = (app: RunningApp, query = '') => read<RegieWeek>(app, `api/regie/week${query}`);
const titles = ({ days }: RegieWeek) => days.map(({ slides }) => slides.map(({ title }) => title));

describe('the régie', () => {
  test('looks a week ahead: what each day shows, in its order, with hours, and the days that have nothing', async () => {
    await folders.write('2031-03-18 14h-17h Forum.png', await png());
    await folders.write('2031-03-18 Réunion.png', await png());
    const app = await start('2031-03-11T09:00');
    const next = await eventually(
      () => week(app, '?from=2031-03-18'),
      (answer) => titles(answer).flat().includes('Forum') && titles(answer).flat().includes('Réunion'),
    );
    expect(next.days.map(({ label }) => label)[1]).toBe('mardi 18 mars');
    expect(titles(next)[1]).toEqual(expect.arrayContaining(['Forum', 'Réunion']));
    expect(titles(next).slice(2)).toEqual([[], [], [], [], []]);
    const forum = next.days[1]?.slides.find(({ title }) => title.includes('Forum'));
    expect(forum).toMatchObject({ hours: '14\u00a0h – 17\u00a0h', at: '2031-03-18T14:00:00' });
    const programme = await read<{ slides: { id: string }[] }>(app, `api/programme?at=${forum?.at}`);
    expect(programme.slides.map(({ id }) => id)).toContain(forum?.id);
    expect((await week(app)).days[0]?.day).toBe('2031-03-10');
  });

  test('follows the folder: the week is another one as soon as a file is', async () => {
    const app = await start('2031-03-11T09:00');
    expect(titles(await week(app)).flat()).toEqual([]);
    await folders.write('Affichage.txt', 'Bonjour à toutes et à tous.');
    const now = await eventually(
      () => week(app),
      ({ days }) => days.every(({ slides }) => slides.length === 1),
    );
    expect(titles(now)[3]).toEqual([expect.stringContaining('Affichage')]);
  });

  test('gives the rows of _état.html, with what to do', async () => {
    await folders.write('Menu.txt', 'Soupe, puis poisson.');
    await folders.write('Menu - Copie.txt', 'Soupe.');
    const app = await start();
    const { files } = await eventually(
      () => read<RegieFiles>(app, 'api/regie/files'),
      (answer) => answer.files.some(({ state }) => state === 'refused'),
    );
    expect(files.map(({ name, label }) => [name, label])).toEqual([
      ['Menu - Copie.txt', 'Pas affiché'],
      ['Menu.txt', 'À l’écran'],
    ]);
    expect(files[0]?.remarks[0]).toMatchObject({ concern: 'trouble', advice: expect.stringContaining('Supprimez-la') });
  });

  test('tells of each screen what it painted, and that its browser cannot keep it awake', async () => {
    const app = await start();
    const origin = new URL(app.url).origin;
    const stream = await app.get('api/programme/stream?screen=hall', { accept: 'text/event-stream' });
    const body = { screen: 'hall', width: 1920, height: 1080, dpr: 1, slide: 'abc', awake: false };
    const headers = { origin, 'content-type': 'application/json' };
    await fetch(new URL('api/screens', app.url), { method: 'POST', headers, body: JSON.stringify(body) });
    const { screens } = await read<RegieScreens>(app, 'api/regie/screens');
    expect(screens).toHaveLength(1);
    expect(screens[0]).toMatchObject({
      name: 'hall',
      light: 'amber',
      sentence: 'Allumé\u00a0: image peinte à l’instant.',
      size: '1920\u00a0×\u00a01080',
      remarks: [expect.stringMatching(/veille/u)],
      still: '/?screen=hall&slide=abc&still=',
    });
    await stream.body?.cancel();
  });

  test('shows the screens of the other machines of the folder, with their pictures and nothing else of the disk', async () => {
    const app = await start();
    const shown = {
      name: 'cdi',
      connected: true,
      lit: true,
      paintedAgoS: 3,
      title: 'Réunion',
      size: '',
      revision: '',
      remarks: [],
    };
    const beat = {
      ...{ format: 1, name: 'cdi', run: 'a', beat: 1, machine: 'poste-cdi', version: '9.9.9', clockTrusted: true },
      ...{
        reachable: true,
        cacheBytes: 1,
        freeBytes: 9e9,
        picture: true,
        at: '2031-03-11T08:00:00Z',
        screens: [shown],
      },
      problems: { refused: 0, warnings: 0 },
    };
    await folders.write('_écrans/cdi.json', JSON.stringify(beat));
    await folders.write('_écrans/cdi.webp', await webp());
    await folders.write('_écrans/hall.json', '{ garbage');
    const { screens } = await read<RegieScreens>(app, 'api/regie/screens');
    expect(screens).toMatchObject([
      { name: 'cdi', machine: 'poste-cdi', caption: 'Réunion', picture: '/api/regie/screens/cdi/picture' },
    ]);
    const picture = await app.get('api/regie/screens/cdi/picture');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    await folders.write('_écrans/cdi.webp', '<script>alert(1)</script>');
    for (const name of ['cdi', 'hall', '..%2F..%2Fetc%2Fpasswd', '_redaction'])
      expect((await app.get(`api/regie/screens/${name}/picture`)).status).toBe(404);
  });

  test('leaves in the folder what this machine does, with a picture of it, and says in /health that it could', async () => {
    await folders.write('Affiche.png', await png());
    const app = await start();
    const stream = await app.get('api/programme/stream?screen=hall', { accept: 'text/event-stream' });
    const beat = await eventually(
      async () =>
        JSON.parse(await readFile(join(folders.content, '_écrans', `${hostname()}.json`), 'utf8').catch(() => '{}')),
      ({ screens }) => screens?.length === 1,
    );
    expect(beat).toMatchObject({ machine: hostname(), reachable: true, screens: [{ name: 'hall', connected: true }] });
    expect((await app.health()).heartbeat).toEqual({ state: 'ok', message: null });
    expect((await app.catalogue()).items).toHaveLength(1);
    const programme = await read<{ slides: { id: string }[] }>(app, 'api/programme?screen=hall');
    const body = { screen: 'hall', width: 1920, height: 1080, dpr: 1, slide: programme.slides[0]?.id, awake: false };
    const headers = { origin: new URL(app.url).origin, 'content-type': 'application/json' };
    await fetch(new URL('api/screens', app.url), { method: 'POST', headers, body: JSON.stringify(body) });
    const picture = await eventually(
      () => readFile(join(folders.content, '_écrans', `${hostname()}.webp`), 'latin1').catch(() => ''),
      (bytes) => bytes.length > 0,
    );
    expect(picture.slice(8, 12)).toBe('WEBP');
    await stream.body?.cancel();
  });

  test('shows the pictures of a week small: hundreds of them may stand on one page', async () => {
    await folders.write('Affiche.png', await png({ width: 1_600, height: 900 }));
    const app = await start();
    const { slides } = await eventually(
      () => read<{ slides: { src?: string }[] }>(app, 'api/programme'),
      (programme) => programme.slides.length === 1,
    );
    const hash = slides[0]?.src?.split('/')[2];
    const small = await app.get(`api/regie/pictures/${hash}`);
    expect(small.headers.get('cache-control')).toContain('immutable');
    expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({
      ...{ format: 'webp', width: 640, height: 360 },
    });
    for (const [width, height] of [
      [320, 180],
      [224, 126],
    ]) {
      const smaller = await app.get(`api/regie/pictures/${hash}?side=${width}`);
      expect(await sharp(Buffer.from(await smaller.arrayBuffer())).metadata()).toMatchObject({ width, height });
    }
    for (const side of ['5000', '0', '320&side=640', 'x'])
      expect((await app.get(`api/regie/pictures/${hash}?side=${side}`)).status).toBe(404);
    for (const name of ['0'.repeat(32), '..%2F..%2Fetc%2Fpasswd'])
      expect((await app.get(`api/regie/pictures/${name}`)).status).toBe(404);
  });

  test('never shows a picture that was damaged on the disk small: it is made again, and is then small too', async () => {
    await folders.write('Affiche.png', await png({ width: 1_600, height: 900 }));
    const app = await start();
    const { slides } = await eventually(
      () => read<{ slides: { src?: string }[] }>(app, 'api/programme'),
      (programme) => programme.slides.length === 1,
    );
    const hash = slides[0]?.src?.split('/')[2] ?? '';
    const file = join(folders.state, 'store/objects', hash.slice(0, 2), hash.slice(2));
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0, bytes.length >> 1));
    const ask = () => app.get(`api/regie/pictures/${hash}`);
    expect((await ask()).status).toBe(404);
    await eventually(ask, ({ status }) => status === 200);
  });

  test.each(['?from=hier', '?from=2031-02-30', '?screen=a&screen=b'])('answers %s with a sentence', async (query) => {
    const app = await start();
    const answer = await app.get(`api/regie/week${query}`);
    expect([answer.status, await answer.json()]).toEqual([400, { message: expect.stringMatching(/\.$/u) }]);
  });
});

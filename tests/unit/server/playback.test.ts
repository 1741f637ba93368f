import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ScreenReport } from '../../../main/contract.ts';
import { REPORT_NAME } from '../../../main/report/page-file.ts';
import type { RunningApp } from '../../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { committed, png } from '../../support/media-files.ts';
import { sharedCase } from '../../support/shared-cases.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);

/** A player that tells what it shows. */
function screenOf(app: RunningApp, screen: string) {
  return async (told: Pick<ScreenReport, 'slide' | 'unplayable'>): Promise<void> => {
    const body: ScreenReport = { screen, width: 1920, height: 1080, dpr: 1, ...told };
    const answer = await fetch(new URL('api/screens', app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(app.url).origin },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(204);
  };
}

const page = () => readFile(join(folders.content, REPORT_NAME), 'utf8').catch(() => '');
const pageSaying = (words: RegExp) => eventually(page, (text) => words.test(text));
const unplayable = async (app: RunningApp) =>
  (await app.catalogue()).problems.filter(({ code }) => code === 'unplayable');
const filmSlide = async (app: RunningApp) => {
  const { slides } = await eventually(
    () => app.programme(),
    (programme) => programme.slides.some(({ kind }) => kind === 'video'),
  );
  return slides.find(({ kind }) => kind === 'video')?.id ?? '';
};
const SENTENCE = /L’écran «\u00a0hall\u00a0» n’a pas pu lire cette vidéo/u;

test('a film that the wall cannot play is told in the folder, in the catalogue and in the health, until it is played', async () => {
  await folders.write('Affiche.png', await png());
  await folders.write('Film.mp4', await committed('film-h264.mp4'));
  const app = await start();
  const slide = await filmSlide(app);
  await pageSaying(/Tout va bien/u);
  const hall = screenOf(app, 'hall');
  await hall({ slide: null });
  await hall({ slide: null, unplayable: slide });
  const told = await pageSaying(SENTENCE);
  expect(told).not.toContain('Tout va bien');
  expect(told).toMatch(/Film\.mp4<\/a>.*?<span class="badge refused">Pas affiché<\/span>/su);
  expect(await unplayable(app)).toMatchObject([{ file: 'Film.mp4', severity: 'refused' }]);
  const health = await app.health();
  expect(health.problems).toEqual({ refused: 1, warnings: 0 });
  expect(health.screens).toMatchObject([{ screen: 'hall', unplayable: ['Film.mp4'] }]);
  await hall({ slide });
  await pageSaying(/Tout va bien/u);
  expect(await unplayable(app)).toEqual([]);
  expect((await app.health()).screens).toMatchObject([{ screen: 'hall', unplayable: [] }]);
});

test('a film that the wall cannot play is forgotten when its file changes', async () => {
  await folders.write('Film.mp4', await committed('film-h264.mp4'));
  const app = await start();
  const hall = screenOf(app, 'hall');
  await hall({ slide: null, unplayable: await filmSlide(app) });
  await pageSaying(SENTENCE);
  // A box that players pass over: other bytes, the same film.
  const free = Buffer.from([0, 0, 0, 8, ...Buffer.from('free')]);
  await folders.write('Film.mp4', Buffer.concat([await committed('film-h264.mp4'), free]));
  await pageSaying(/Tout va bien/u);
  expect(await unplayable(app)).toEqual([]);
});

test('a film that one screen plays and another does not is on the wall, with a warning', async () => {
  await folders.write('Film.mp4', await committed('film-h264.mp4'));
  const app = await start();
  const slide = await filmSlide(app);
  await screenOf(app, 'hall')({ slide: null, unplayable: slide });
  await screenOf(app, 'cantine')({ slide });
  expect(await unplayable(app)).toMatchObject([{ severity: 'warning' }]);
  await pageSaying(/badge shown">À l’écran<\/span> <span class="badge warned">À vérifier/u);
});

test('a failure of a slide that is in no programme changes nothing', async () => {
  await folders.write('Film.mp4', await committed('film-h264.mp4'));
  const app = await start();
  await filmSlide(app);
  await screenOf(app, 'hall')({ slide: null, unplayable: 'x'.repeat(120) });
  expect(await unplayable(app)).toEqual([]);
});

// A film of a public collection, which decoders refuse though its boxes are whole.
test('a film that is protected against copies is told as what the screen could not play', async (context) => {
  const film = await sharedCase(context, 'media', 'V040-media3-sample_fragmented_widevine.mp4');
  await folders.write('Film.mp4', film);
  const app = await start();
  await screenOf(app, 'hall')({ slide: null, unplayable: await filmSlide(app) });
  expect(await pageSaying(SENTENCE)).toContain('protégée contre la copie');
});

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, testClock } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { EVERY_ENDING } from '../support/every-ending.ts';
import { watchMappedFiles } from '../support/faults/mapped-files.ts';
import * as files from '../support/media-files.ts';
import { createFolders, type Folders } from '../support/service.ts';

/** The kinds of the items that each file becomes, by the letter of its name. */
const expected: Record<string, string[]> = {
  ...Object.fromEntries('abcdefghijklmn345'.split('').map((name) => [name, ['image']])),
  ...Object.fromEntries('opqr'.split('').map((name) => [name, ['video']])),
  ...Object.fromEntries('stuv'.split('').map((name) => [name, ['text']])),
  w: ['event', 'event'],
  x: ['event'],
  y: ['event'],
  1: ['text'],
  2: ['text'],
};

let folders: Folders;
let app: RunningApp;
let mapped: () => readonly string[] = () => [];
beforeAll(async () => {
  folders = await createFolders();
  for (const [name, make] of Object.entries(EVERY_ENDING)) await folders.write(name, await make());
  // A picture of this size takes long enough to be seen while it is decoded.
  await folders.write('grande.jpg', await files.jpeg({ width: 2_400, height: 1_800 }));
  mapped = watchMappedFiles(dirname(folders.content));
  app = await startApp(folders, testClock('2031-03-11T09:00'));
  const count = Object.values(expected).flat().length + 1;
  await eventually(app.catalogue, ({ items }) => items.length >= count, 60_000);
}, 70_000);
afterAll(async () => {
  mapped();
  await app.close();
  await folders.dispose();
});

test.each(Object.keys(EVERY_ENDING))('%s is shown for what it is', async (name) => {
  const { items, problems } = await app.catalogue();
  expect(problems.filter(({ file, severity }) => file === name && severity === 'refused')).toEqual([]);
  expect(items.filter(({ file }) => file === name).map(({ kind }) => kind)).toEqual(expected[name.charAt(0)]);
});

test('a document of three pages is three slides, in order', async () => {
  const { slides } = await app.programme();
  const pages = slides.flatMap((slide) => (slide.kind === 'image' && slide.source === 'n.pdf' ? [slide.page] : []));
  expect(pages).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});

test('every picture and film of the programme can be fetched', async () => {
  const { slides } = await app.programme();
  for (const slide of slides) {
    if (slide.kind !== 'image' && slide.kind !== 'video') continue;
    const answer = await app.get(slide.src, { range: 'bytes=0-15' });
    expect([slide.source, answer.status]).toEqual([slide.source, 206]);
  }
});

// A decoder that maps a file ends the whole process where somebody cuts the file meanwhile, or where its disk fails.
test.runIf(process.platform === 'linux')(
  'no file was mapped into memory to read it or to make a small picture of it',
  async () => {
    const { slides } = await app.programme();
    for (const slide of slides) {
      if (slide.kind !== 'image') continue;
      const answer = await app.get(`api/regie/pictures/${slide.src.split('/')[2]}`);
      expect([slide.source, answer.status]).toEqual([slide.source, 200]);
    }
    const page = () => readFile(join(folders.content, '_état.html'), 'utf8').catch(() => '');
    await eventually(page, (html) => html.includes('grande.jpg') && html.includes('data:image/webp'));
    expect(mapped()).toEqual([]);
  },
);

test('no telephone number of a press contact is in the programme of any day', async () => {
  for (const day of ['2031-03-10', '2031-03-11', '2031-03-13', '2031-03-20']) {
    const text = await (await app.get(`api/programme?at=${day}`)).text();
    expect(text).not.toMatch(/06 ?00|Contact presse/u);
  }
});

test('a film in a form that not every Chromium plays is named, with what to export', async () => {
  await folders.write('film.mp4', await files.committed('film-hevc.mp4'));
  const { problems } = await eventually(app.catalogue, (catalogue) =>
    catalogue.problems.some(({ file }) => file === 'film.mp4'),
  );
  const found = problems.find(({ file }) => file === 'film.mp4');
  expect(found?.severity).toBe('warning');
  expect(`${found?.message} ${found?.advice}`).toMatch(/HEVC.*H\.264/su);
});

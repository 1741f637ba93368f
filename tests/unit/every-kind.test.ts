import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, testClock } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import * as files from '../support/media-files.ts';
import { makeDocx, makeOdt, paragraph } from '../support/office.ts';
import { createFolders, type Folders } from '../support/service.ts';

const release = [
  paragraph('Programme de la semaine', { level: 1 }),
  paragraph('Mardi 11 mars 2031', { level: 2 }),
  paragraph('Xville (60) - Forum des métiers - Lycée Test', { level: 3 }),
  paragraph('Des professionnels racontent leur métier.'),
  paragraph('Jeudi 13 mars', { level: 2 }),
  paragraph('Yville (80) - Atelier théâtre - Collège Essai', { level: 3 }),
  paragraph('Contact presse', { level: 2 }),
  paragraph('Service de presse 06 00 00 00 00'),
];
const calendar = [
  ...[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//essai//FR',
    'BEGIN:VEVENT',
    'UID:1@essai',
    'DTSTAMP:20310101T000000Z',
  ],
  ...['DTSTART;VALUE=DATE:20310311', 'SUMMARY:Réunion', 'LOCATION:Salle 2', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

/** What is dropped, and the kinds of the items that it becomes. */
const dropped: Record<string, () => Promise<Uint8Array> | Uint8Array | string> = {
  'a.jpg': () => files.jpeg(),
  'b.jpeg': () => files.jpegP3(),
  'c.jfif': () => files.jpegCmyk(),
  'd.png': () => files.png(),
  'e.webp': () => files.webp(),
  'f.avif': () => files.avif(),
  'g.gif': () => files.animatedGif(),
  'h.svg': () => files.svg(),
  'i.heic': () => files.committed('iphone.heic'),
  'j.heif': () => files.committed('iphone.heic'),
  'k.tif': () => files.tiff(),
  'l.tiff': () => files.tiff(undefined, 'none'),
  'm.bmp': () => files.bmp(),
  'n.pdf': () => files.pdf({ pages: 3 }),
  'o.mp4': () => files.committed('film-h264.mp4'),
  'p.m4v': () => files.committed('film-h264.mp4'),
  'q.webm': () => files.committed('film-vp9.webm'),
  'r.mov': () => files.committed('film-h264.mov'),
  's.md': () => '# Un mot\n\nBonjour.\n',
  't.txt': () => 'Un mot sans titre, pour tous.\n',
  'u.docx': () => makeDocx([paragraph('Un document', { level: 1 }), paragraph('Bonjour.')]),
  'v.odt': () => makeOdt([paragraph('Un document', { level: 1 }), paragraph('Bonjour.')]),
  'w.docx': () => makeDocx(release),
  'x.ics': () => calendar,
  'y.csv': () => 'date;heure;ville;titre;lieu;description\n2031-03-11;14h;Xville;Visite;Musée;Une visite.\n',
};
const expected: Record<string, string[]> = {
  ...Object.fromEntries('abcdefghijklmn'.split('').map((name) => [name, ['image']])),
  ...Object.fromEntries('opqr'.split('').map((name) => [name, ['video']])),
  ...Object.fromEntries('stuv'.split('').map((name) => [name, ['text']])),
  w: ['event', 'event'],
  x: ['event'],
  y: ['event'],
};

let folders: Folders;
let app: RunningApp;
beforeAll(async () => {
  folders = await createFolders();
  for (const [name, make] of Object.entries(dropped)) await folders.write(name, await make());
  app = await startApp(folders, testClock('2031-03-11T09:00'));
  const count = Object.values(expected).flat().length;
  await eventually(app.catalogue, ({ items }) => items.length >= count, 60_000);
}, 70_000);
afterAll(async () => {
  await app.close();
  await folders.dispose();
});

test.each(Object.keys(dropped))('%s is shown for what it is', async (name) => {
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

test('no telephone number of a press contact is in the programme of any day', async () => {
  for (const day of ['2031-03-10', '2031-03-11', '2031-03-13', '2031-03-20']) {
    const text = await (await app.get(`api/programme?at=${day}`)).text();
    expect(text).not.toMatch(/06 ?00|Contact presse/u);
  }
});

test('a film in a form that Chromium does not play is named, with what to export', async () => {
  await folders.write('film.mp4', await files.committed('film-hevc.mp4'));
  const { problems } = await eventually(app.catalogue, (catalogue) =>
    catalogue.problems.some(({ file }) => file === 'film.mp4'),
  );
  const found = problems.find(({ file }) => file === 'film.mp4');
  expect(found?.severity).toBe('refused');
  expect(`${found?.message} ${found?.advice}`).toMatch(/HEVC.*H\.264/su);
});

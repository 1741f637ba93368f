import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import sharp from 'sharp';
import { STATE_WORDS } from '../../main/report/row.ts';
import { eventually } from '../support/eventually.ts';
import { committed } from '../support/media-files.ts';
import type { Folders } from '../support/service.ts';
import { within } from '../support/within.ts';
import { expect, test } from './fixtures.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const at = '--at=2031-03-11T09:00';
const reportOf = ({ content }: Folders) => join(content, '_état.html');

/** Waits until the page in the folder contains all these texts, and nothing is still being read: what is opened then stays as it is. */
const saying = (folders: Folders, ...words: string[]) =>
  eventually(
    () => readFile(reportOf(folders), 'utf8').catch(() => ''),
    (page) => words.every((word) => page.includes(word)) && !page.includes(`>${STATE_WORDS.waiting}<`),
  );

/** Opens the page as staff do, by a double click, without a server. */
async function openReport(page: Page, folders: Folders): Promise<readonly string[]> {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  await page.goto(pathToFileURL(reportOf(folders)).href);
  return requests;
}

async function livedIn(folders: Folders): Promise<void> {
  const photo = sharp({ create: { width: 800, height: 600, channels: 3, background: '#1f47a8' } });
  await folders.write('preau.yml', 'lieu: École du Marronnier\necrans:\n  - nom: cantine\n');
  await folders.write('photos/Sortie <au> "musée".png', await photo.png().toBuffer());
  await folders.write(
    'fete.md',
    '---\ntitre: Fête du livre\nville: Nulleville\ndates: 2031-03-11\nheures: 14h-17h\n---\nVenez.\n',
  );
  await folders.write('2031-03-13 Bal.md', '# Bal\n\nEn musique.\n');
  await folders.write('2031-03-03 Passé.md', '# Passé\n\nFini.\n');
  await folders.write('écrans/cantine/Menu.txt', 'Soupe.');
  await folders.write('film.mp4', await committed('film-hevc.mp4'));
  await folders.write('chanson.mp4', await committed('sound-only.mp4'));
  await folders.write('inconnue.md', '---\ntitre: A\nvile: B\n---\nTexte.\n');
}
const LIVED_IN = ['Fête du livre', 'HEVC', 'chanson.mp4', 'data:image/webp', 'Menu.txt', 'inconnue.md', 'Passé.md'];

test('the page in the folder opens without network and without errors, and passes axe', async ({
  folders,
  start,
  page,
}) => {
  await livedIn(folders);
  await start(folders, at);
  await saying(folders, ...LIVED_IN);
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.setViewportSize({ width: 1280, height: 900 });
  const requests = await openReport(page, folders);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’écran et son dossier');
  await expect(page.getByRole('row', { name: /chanson\.mp4/u })).toContainText('Pas affiché');
  await expect(page.getByRole('row', { name: /film\.mp4/u })).toContainText('HEVC');
  await expect(page.getByRole('row', { name: /Bal\.md/u })).toContainText('jeudi 13 mars');
  await expect(page.getByRole('row', { name: /Menu\.txt/u })).toContainText('Seulement sur l’écran « cantine »');
  expect(await page.evaluate(() => [...document.images].every((picture) => picture.naturalWidth > 0))).toBe(true);
  expect(await page.evaluate(() => document.images.length)).toBeGreaterThan(0);
  // The page allows no scripts; `page.evaluate` runs axe all the same.
  await page.evaluate(await readFile(axe, 'utf8'));
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(requests).toEqual([pathToFileURL(reportOf(folders)).href]);
  expect(faults).toEqual([]);
});

test('the page fits on a telephone and on paper', async ({ folders, start, page }) => {
  await livedIn(folders);
  await folders.write(`${'unnomsansespace'.repeat(14)}.txt`, 'Bonjour.');
  await start(folders, at);
  await saying(folders, ...LIVED_IN, 'unnomsansespace');
  await openReport(page, folders);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow()).toBe(0);
  // A4 between its margins, 96 pixels an inch.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 695, height: 1_000 });
  expect(await overflow()).toBe(0);
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(background).toBe('rgb(255, 255, 255)');
});

test('the page tells of a changed file within five seconds', async ({ folders, start }) => {
  await folders.write('a.txt', 'Bonjour.');
  await start(folders, at);
  await saying(folders, 'a.txt');
  await within(5_000, async () => {
    await folders.write('32 mai.txt', '---\ntitre: Jamais\ndates: 32 mai\n---\nTexte.\n');
    await saying(folders, '32 mai.txt', 'Pas affiché');
  });
});

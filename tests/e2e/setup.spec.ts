import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeViolations } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { startUnconfigured } from '../support/service.ts';
import { expect, test } from './fixtures.ts';

test('the first start asks for the folder; the keyboard answers, the wall plays it, and the next start knows it', async ({
  page,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'preau-first-start-'));
  const content = join(home, 'Écran du hall');
  await mkdir(content);
  await writeFile(join(content, 'Bienvenue.md'), '# Bienvenue\n\nLe hall est ouvert.');
  let preau = await startUnconfigured(home);
  try {
    await page.goto(preau.url);
    await expect(page.getByRole('heading')).toHaveText(/Où est le dossier de l’écran/u);
    const proposed = page.getByRole('radio', { name: /Préau/u });
    await expect(proposed).toBeFocused();
    await expect(proposed).toBeChecked();
    expect(await axeViolations(page)).toEqual([]);

    // Up from the first choice is the last one: another folder, whose path is typed.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('/pas/ici');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(/«\s\/pas\/ici\s» n’existe pas/u);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(content);
    await page.keyboard.press('Enter');

    await page.waitForFunction(() => document.documentElement.dataset['slide'] !== undefined);
    const { items } = await eventually(preau.catalogue, (catalogue) => catalogue.items.length > 0);
    expect(items).toMatchObject([{ title: 'Bienvenue' }]);
    expect(await readFile(join(home, 'preau.conf'), 'utf8')).toBe(`content = ${content}\n`);

    await preau.stop();
    preau = await startUnconfigured(home);
    expect((await preau.health()).content.folder).toBe(content);
  } finally {
    await preau.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('the form of the first start answers no other page, under no other name, and on no other address', async ({
  request,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'preau-first-start-'));
  const preau = await startUnconfigured(home, '--host=0.0.0.0');
  try {
    expect(new URL(preau.url).hostname).toBe('127.0.0.1');
    const address = new URL('api/setup', preau.url).href;
    const other = await request.get(address, { headers: { host: 'ailleurs.example' } });
    expect(other.status()).toBe(403);
    const foreign = { headers: { origin: 'http://127.0.0.1:1' }, data: { path: home } };
    expect((await request.post(address, foreign)).status()).toBe(403);
    expect((await request.post(address, { data: { path: home } })).status()).toBe(403);
    await expect(readFile(join(home, 'preau.conf'))).rejects.toThrow('ENOENT');
  } finally {
    await preau.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

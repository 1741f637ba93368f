import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';

/** The views, each with its heading. */
const VIEWS = {
  semaine: /^Semaine du/u,
  fichiers: 'Fichiers',
  ecrans: 'Écrans',
  deposer: 'Déposer des fichiers',
  corbeille: 'Corbeille',
};
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** What the service has written down of the originals. */
async function kept(state: string): Promise<string> {
  const folder = join(state, 'corbeille');
  const [name = ''] = await readdir(folder);
  return readFile(join(folder, name), 'utf8');
}

const drawn = (page: Page) => page.locator('preau-still .painted');

/** Goes to an element by the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element.matches(':focus-visible'))) return;
  }
  throw new Error('the Tab key does not get there');
}

test('« what will the hall show next Tuesday at 14 h? » is three steps on the régie, by its words alone: with the keyboard at a desk, by touch on a telephone', async ({
  wall: page,
  sample,
  start,
}) => {
  const { url } = await start(sample, '--at=2026-05-05T09:00');
  const next = page.getByRole('button', { name: 'Semaine suivante' });
  const day = page.getByRole('button', { name: 'Voir ce jour : mardi 12 mai' });
  const hour = page.getByRole('slider', { name: 'Heure' });
  const shown = async () => {
    const frame = page.getByRole('dialog').locator('iframe');
    await expect(frame).toHaveAttribute('src', /at=2026-05-12T14%3A00/u);
    await expect(frame.contentFrame().locator('html')).toHaveAttribute('data-slide', /.+/u);
    await expect(page.getByRole('dialog').getByText('14\u00a0h')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  };

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}regie`);
  await expect(drawn(page).first()).toBeVisible();
  await tabTo(page, next);
  await page.keyboard.press('Enter');
  await tabTo(page, day);
  await page.keyboard.press('Enter');
  await tabTo(page, hour);
  // From 9 h, by quarters of an hour.
  for (let quarter = 0; quarter < 20; quarter++) await page.keyboard.press('ArrowRight');
  await shown();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Cette semaine' }).click();
  await next.click();
  await day.click();
  await hour.fill(String(14 * 60));
  await shown();
});

test('« Semaine suivante » pressed twice is two weeks on, also while the régie still waits for the first of them', async ({
  wall: page,
  sample,
  start,
}) => {
  const { url } = await start(sample, '--at=2026-05-05T09:00');
  const next = page.getByRole('button', { name: 'Semaine suivante' });
  const week = (days: string) => page.getByRole('heading', { level: 2, name: days });
  await page.goto(`${url}regie`);
  await expect(drawn(page).first()).toBeVisible();
  let answer = (): void => undefined;
  const pressed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/regie/week**', async (route) => {
    await pressed;
    await route.continue();
  });
  await next.click();
  await next.click();
  await expect(week('du 4 au 10 mai')).toBeVisible();
  answer();
  await expect(week('du 18 au 24 mai')).toBeVisible();
  // Back from where the page is, and at home the button rests.
  await page.getByRole('button', { name: 'Semaine précédente' }).click();
  await expect(week('du 11 au 17 mai')).toBeVisible();
  await page.getByRole('button', { name: 'Cette semaine' }).click();
  await expect(page.getByRole('button', { name: 'Cette semaine' })).toBeDisabled();
});

test('every view passes axe at a desk and on a telephone, nothing is wider than the page, and few thumbnails are drawn at once', async ({
  wall: page,
  sample,
  start,
}) => {
  test.setTimeout(120_000);
  const { url } = await start(sample, '--at=2026-05-05T09:00');
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const [view, name] of Object.entries(VIEWS)) {
      await page.goto(`${url}regie#${view}`);
      await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
      if (view === 'semaine') await expect(drawn(page).first()).toBeVisible();
      expect.soft(await axeViolations(page, false), `${view} ${size.width}`).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${view} ${size.width}`).toBeLessThanOrEqual(size.width);
    }
  }
  expect(await page.locator('preau-still-player').count()).toBeLessThan(40);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}regie#semaine`);
  const picture = page.locator('preau-still .painted .stage img:not(.blur)').first();
  await expect(picture).toHaveAttribute('src', /^\/api\/regie\/pictures\/[0-9a-f]{32}\?side=224$/u);
  await expect(page.getByText('ne se dessine pas')).toHaveCount(0);
});

/** Runs in the page: whether each thumbnail in or near the window, where the régie draws them, is drawn. */
function allAreDrawn(stills: readonly Element[]): boolean {
  const near = stills.filter((still) => {
    const { top, bottom } = still.getBoundingClientRect();
    return bottom > -300 && top < innerHeight + 300;
  });
  return near.length > 0 && near.every((still) => still.shadowRoot?.querySelector('.painted'));
}

/** Waits for all these thumbnails: on a slow machine they come one after the other, for seconds. */
async function allDrawn(page: Page): Promise<void> {
  await expect.poll(() => page.locator('preau-still').evaluateAll(allAreDrawn)).toBe(true);
}

/** How many layers the compositor has drawn at most while `run` went on. */
async function mostLayers(page: Page, run: () => Promise<void>): Promise<number> {
  const client = await page.context().newCDPSession(page);
  let most = 0;
  client.on('LayerTree.layerTreeDidChange', ({ layers = [] }) => {
    most = Math.max(most, layers.filter(({ drawsContent }) => drawsContent).length);
  });
  await client.send('LayerTree.enable');
  await run();
  await client.detach();
  return most;
}

test('no thumbnail takes a layer of its own, whose pixels the page would hold: neither as it appears, nor as it goes', async ({
  wall: page,
  sample,
  start,
}) => {
  const { url } = await start(sample, '--at=2026-05-05T09:00');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}regie`);
  const before = await mostLayers(page, () => allDrawn(page));
  const thumbnails = await drawn(page).count();
  const gone = await mostLayers(page, async () => {
    await page.getByRole('button', { name: 'Semaine suivante' }).click();
    await expect(page.getByRole('heading', { name: /Semaine du 11 au 17 mai/u })).toBeVisible();
    await allDrawn(page);
  });
  expect(Math.max(before, gone)).toBeLessThan(thumbnails);
});

/** What the page holds once all its thumbnails are drawn, after its garbage was collected. */
async function held(page: Page): Promise<{ readonly bytes: number; readonly nodes: number }> {
  await allDrawn(page);
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  await client.send('Performance.enable');
  const { metrics } = await client.send('Performance.getMetrics');
  await client.detach();
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { bytes: of('JSHeapUsedSize'), nodes: of('Nodes') };
}

test('a régie that is left open for a week goes to the new day by itself, holds no more than before, and asks for the code when its session ends', async ({
  // Not a wall: the browser itself writes of the refusal in its console.
  page,
  sample,
  start,
}) => {
  const { url } = await start(sample, '--at=2026-05-05T09:00');
  await page.clock.install();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}regie`);
  const day = (label: string) => page.getByRole('region', { name: label });
  await expect(day('mardi 5 mai')).toContainText('Aujourd’hui.');
  // A thumbnail is given up after 20 s, and the clock is about to jump further.
  await allDrawn(page);
  await page.route(/regie\/week/u, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), today: '2026-05-06' } });
  });
  await page.clock.fastForward(30_000);
  await expect(day('mercredi 6 mai')).toContainText('Aujourd’hui.');
  const before = await held(page);
  for (let hour = 0; hour < 7 * 24; hour++) {
    const answered = page.waitForResponse(/regie\/week/u);
    await page.clock.fastForward(3_600_000);
    await answered;
  }
  const after = await held(page);
  expect(after.bytes - before.bytes).toBeLessThan(3_000_000);
  expect(after.nodes - before.nodes).toBeLessThan(500);
  await page.route(/api\/regie\//u, async (route) => {
    const isSession = route.request().url().includes('/session');
    const json = isSession ? { open: false, message: null } : { message: 'Entrez le code de la régie.' };
    await route.fulfill({ status: isSession ? 200 : 401, json });
  });
  await page.clock.fastForward(30_000);
  await expect(page.getByRole('alert')).toHaveText('Votre session est terminée\u00a0: entrez le code de nouveau.');
  await expect(page.getByLabel('Code')).toBeVisible();
});

test('a file is dropped, answered, saved, taken out, and put back', async ({ wall: page, folders, start }) => {
  const { url } = await start(folders, '--at=2026-05-05T09:00');
  await page.goto(`${url}regie#deposer`);
  await page.getByLabel('Choisir des fichiers').setInputFiles({
    name: 'Menu.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Soupe, puis poisson.'),
  });
  await expect(page.getByRole('heading', { name: 'Menu.txt' })).toBeVisible();
  await expect(drawn(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Mettre dans le dossier' }).click();
  await expect(page.getByText('C’est dans le dossier')).toBeVisible();
  expect(await readdir(folders.content)).toContain('Menu.txt');
  await page.getByRole('link', { name: 'Fichiers' }).click();
  await expect(page.getByText('À l’écran')).toBeVisible();
  await expect(async () => expect(await kept(folders.state)).toContain('Menu.txt')).toPass({ timeout: 30_000 });
  await folders.remove('Menu.txt');
  await page.getByRole('link', { name: 'Corbeille' }).click();
  await page.getByRole('button', { name: 'Remettre Menu.txt' }).click();
  await expect(page.getByText('Rien n’a été retiré.')).toBeVisible();
  expect(await readdir(folders.content)).toContain('Menu.txt');
});

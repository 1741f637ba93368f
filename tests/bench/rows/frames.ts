/**
 * Times between frames during changes of pictures of 24 megapixels, on a wall of full HD and one of 4K: in the player, and on a
 * page that only swaps them.
 *
 * What would make it lie: a page in the background, whose frames are not drawn; the moments at which a busy page hears of its
 * frames; counting frames before the first change or after the last; the naive page decoding pictures that its cache holds
 * decoded; pictures prepared for a smaller wall.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { eventually } from '../../support/eventually.ts';
import { type PlayerFixture, startPlayerFixture } from '../../support/player-fixture.ts';
import { createFolders, type RunningService, startService } from '../../support/service.ts';
import { programmeOf } from '../../support/wall.ts';
import { framesDuring, swapPictures } from '../frame-times.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';

const PHOTOS = 12;
/** How long a picture is shown between two changes, and how often the naive page changes; milliseconds. */
const SHOWN_MS = 400;
const SWAP_MS = 1_100;
/** The aim of 20 ms is one of full HD: software draws four times as many pixels at 4K. */
const WALLS = [
  { name: '1080p', viewport: { width: 1920, height: 1080 }, changes: 100, aims: [{ of: 'p99', most: 20 }] as const },
  { name: '4K', viewport: { width: 3840, height: 2160 }, changes: 8, aims: [] },
];
type Wall = (typeof WALLS)[number];

export const row: Row = {
  name: 'frames',
  notShown: 'A graphics card; films; changes to texts, which are drawn and not decoded.',
  async run(bench) {
    const originals = await Promise.all(Array.from({ length: PHOTOS }, () => photo(6000, 4000)));
    const measured: Measured[] = [];
    for (const wall of WALLS) measured.push(...(await benchChanges(bench, originals, wall)));
    return measured;
  },
};

async function benchChanges(bench: Bench, originals: readonly Buffer[], wall: Wall): Promise<Measured[]> {
  const browser = await bench.browser();
  const { name, viewport, aims } = wall;
  const changes = bench.rounds(wall.changes);
  const player = fileURLToPath(new URL('../../../build/renderer', import.meta.url));
  const fixture = await startPlayerFixture(player, null);
  try {
    for (const [n, bytes] of originals.entries()) fixture.serve(`/media/original/${n}`, { type: 'image/jpeg', bytes });
    await serveAsPrepared(fixture, originals, wall);
    const ours = await onPage(browser, { url: fixture.url, viewport }, async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName('slide').length > 1);
      return framesDuring(page, () => slidesShown(page, changes + 1));
    });
    const naive = await onPage(browser, { url: `${fixture.url}/media/original/page`, viewport }, async (page) => {
      await page.evaluate(swapPictures, { photos: PHOTOS, everyMs: SWAP_MS });
      return framesDuring(page, () => page.waitForTimeout((changes / 4) * SWAP_MS));
    });
    // Three frames of a display of 60 Hz take 50 ms; their stamps are rounded.
    const share = (deltas: readonly number[]) => deltas.filter((delta) => Math.round(delta) > 50).length;
    const against = 'a page that swaps two <img>';
    const what = `${changes} changes of 24 megapixels, ${name}`;
    return [
      { what: `time between frames, ${what}`, against, unit: 'ms', values: ours, reference: naive, aims },
      {
        what: `frames over 50 ms, ${what}`,
        against: `${against}, a quarter as often`,
        unit: '',
        values: [share(ours)],
        reference: [share(naive)],
        aims: [{ of: 'worst', most: 0 }],
        headline: name === '1080p',
      },
    ];
  } finally {
    await fixture.close();
  }
}

async function onPage<T>(
  browser: Browser,
  { url, viewport }: { readonly url: string; readonly viewport: { width: number; height: number } },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport });
  try {
    await page.goto(url);
    return await use(page);
  } finally {
    await page.close();
  }
}

async function slidesShown(page: Page, least: number): Promise<void> {
  await page.waitForFunction((count) => performance.getEntriesByName('slide').length > count, least, {
    timeout: 600_000,
  });
}

/** Makes the real service prepare the photos, and serves what the player would get, with shorter durations. */
async function serveAsPrepared(fixture: PlayerFixture, originals: readonly Buffer[], wall: Wall): Promise<void> {
  const folders = await createFolders();
  for (const [n, bytes] of originals.entries()) await folders.write(`photo-${n}.jpg`, bytes);
  const service = await startService(folders);
  try {
    const pictures = await preparedFor(service, originals.length, wall);
    for (const { src } of pictures) {
      const answer = await fetch(new URL(src, service.url));
      const type = answer.headers.get('content-type') ?? '';
      fixture.serve(src, { type, bytes: Buffer.from(await answer.arrayBuffer()) });
    }
    fixture.serve('/media/original/page', { type: 'text/html', bytes: Buffer.from('<!doctype html><body>') });
    fixture.send(programmeOf(pictures.map((picture) => ({ ...picture, durationMs: SHOWN_MS }))));
  } finally {
    await service.stop();
    await folders.dispose();
  }
}

/** The slides of the photos, once they are as large as the wall. */
async function preparedFor(service: RunningService, count: number, { viewport }: Wall) {
  const report = { screen: '', ...viewport, dpr: 1, slide: null };
  const headers = { 'content-type': 'application/json', origin: new URL(service.url).origin };
  await fetch(new URL('api/screens', service.url), { method: 'POST', headers, body: JSON.stringify(report) });
  const picturesNow = async () =>
    (await service.programme()).slides.flatMap((slide) => (slide.kind === 'image' ? [slide] : []));
  return eventually(
    picturesNow,
    (slides) => slides.length === count && slides.every(({ width }) => width === viewport.width),
    120_000,
  );
}

/**
 * Times between frames during changes of pictures of 24 megapixels: in the player, and on a page that only swaps them.
 *
 * What would make it lie: a page in the background, whose frames are not drawn; counting frames before the first change or
 * after the last; the naive page decoding pictures that its cache holds decoded.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { eventually } from '../../support/eventually.ts';
import { type PlayerFixture, startPlayerFixture } from '../../support/player-fixture.ts';
import { createFolders, startService } from '../../support/service.ts';
import { programmeOf } from '../../support/wall.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';

const PHOTOS = 12;
/** How long a picture is shown between two changes, and how often the naive page changes; milliseconds. */
const SHOWN_MS = 400;
const SWAP_MS = 1_100;

export const row: Row = {
  name: 'frames',
  notShown: 'A graphics card; films; changes to texts, which are drawn and not decoded.',
  run: benchChanges,
};

async function benchChanges(bench: Bench): Promise<Measured[]> {
  const browser = await bench.browser();
  const changes = bench.rounds(100);
  const originals = await Promise.all(Array.from({ length: PHOTOS }, () => photo(6000, 4000)));
  const fixture = await startPlayerFixture(fileURLToPath(process.env.CK ? `file://${process.env.CK}/build/renderer` : new URL('../../../build/renderer', import.meta.url)), null);
  try {
    for (const [n, bytes] of originals.entries()) fixture.serve(`/media/original/${n}`, { type: 'image/jpeg', bytes });
    await serveAsPrepared(fixture, originals);
    const ours = await framesOf(browser, fixture.url, async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName('slide').length > 1);
      await page.evaluate(beginFrames);
      await page.waitForFunction((count) => performance.getEntriesByName('slide').length > count, changes + 1, {
        timeout: 600_000,
      });
    });
    const naive = await framesOf(browser, `${fixture.url}/media/original/page`, async (page) => {
      await page.evaluate(swapPictures, { photos: PHOTOS, everyMs: SWAP_MS });
      await page.evaluate(beginFrames);
      await page.waitForTimeout(changes * SWAP_MS);
    });
    const over = (deltas: readonly number[]) => deltas.filter((delta) => delta > 50).length;
    const against = 'a page that swaps two <img>';
    return [
      {
        what: 'time between frames in changes of 24 megapixels, 1080p',
        against,
        unit: 'ms',
        values: ours,
        reference: naive,
        aims: [{ of: 'p99', most: 20 }],
      },
      {
        what: 'frames over 50 ms in these changes',
        against,
        unit: '',
        values: [over(ours)],
        reference: [over(naive)],
        aims: [{ of: 'worst', most: 0 }],
        headline: true,
      },
    ];
  } finally {
    await fixture.close();
  }
}

/** Makes the real service prepare the photos, and serves what the player would get, with shorter durations. */
async function serveAsPrepared(fixture: PlayerFixture, originals: readonly Buffer[]): Promise<void> {
  const folders = await createFolders();
  for (const [n, bytes] of originals.entries()) await folders.write(`photo-${n}.jpg`, bytes);
  const service = await startService(folders, [], process.env.CK);
  const isComplete = ({ slides }: { slides: readonly { kind: string }[] }) =>
    slides.filter(({ kind }) => kind === 'image').length === originals.length;
  const { slides } = await eventually(() => service.programme(), isComplete, 60_000);
  const pictures = slides.flatMap((slide) => (slide.kind === 'image' ? [slide] : []));
  for (const { src } of pictures) {
    const answer = await fetch(new URL(src, service.url));
    const type = answer.headers.get('content-type') ?? '';
    fixture.serve(src, { type, bytes: Buffer.from(await answer.arrayBuffer()) });
  }
  await service.stop();
  await folders.dispose();
  fixture.serve('/media/original/page', { type: 'text/html', bytes: Buffer.from('<!doctype html><body>') });
  fixture.send(programmeOf(pictures.map((picture) => ({ ...picture, durationMs: SHOWN_MS }))));
}

async function framesOf(browser: Browser, url: string, run: (page: Page) => Promise<void>): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  try {
    await page.goto(url);
    await run(page);
    return await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
  } finally {
    await page.close();
  }
}

/** Runs in the page: records the time between every two frames from now on. */
function beginFrames(): void {
  const { frameTimes } = Object.assign(window, { frameTimes: [] as number[] });
  let last = performance.now();
  const frame = (): void => {
    const now = performance.now();
    frameTimes.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page: two <img> on top of each other that fade by a CSS transition; each gets the next original in turn. */
function swapPictures({ photos, everyMs }: { photos: number; everyMs: number }): void {
  const images = [0, 1].map(() => {
    const image = document.createElement('img');
    Object.assign(image.style, {
      position: 'fixed',
      inset: '0',
      width: '100vw',
      height: '100vh',
      objectFit: 'cover',
      transition: 'opacity 600ms',
    });
    document.body.append(image);
    return image;
  });
  let n = 0;
  setInterval(() => {
    n += 1;
    const [next, last] = n % 2 ? images : images.toReversed();
    if (!next || !last) return;
    next.src = `/media/original/${n % photos}`;
    next.style.opacity = '1';
    last.style.opacity = '0';
  }, everyMs);
}

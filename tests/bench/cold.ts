/**
 * An empty state and 40 photos of 12 megapixels: from the command to the address, and to the first photo on the wall.
 *
 * What would make it lie: photos that are one picture copied, which the store keeps once; a state folder that was used before; a
 * browser that is started only then (a machine that starts has it to start too, but that is the row `start`); the clock of
 * the player, which stands on the wall while nothing is ready, taken for a slide; photos that the system has in memory (it has
 * here: the disk of a real machine comes on top).
 */
import type { Browser } from '@playwright/test';
import { createFolders, launchService } from '../support/service.ts';
import type { Bench } from './bench-part.ts';
import { type Row, spreadOf } from './figures.ts';
import { paintedAt } from './on-wall.ts';
import { photo } from './pictures.ts';

const PHOTOS = 40;

export async function benchCold({ browser, quick }: Bench): Promise<Row[]> {
  const photos = await Promise.all(Array.from({ length: PHOTOS }, () => photo(4000, 3000)));
  const starts = [];
  for (let round = 0; round < (quick ? 3 : 10); round += 1) starts.push(await coldStart(browser, photos));
  return [
    { what: '40 photos, empty state: start → address', figure: spreadOf(starts.map(({ address }) => address)) },
    {
      what: '40 photos, empty state: start → first photo painted',
      figure: spreadOf(starts.map(({ painted }) => painted)),
    },
  ];
}

/** Milliseconds from the command to its line and to the first photo. */
async function coldStart(browser: Browser, photos: readonly Buffer[]) {
  const folders = await createFolders();
  for (const [n, bytes] of photos.entries()) await folders.write(`photo-${n}.jpg`, bytes);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const begun = Date.now();
  const service = await launchService(folders, [], process.env.BENCH_CHECKOUT);
  const address = Date.now() - begun;
  try {
    await page.goto(service.url);
    return { address, painted: (await paintedAt(page, { kind: 'image' })) - begun };
  } finally {
    await page.close();
    await service.stop();
    await folders.dispose();
  }
}

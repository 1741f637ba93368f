/**
 * An empty state and 40 photos of 12 megapixels: from the command to the address, and to the first photo on the wall.
 *
 * What would make it lie: photos that are one picture copied, which the store keeps once; a state folder that was used before; the
 * clock of the player, which stands on the wall while nothing is ready, taken for a slide; photos that the system has in memory
 * (it has here: the disk of a real machine comes on top).
 */
import { createFolders, launchService } from '../../support/service.ts';
import { paintedAt } from '../on-wall.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';

const PHOTOS = 40;

export const row: Row = {
  name: 'cold',
  notShown: 'The start of the browser, which is open already; photos that have yet to come from a disk.',
  run: benchCold,
};

async function benchCold(bench: Bench): Promise<Measured[]> {
  const photos = await Promise.all(Array.from({ length: PHOTOS }, () => photo(4000, 3000)));
  const addresses: number[] = [];
  const painted: number[] = [];
  for (let round = 0; round < bench.rounds(10); round += 1) {
    const start = await coldStart(bench, photos);
    addresses.push(start.address);
    painted.push(start.painted);
  }
  const what = '40 photos of 12 megapixels, nothing prepared: start →';
  return [
    { what: `${what} address`, against: null, unit: 'ms', values: addresses, aims: [] },
    {
      what: `${what} first photo painted`,
      against: null,
      unit: 'ms',
      values: painted,
      aims: [{ of: 'median', most: 2_000 }],
      headline: true,
    },
  ];
}

/** Milliseconds from the command to its line and to the first photo. */
async function coldStart(bench: Bench, photos: readonly Buffer[]) {
  const folders = await createFolders();
  for (const [n, bytes] of photos.entries()) await folders.write(`photo-${n}.jpg`, bytes);
  const page = await (await bench.browser()).newPage({ viewport: { width: 1920, height: 1080 } });
  const begun = Date.now();
  const service = await launchService(folders);
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

import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { photo } from '../bench/pictures.ts';
import { startPlayerFixture } from '../support/player-fixture.ts';
import { programmeOf } from '../support/wall.ts';

const built = fileURLToPath(new URL('../../build/renderer', import.meta.url));

/** A trace event of Chromium: one tile of a layer of the compositor is drawn. */
interface Drawn {
  readonly name: string;
  readonly args: { readonly tileData?: { readonly layerId: number; readonly sourceFrameNumber: number } };
}

/** Layers with fewer tiles (the head, the bar of time) are no slides. */
const MIN_TILES = 20;
const CHANGES = 4;

test('a picture is drawn once: not again when a fade begins, nor when it ends', async ({ browser, page }) => {
  const service = await startPlayerFixture(built, null);
  try {
    for (const n of [0, 1]) service.serve(`/media/${n}`, { type: 'image/jpeg', bytes: await photo(1500, 1000) });
    const slides = [0, 1].map(
      (n) => ({ kind: 'image', id: `photo-${n}`, src: `/media/${n}`, blur: `/media/${n}`, fit: 'cover' }) as const,
    );
    const size = { width: 1500, height: 1000, durationMs: 600 };
    service.send(programmeOf(slides.map((slide) => ({ ...slide, ...size }))));
    await page.goto(service.url);
    const paints = () => page.evaluate(() => performance.getEntriesByName('slide').length);
    const painted = (count: number) =>
      page.waitForFunction((least) => performance.getEntriesByName('slide').length >= least, count);
    await painted(1);
    await browser.startTracing(page, { categories: ['cc'] });
    // A busy machine takes some changes to begin the recording.
    await painted((await paints()) + CHANGES);
    const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: Drawn[] };
    const drawn = tilesByFrame(traceEvents).filter((frames) => Math.max(...frames) >= MIN_TILES);
    expect(drawn.length).toBeGreaterThanOrEqual(CHANGES - 1);
    for (const [, again = 0] of drawn) expect(again).toBeLessThan(MIN_TILES);
  } finally {
    await service.close();
  }
});

/** For each layer: how many tiles were drawn for each state of the document that it was drawn for, the most first. */
function tilesByFrame(events: readonly Drawn[]): number[][] {
  const layers = new Map<number, Map<number, number>>();
  for (const { name, args } of events) {
    if (name !== 'RasterTask' || !args.tileData) continue;
    const { layerId, sourceFrameNumber } = args.tileData;
    const frames = layers.get(layerId) ?? new Map<number, number>();
    layers.set(layerId, frames.set(sourceFrameNumber, (frames.get(sourceFrameNumber) ?? 0) + 1));
  }
  return [...layers.values()].map((frames) => [...frames.values()].toSorted((a, b) => b - a));
}

/**
 * The week of the régie with sixty slides a day: how soon its first thumbnails are there, what the page holds at its end, and the
 * frames of a wall of the same service while somebody scrolls through it on the same machine.
 *
 * What would make it lie: a page that another one of the same browser has warmed (each opening has a context of its own); a wall
 * in the background, whose frames are not drawn (it has a browser of its own); scrolling faster than anything is drawn; the work
 * of the régie's browser, which is elsewhere as a rule: the lowest priority takes it away as far as it can, in a line of its own.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../../support/browser.ts';
import { eventually } from '../../support/eventually.ts';
import { framesDuring } from '../frame-times.ts';
import { openWall, type Wall } from '../on-wall.ts';
import { photo } from '../pictures.ts';
import { counted, DESK, LOOK_MS, launchLow, onRegie, renderersMb, scroll } from '../regie-page.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { interleaved, quantile } from '../statistics.ts';

const PHOTOS = 45;
const TEXTS = 15;
/** How long the frames of the wall are counted, alone and beside the régie. */
const WATCHED_MS = 4_000;

export const row: Row = {
  name: 'regie',
  notShown:
    'A régie on another machine, as it mostly is: the lowest priority for its browser comes near; slides with films; a telephone. What the page holds more at its end than at its top is garbage that Chromium has not collected yet: collected, it is within 5 % of what it was at its top.',
  run: benchRegie,
};

async function benchRegie(bench: Bench): Promise<Measured[]> {
  const wall = await openWall(await bench.browser(), async ({ write }) => {
    for (let n = 0; n < PHOTOS; n++) await write(`Photo ${n}.jpg`, await photo(1_600, 1_067));
    for (let n = 0; n < TEXTS; n++)
      await write(`Mot ${n}.txt`, `Rendez-vous en salle ${n}\n\nÀ 14 h, avec de quoi écrire.`);
  });
  const desk = await chromium.launch(browserLaunch());
  const elsewhere = await launchLow();
  try {
    await eventually(
      () => wall.service.programme(),
      ({ slides }) => slides.length >= PHOTOS + TEXTS,
      120_000,
    );
    const openings: Opening[] = [];
    for (let n = 0; n < bench.rounds(10); n++) openings.push(await open(desk, wall));
    const held = await memory(desk, wall);
    const low = await frames(bench, wall, elsewhere);
    const same = await frames(bench, wall, desk);
    return [
      {
        what: 'the week of the régie, 60 slides a day: opened → first thumbnail',
        against: null,
        unit: 'ms',
        values: openings.map(({ firstMs }) => firstMs),
        aims: [{ of: 'p95', most: 1_000 }],
      },
      {
        what: 'the same, opened → all thumbnails in view',
        against: null,
        unit: 'ms',
        values: openings.map(({ allMs }) => allMs),
        aims: [],
      },
      {
        what: 'memory of its page when scrolled to its end',
        against: 'the same page at its top',
        unit: 'MB',
        values: [held.end],
        reference: [held.top],
        aims: [{ of: 'ratio', most: 1.5 }],
      },
      {
        what: 'a wall while the régie is scrolled: 99 % of its frames within',
        against: 'the same wall alone',
        unit: 'ms',
        ...low,
        aims: [{ of: 'ratio', most: 1.2 }],
      },
      {
        what: 'the same, with the browser of the régie on the same two cores as the wall',
        against: 'the same wall alone',
        unit: 'ms',
        ...same,
        aims: [],
      },
    ];
  } finally {
    await desk.close();
    await elsewhere.close();
    await wall.close();
  }
}

/** 99 % of the frames of the wall, while the régie is scrolled in `desk` and alone. */
async function frames(bench: Bench, wall: Wall, desk: Browser) {
  const { ours, reference } = await interleaved(bench.rounds(3), {
    ours: async () => quantile(await framesBeside(desk, wall), 0.99),
    reference: async () => quantile(await framesDuring(wall.page, () => pause(WATCHED_MS)), 0.99),
  });
  return { values: ours, reference };
}

interface Opening {
  readonly firstMs: number;
  readonly allMs: number;
}

/** Resolves when all thumbnails in view are painted. */
const settled = (page: Page) =>
  eventually(
    () => counted(page),
    ({ all, painted }) => painted === all && all > 0,
    60_000,
  );

function open(desk: Browser, wall: Wall): Promise<Opening> {
  return onRegie(desk, wall.service.url, async (page) => {
    const sinceStart = () => page.evaluate(() => performance.now());
    await page.locator('preau-still .painted').first().waitFor();
    const firstMs = await sinceStart();
    await settled(page);
    return { firstMs, allMs: await sinceStart() };
  });
}

async function memory(desk: Browser, wall: Wall): Promise<{ readonly top: number; readonly end: number }> {
  return onRegie(desk, wall.service.url, async (page) => {
    await settled(page);
    const top = await renderersMb(desk);
    await scroll(page);
    await settled(page);
    return { top, end: await renderersMb(desk) };
  });
}

function framesBeside(desk: Browser, wall: Wall): Promise<number[]> {
  return framesDuring(wall.page, () =>
    onRegie(desk, wall.service.url, async (page) => {
      const endMs = performance.now() + WATCHED_MS;
      while (performance.now() < endMs) {
        await page.mouse.wheel(0, DESK.height * 0.8);
        await pause(LOOK_MS);
      }
    }),
  );
}

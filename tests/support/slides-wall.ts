import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Programme, Slide } from '../../main/contract.ts';
import { type PlayerFixture, startPlayerFixture } from './player-fixture.ts';
import { HEAD, WEEK } from './slides/common.ts';
import { servePictures } from './slides-media.ts';
import { nextIsPrepared, programmeOf, slideOnWall } from './wall.ts';

/** The player as `npm run build` made it. */
const PLAYER = fileURLToPath(new URL('../../build/renderer', import.meta.url));
/** Longer than any page stays; milliseconds. */
const A_PAGE_MS = 31_000;

/** A page on which one slide after the other is shown. */
export interface Wall {
  /** Shows only this slide, and waits until it is painted completely. Resolves to the number of its pages. */
  show(slide: Partial<Slide>, more?: Partial<Programme>): Promise<number>;
  /** Turns from the page on the wall to the next one, number `n` (from 2). */
  turnTo(n: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the player with a clock of its own: a test jumps over the time that a page stays. */
export async function openWall(page: Page): Promise<Wall> {
  const service: PlayerFixture = await startPlayerFixture(PLAYER, null);
  await servePictures(service);
  await page.clock.install();
  let shown = 0;
  let id = '';
  const painted = (wanted: string) =>
    page.waitForFunction((name) => document.documentElement.dataset.slide === name, wanted, { timeout: 30_000 });
  return {
    async show(slide, more = {}) {
      shown += 1;
      id = `s${shown}`;
      service.send(programmeOf([{ ...slide, id, serial: shown }], { week: WEEK, head: HEAD, revision: id, ...more }));
      if (shown === 1) await page.goto(service.url);
      await painted(id);
      return slideOnWall(page).evaluate((slide) => (slide as unknown as { pageCount(): number }).pageCount());
    },
    async turnTo(n) {
      await page.evaluate(nextIsPrepared);
      await page.clock.fastForward(A_PAGE_MS);
      await painted(`${id}~${n}`);
    },
    close: () => service.close(),
  };
}

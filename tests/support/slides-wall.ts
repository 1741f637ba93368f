import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Programme, Slide } from '../../main/contract.ts';
import { type PlayerFixture, startPlayerFixture } from './player-fixture.ts';
import { WEEK } from './slides-kinds.ts';
import { servePictures } from './slides-media.ts';
import { programmeOf } from './wall.ts';

/** The player as `npm run build` made it. */
const PLAYER = fileURLToPath(new URL('../../build/renderer', import.meta.url));
/** More than any page stays; milliseconds. */
const A_PAGE_MS = 31_000;

/** A page on which one slide after the other is shown. */
export interface Wall {
  /** Shows a slide alone, and waits until it is painted in full. Gives the number of its pages. */
  show(slide: Partial<Slide>, more?: Partial<Programme>): Promise<number>;
  /** From the page on the wall to the following one, `n` (from 2). */
  turnTo(n: number): Promise<void>;
  close(): Promise<void>;
}

/** The clock of the page is its own: no test waits for a slide to have been read. */
export async function openWall(page: Page): Promise<Wall> {
  const service: PlayerFixture = await startPlayerFixture(PLAYER, null);
  await servePictures(service);
  await page.clock.install();
  let shown = 0;
  let id = '';
  const painted = (wanted: string) =>
    page.waitForFunction((name) => document.documentElement.dataset.slide === name, wanted, { timeout: 15_000 });
  return {
    async show(slide, more = {}) {
      shown += 1;
      id = `s${shown}`;
      const programme = programmeOf([{ ...slide, id, serial: shown }], { week: WEEK, revision: id, ...more });
      service.send(programme);
      if (shown === 1) await page.goto(service.url);
      await painted(id);
      return page.evaluate(() => {
        const layer = document.querySelector('preau-player')?.shadowRoot?.querySelector('.layer:not([inert])');
        return (layer?.firstElementChild as unknown as { pageCount(): number } | null)?.pageCount() ?? 0;
      });
    },
    async turnTo(n) {
      await page.evaluate(followingReady);
      await page.clock.fastForward(A_PAGE_MS);
      await painted(`${id}~${n}`);
    },
    close: () => service.close(),
  };
}

/**
 * Runs in the page: resolves when what is prepared below the wall is ready. The player gives up what is not after 20 s of
 * its clock, which the leap of a whole page would be.
 */
async function followingReady(): Promise<void> {
  const stage = document.querySelector('preau-player')?.shadowRoot?.querySelector('.stage');
  while (!stage?.querySelector('.layer[inert][data-prepared]')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

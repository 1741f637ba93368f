import type { Locator, Page } from '@playwright/test';
import type { Programme, Slide } from '../../main/contract.ts';

/** A programme of these slides on Tuesday 5 May 2026; what a slide does not say has a default. */
export function programmeOf(slides: readonly Partial<Slide>[], more: Partial<Programme> = {}): Programme {
  const defaults = { title: 'Titre', durationMs: 600_000, source: null, serial: 0 };
  return {
    at: '2026-05-05T09:41:00+02:00[Europe/Paris]',
    day: '2026-05-05',
    screen: '',
    revision: '1',
    nextChange: null,
    lit: true,
    theme: 'clair',
    week: [],
    slides: slides.map((slide) => ({ ...defaults, ...slide }) as Slide),
    ...more,
  };
}

/** Waits until a slide is painted completely; an empty id is the dark wall. */
export async function painted(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.dataset.slide === wanted, id, { timeout: 30_000 });
}

/** The layer that is on the wall. The layers that are being prepared and the one that is fading out are hidden from those who listen. */
export function layerOnWall(page: Page): Locator {
  return page.locator('.layer:not([aria-hidden])');
}

/** The element of the slide on the wall; what is in it is in its shadow root. */
export function slideOnWall(page: Page): Locator {
  return layerOnWall(page).locator('> *');
}

/**
 * Runs in the page: resolves when the next page is prepared. The player gives up a page that is not ready after 20 s of its
 * clock, and the clock is about to jump further.
 */
export async function nextIsPrepared(): Promise<void> {
  const stage = document.querySelector('preau-player')?.shadowRoot?.querySelector('.stage');
  while (!stage?.querySelector('.layer[aria-hidden][data-prepared]')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

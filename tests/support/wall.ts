import { type Browser, chromium, type Page } from '@playwright/test';
import type { Programme, Slide } from '../../main/contract.ts';

/** A headless Chromium that calls nobody. */
export function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: process.env.PREAU_CHROMIUM ?? '/usr/bin/chromium', args });
}

/** A programme of these slides on Tuesday 5 May 2026. */
export function programmeOf(slides: readonly Partial<Slide>[], more: Partial<Programme> = {}): Programme {
  const frame = { title: 'Titre', durationMs: 600_000, source: null, serial: 0 };
  return {
    at: '2026-05-05T09:41:00+02:00[Europe/Paris]',
    day: '2026-05-05',
    screen: '',
    revision: '1',
    nextChange: null,
    lit: true,
    theme: 'clair',
    week: [],
    slides: slides.map((slide) => ({ ...frame, ...slide }) as Slide),
    ...more,
  };
}

/** Waits until a slide is painted in full; an empty id is the dark wall. */
export async function painted(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.dataset.slide === wanted, id, { timeout: 10_000 });
}

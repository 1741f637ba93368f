import type { Page } from '@playwright/test';
import { bundleForPage } from './bundle-for-page.ts';
import type { Layout } from './layout/measure.ts';

const script = bundleForPage(new URL('./layout/measure.ts', import.meta.url), 'layout');

/** Checks the slide on the wall: see `measure`. */
export async function measureLayout(page: Page): Promise<Layout> {
  return page.evaluate<Layout>(`${await script}\nlayout.measure()`);
}

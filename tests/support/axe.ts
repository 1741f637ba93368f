import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** It also checks what is in open shadow roots. */
const AXE = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the page, a line each. `enhanced`: text must have a contrast of 7:1. */
export async function axeViolations(page: Page, enhanced = false): Promise<string[]> {
  await page.evaluate(await AXE);
  return page.evaluate(
    `axe.run({ rules: { 'color-contrast-enhanced': { enabled: ${enhanced} } } }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ').slice(0, 300)))`,
  );
}

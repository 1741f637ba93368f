import { defineConfig } from '@playwright/test';
import main from '../../playwright.config.ts';

/**
 * `npx playwright test -c tests/bench/lived-in.config.ts`, after `npm run build`: shows and changes a folder as people leave
 * it, long enough to see whether memory grows. `MINUTES=2` for a short run, `PICTURES=DIR` to keep pictures of all it paints.
 */
export default defineConfig({
  ...main,
  testDir: '.',
  testMatch: 'lived-in.ts',
  workers: 1,
  timeout: 0,
  reporter: [['list']],
});

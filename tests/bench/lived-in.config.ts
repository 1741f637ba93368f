import { defineConfig } from '@playwright/test';
import main from '../../playwright.config.ts';

/** `npx playwright test -c tests/bench/lived-in.config.ts` (after `npm run build`; `MINUTES=2` for a short one, `PICTURES=DIR` for pictures of all it paints): a folder as people leave it, looped and changed for as long as it takes to see memory grow. */
export default defineConfig({
  ...main,
  testDir: '.',
  testMatch: 'lived-in.ts',
  workers: 1,
  timeout: 0,
  reporter: [['list']],
});

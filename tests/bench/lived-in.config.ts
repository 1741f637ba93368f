import { defineConfig } from '@playwright/test';
import main from '../../playwright.config.ts';

/** `npm run lived-in`: a folder as people leave it, looped and changed for as long as it takes to see memory grow. */
export default defineConfig({
  ...main,
  testDir: '.',
  testMatch: 'lived-in.ts',
  workers: 1,
  timeout: 0,
  reporter: [['list']],
});

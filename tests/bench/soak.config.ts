import { defineConfig } from '@playwright/test';
import main from '../../playwright.config.ts';

/** `npm run soak`: see `soak.ts`. */
export default defineConfig({
  ...main,
  testDir: '.',
  testMatch: 'soak.ts',
  workers: 1,
  timeout: 0,
  reporter: [['list']],
});

import { defineConfig, devices } from '@playwright/test';
import { browserLaunch } from './tests/support/browser.ts';

/** End to end: a real Chromium against the real service. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // Three even where two cores are left: a quarter of the time goes to waiting for walls that play, and for what is to come back.
  workers: 3,
  retries: 0,
  // Nothing is measured by it: on a busy machine, a service may take half a minute to read the sample.
  timeout: 120_000,
  // Nor is it by this: of itself a wait for the page gives up after five seconds.
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1920, height: 1080 },
    locale: 'fr-FR',
    launchOptions: browserLaunch(),
  },
});

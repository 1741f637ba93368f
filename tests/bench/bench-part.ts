import type { Browser } from '@playwright/test';

/** What each part of the bench gets. */
export interface Bench {
  readonly browser: Browser;
  /** Fewer rounds, and 200 photos in place of 2,000. */
  readonly quick: boolean;
}

import { test } from 'vitest';
import { skipBecause } from '../../support/skip-because.ts';

const REASON = 'a fleet of real programs: npm run test:fleet';

/** A test that `npm run test:fleet` runs, and `npm test` skips by its name. */
export const fleet = (name: string, run: () => Promise<void>) =>
  test(name, { timeout: 180_000 }, async (context) => {
    if (!process.env.PREAU_FLEET) skipBecause(context, REASON);
    await run();
  });

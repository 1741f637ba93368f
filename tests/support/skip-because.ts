import type { TestContext } from 'vitest';

/** Skips the test that calls it; the last lines of `npm test` repeat the reason. */
export function skipBecause({ task, skip }: TestContext, reason: string): never {
  Object.assign(task.meta, { reason });
  return skip(reason);
}

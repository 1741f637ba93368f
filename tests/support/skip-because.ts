import type { TestContext } from 'vitest';

/** Skips the test from within, with the reason that the last lines of `npm test` repeat. */
export function skipBecause({ task, skip }: TestContext, reason: string): never {
  Object.assign(task.meta, { reason });
  return skip(reason);
}

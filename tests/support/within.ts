/** For how long the processor is looked at, milliseconds. */
const LOOK_MS = 100;

/**
 * How many times slower than alone this process computes now, because others compute too; 1 where nobody else does. Its other
 * threads must rest meanwhile.
 */
function slowness(): number {
  const sinceMs = performance.now();
  const used = process.cpuUsage();
  while (performance.now() - sinceMs < LOOK_MS);
  const { user, system } = process.cpuUsage(used);
  return Math.max(1, (LOOK_MS * 1000) / (user + system));
}

/**
 * Waits for what is promised within `ms`, and resolves to how long it took, milliseconds. A machine that is busy with others
 * keeps its promise in as much more time. `sinceMs`: when the time began, by `performance.now()`, where that was before.
 * @throws {Error} where it took longer.
 */
export async function within(ms: number, done: () => Promise<unknown>, sinceMs?: number): Promise<number> {
  const before = slowness();
  const beganMs = sinceMs ?? performance.now();
  await done();
  const tookMs = performance.now() - beganMs;
  if (tookMs <= ms) return tookMs;
  const slower = Math.max(before, slowness());
  if (tookMs <= ms * slower) return tookMs;
  const took = `${(tookMs / 1000).toFixed(1)} s, and not ${ms / 1000}`;
  throw new Error(`it took ${took}, on a machine ${slower.toFixed(1)} times slower than usual`);
}

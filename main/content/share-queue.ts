import PQueue from 'p-queue';

/** Fewer than the threads of libuv (see `serviceEnvironment`). */
const MOST = 16;
const calls = new PQueue({ concurrency: MOST });

/**
 * Runs what asks the disk of the content folder, some at a time. A share that hangs keeps a thread of libuv for each call it
 * owes an answer, and without an end to them the wall's own pictures, on the local disk, would wait behind. `urgent`: before
 * all that waits, as alerts are. Never from within itself: a place is held for as long as `ask` takes.
 */
export function askShare<T>(ask: () => Promise<T>, urgent = false): Promise<T> {
  return calls.add(ask, { priority: urgent ? 1 : 0 });
}

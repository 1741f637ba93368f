import PQueue from 'p-queue';

/** Fewer than the threads of libuv (see `serviceEnvironment`). */
const MAX_CALLS = 16;
const calls = new PQueue({ concurrency: MAX_CALLS });

/**
 * Runs a call to the disk of the content folder; 16 such calls run at a time. On a share that hangs, every call keeps a
 * thread of libuv until it is answered; without a limit no thread would be left to read the pictures of the wall from the
 * local disk. `urgent` calls run before all that wait, as alerts do. Never call `askShare` from within `ask`: 16 such calls
 * would wait for one another for ever.
 */
export function askShare<T>(ask: () => Promise<T>, urgent = false): Promise<T> {
  return calls.add(ask, { priority: urgent ? 1 : 0 });
}

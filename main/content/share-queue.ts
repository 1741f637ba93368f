import fastq from 'fastq';

/** Fewer than the threads of libuv (see `serviceEnvironment`). */
const MAX_CALLS = 16;
/** By far the cheapest queue of those there are: each file of a folder comes by some six times. */
const calls = fastq.promise(async (ask: () => Promise<unknown>) => ask(), MAX_CALLS);

/**
 * Runs a call to the disk of the content folder; 16 such calls run at a time. On a share that hangs, every call keeps a
 * thread of libuv until it is answered; without a limit no thread would be left to read the pictures of the wall from the
 * local disk. `urgent` calls run before all that wait, as alerts do. Never call `askShare` from within `ask`: 16 such calls
 * would wait for one another for ever.
 */
export function askShare<T>(ask: () => Promise<T>, urgent = false): Promise<T> {
  return (urgent ? calls.unshift(ask) : calls.push(ask)) as Promise<T>;
}

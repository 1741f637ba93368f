import fastq from 'fastq';

/** Fewer than the threads of libuv (see `serviceEnvironment`). */
const MAX_CALLS = 16;
type Ask = () => Promise<unknown>;
type Answered = (error: unknown, answer?: unknown) => void;
/** By far the cheapest queue of those there are, and cheaper without its promises: each file of a folder comes by some five times. */
const calls = fastq((ask: Ask, done: fastq.done) => void call(ask, done as Answered), MAX_CALLS);

async function call(ask: Ask, done: Answered): Promise<void> {
  let answer: unknown;
  try {
    answer = await ask();
  } catch (error) {
    return done(error);
  }
  done(null, answer);
}

/**
 * Runs a call to the disk of the content folder; 16 such calls run at a time. On a share that hangs, every call keeps a
 * thread of libuv until it is answered; without a limit no thread would be left to read the pictures of the wall from the
 * local disk. `urgent` calls run before all that wait, as alerts do. Never call `askShare` from within `ask`: 16 such calls
 * would wait for one another for ever.
 */
export function askShare<T>(ask: () => Promise<T>, urgent = false): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const done: fastq.done<T> = (error, answer) => (error === null ? resolve(answer as T) : reject(error));
    if (urgent) calls.unshift(ask, done);
    else calls.push(ask, done);
  });
}

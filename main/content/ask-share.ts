import pLimit from 'p-limit';

/** Fewer than the threads of libuv (see `serviceEnvironment`). */
const MOST = 8;

/**
 * Runs a call that asks the disk of the content folder, a few at a time. A share that hangs keeps a thread of libuv for each
 * call it owes an answer, and without an end to them the wall's own pictures, on the local disk, would wait behind.
 * Only for single calls: one that waits for another would never end.
 */
export const askShare: <T>(call: () => Promise<T>) => Promise<T> = pLimit(MOST);

/** Resolves after `ms` milliseconds. The timer does not keep the process alive. */
function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, undefined).unref();
  });
}

/**
 * Waits for a promise, but for `ms` milliseconds at most: then it resolves to undefined, and what was waited for goes on.
 * Rejects when the promise rejects in time.
 */
export function waitAtMost<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  return Promise.race([promise, pause(ms)]);
}

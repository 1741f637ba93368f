/**
 * Waits for a promise, but for `ms` milliseconds at most: then it resolves to undefined, and what was waited for goes on.
 * Rejects when the promise rejects in time. The timer does not keep the process alive.
 */
export async function waitAtMost<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined).unref();
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

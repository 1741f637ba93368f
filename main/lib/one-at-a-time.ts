/** A job that is asked for at any time, and run once at a time. */
export interface Repeated {
  /** Runs the job; while it runs, further requests together become one next run. Resolves when a run begun later ends. */
  request(): Promise<void>;
}

/**
 * One job at a time, and what arrives meanwhile is one next job: `switchMap` would starve while a big copy goes on,
 * `exhaustMap` would lose the last change. `job` must not reject.
 */
export function oneAtATime(job: () => Promise<void>): Repeated {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running = job().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    request() {
      if (running === null) return run();
      next ??= running.then(() => {
        next = null;
        return run();
      });
      return next;
    },
  };
}

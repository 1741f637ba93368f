/** A job that can be requested at any time and never runs twice at the same time. */
export interface Repeated {
  /**
   * Runs the job. All requests made while the job runs become one further run. Resolves when a run that began after the
   * request has ended.
   */
  request(): Promise<void>;
}

/**
 * Runs one job at a time; all requests made meanwhile become one further run. In its place, `switchMap` of RxJS would
 * never finish while a large copy goes on, and `exhaustMap` would lose the last change. `job` must not reject.
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

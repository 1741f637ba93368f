import { type GrowingDelay, growingDelay } from './growing-delay.ts';

/** Something started, that ends by itself or is stopped. */
export interface Running {
  /** Ends it, by force where asking does not help; resolves once it is gone. Safe to call twice. */
  stop(): Promise<void>;
}

/** Timers as an argument, so that tests do not wait. */
export interface Timers {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `run` after `ms`; what it returns cancels that. */
  after(ms: number, run: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export interface KeepRunningOptions {
  /** Starts it. `onGone` is called once, when it has ended, whoever ended it. */
  start(onGone: (why: string) => void): Running;
  /** It died and will be started again in `delayMs`. */
  onRestart(why: string, delayMs: number): void;
  readonly timers: Timers;
  readonly delay?: GrowingDelay;
}

/** Starts something now, and again whenever it ends, with a growing delay, until it is stopped. */
export function keepRunning(options: KeepRunningOptions): Running {
  const { timers, delay = growingDelay() } = options;
  let current: Running | null = null;
  let cancel: (() => void) | null = null;
  let stopped = false;

  const start = (): void => {
    cancel = null;
    const startedAt = timers.now();
    let gone = false;
    const onGone = (why: string): void => {
      if (gone) return;
      gone = true;
      if (stopped) return;
      current = null;
      const delayMs = delay.next(timers.now() - startedAt);
      options.onRestart(why, delayMs);
      cancel = timers.after(delayMs, start);
    };
    const running = options.start(onGone);
    if (!gone) current = running;
  };

  start();
  return {
    async stop() {
      stopped = true;
      cancel?.();
      await current?.stop();
    },
  };
}

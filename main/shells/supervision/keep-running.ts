import { growingDelay, isLongLife } from './growing-delay.ts';

/** Something started, which ends by itself or is stopped. */
export interface Running {
  /** Ends it, by force where asking does not help; resolves once it is gone. Safe to call twice. */
  stop(): Promise<void>;
}

/** Timers as an argument, so that tests do not wait. */
export interface Timers {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `run` after `ms`; the function that it returns cancels that. */
  after(ms: number, run: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** How a started process tells what becomes of it. */
export interface Life {
  /** It does its task (a browser has painted): its next death is not counted with those before. */
  onHealthy(): void;
  /** It has ended, whoever ended it. Further calls are ignored. */
  onGone(why: string): void;
}

export interface KeepRunningOptions {
  /** Starts it, and tells `life` what becomes of it. */
  start(life: Life): Running;
  /** It died and will be started again in `delayMs`. */
  onRestart(why: string, delayMs: number): void;
  readonly timers: Timers;
}

/**
 * Starts something now, and again whenever it ends, until it is stopped. The delay before a start grows with each death
 * in a row; a process that did its task, or lived for a minute, is started again at once.
 */
export function keepRunning(options: KeepRunningOptions): Running {
  const { timers } = options;
  const delay = growingDelay();
  let current: Running | null = null;
  let cancel: (() => void) | null = null;
  let stopped = false;

  const start = (): void => {
    cancel = null;
    const startedAt = timers.now();
    let gone = false;
    let healthy = false;
    const running = options.start({
      onHealthy() {
        healthy = true;
      },
      onGone(why) {
        if (gone) return;
        gone = true;
        if (stopped) return;
        current = null;
        const delayMs = delay.next(healthy || isLongLife(timers.now() - startedAt));
        options.onRestart(why, delayMs);
        cancel = timers.after(delayMs, start);
      },
    });
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

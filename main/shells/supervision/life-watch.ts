import type { Timers } from './keep-running.ts';

/** How often a page is asked whether it lives, how long it may take to say so, and how often in a row it may fail to. */
export interface Pace {
  readonly everyMs: number;
  readonly limitMs: number;
  readonly misses: number;
}

/**
 * Forty seconds in which a page runs no script at all: no decoding and no software rendering of a hall takes that long,
 * and the slide on the wall has stood still for as long.
 */
export const PACE: Pace = { everyMs: 15_000, limitMs: 20_000, misses: 2 };

export interface LifeWatch {
  /** Settles once the page has run a script; a refusal tells nothing of the page (it is being loaded, or gone). */
  ping(): Promise<unknown>;
  /** It hangs: somebody has to end it. The watch goes on, for what comes in its place. */
  onHung(): void;
  readonly timers: Timers;
  readonly pace?: Pace;
}

/** Asks a page again and again whether it lives; what it returns ends that. */
export function watchLife({ ping, onHung, timers, pace = PACE }: LifeWatch): () => void {
  let stopped = false;
  let missed = 0;
  let cancel = (): void => {};
  const askLater = (): void => {
    if (!stopped) cancel = timers.after(pace.everyMs, ask);
  };
  const ask = (): void => {
    const askedAt = timers.now();
    let open = true;
    const answered = (): void => {
      if (!open) return; // Too late: the next question is under way.
      open = false;
      missed = 0;
      cancel();
      askLater();
    };
    cancel = timers.after(pace.limitMs, () => {
      open = false;
      missed = missedAfter(missed, timers.now() - askedAt, pace);
      if (missed < pace.misses) return ask();
      missed = 0;
      onHung();
      askLater();
    });
    ping().then(answered, answered);
  };
  askLater();
  return () => {
    stopped = true;
    cancel();
  };
}

/**
 * How many answers in a row are missing once one more has not come in `waitedMs`. Where that is much longer than the
 * limit, the whole machine was asleep or choked, and the page with it: nothing is held against it.
 */
export function missedAfter(missed: number, waitedMs: number, { limitMs }: Pace): number {
  return waitedMs > limitMs * 1.5 ? 0 : missed + 1;
}

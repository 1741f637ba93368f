import type { Timers } from './keep-running.ts';

/** How often a process is asked whether it lives, how long an answer may take, and how many in a row may be missing. */
export interface Pace {
  readonly everyMs: number;
  readonly limitMs: number;
  readonly misses: number;
}

/**
 * The pace for a page: it is hung after forty seconds in which it runs no script at all. No decoding and no software
 * rendering of a hall takes that long.
 */
export const PAGE_PACE: Pace = { everyMs: 15_000, limitMs: 20_000, misses: 2 };

export interface LifeWatch {
  /** Asks once. Settles when it is answered; a rejection counts as an answer (a page that loads, a process that ends). */
  ping(): Promise<unknown>;
  /** It hangs, and has to be ended. The watch goes on, for what is started in its place. */
  onHung(): void;
  readonly timers: Timers;
  readonly pace?: Pace;
}

/** Asks again and again whether something lives; the function that it returns ends the watch. */
export function watchLife({ ping, onHung, timers, pace = PAGE_PACE }: LifeWatch): () => void {
  let stopped = false;
  let missed = 0;
  let cancel = (): void => {};

  const askIn = (ms: number): void => {
    if (stopped) return;
    cancel = timers.after(ms, () => {
      const askedAt = timers.now();
      let isOpen = true;
      cancel = timers.after(pace.limitMs, () => {
        isOpen = false;
        missed = missedAfter(missed, timers.now() - askedAt, pace);
        const isHung = missed >= pace.misses;
        if (isHung) {
          missed = 0;
          onHung();
        }
        askIn(isHung ? pace.everyMs : 0);
      });
      const onAnswer = (): void => {
        if (!isOpen) return; // The answer came too late: the next question is under way.
        isOpen = false;
        missed = 0;
        cancel();
        askIn(pace.everyMs);
      };
      ping().then(onAnswer, onAnswer);
    });
  };

  askIn(pace.everyMs);
  return () => {
    stopped = true;
    cancel();
  };
}

/**
 * How many answers in a row are missing once one more has not come in `waitedMs`. A wait much longer than the limit means
 * that the whole machine was asleep or choked, and the count starts again.
 */
export function missedAfter(missed: number, waitedMs: number, { limitMs }: Pace): number {
  return waitedMs > limitMs * 1.5 ? 0 : missed + 1;
}

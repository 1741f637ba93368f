import { type Observable, Subject } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import { memoByText } from '../lib/memo-by-text.ts';
import type { Clock } from '../when/clock.ts';

/** A programme is asked for again at least this often: clocks are set, machines sleep, and long timers overflow. */
const MAX_WAKE_MS = 60_000;
/** And not more often than this, so that a clock that stands still does not keep the processor busy. */
const MIN_WAKE_MS = 20;

/** Hundreds of screens have the same next change. */
const epochOf = memoByText((text) => Temporal.Instant.from(text).epochMilliseconds);

/** Milliseconds until a programme should be asked for again. `nextChange`: an instant as text; null: none is known. */
export function wakeDelay(now: Temporal.Instant, nextChange: string | null): number {
  if (nextChange === null) return MAX_WAKE_MS;
  const wait = epochOf(nextChange) - now.epochMilliseconds;
  return Math.min(MAX_WAKE_MS, Math.max(MIN_WAKE_MS, wait));
}

/** One timer for all programmes: it wakes at the earliest change that it was told of. */
export interface Wake {
  /** Emits each time; it has to be told of the changes to come anew then. */
  readonly wake$: Observable<void>;
  /** Wakes at this change, if nothing else does before. */
  noLaterThan(nextChange: string | null): void;
  stop(): void;
}

export function createWake(clock: Clock): Wake {
  const wake$ = new Subject<void>();
  let timer: NodeJS.Timeout | null = null;
  /** When it fires, in the time of `performance.now()`. */
  let dueMs = 0;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const fire = (): void => {
    timer = null;
    wake$.next();
  };
  return {
    wake$: wake$.asObservable(),
    stop,
    noLaterThan(nextChange) {
      const delayMs = wakeDelay(clock.now(), nextChange);
      const due = performance.now() + delayMs;
      if (timer !== null && dueMs <= due) return;
      stop();
      dueMs = due;
      timer = setTimeout(fire, delayMs);
    },
  };
}

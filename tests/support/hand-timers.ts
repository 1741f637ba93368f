import type { Timers } from '../../main/shells/supervision/keep-running.ts';

/** Timers that only pass by hand. */
export interface HandTimers extends Timers {
  /** Lets `ms` pass: whatever is due in it runs, in order. */
  pass(ms: number): void;
}

export function handTimers(): HandTimers {
  let nowMs = 0;
  let pending: { at: number; run: () => void }[] = [];
  return {
    now: () => nowMs,
    after(ms, run) {
      const timer = { at: nowMs + ms, run };
      pending.push(timer);
      return () => {
        pending = pending.filter((other) => other !== timer);
      };
    },
    pass(ms) {
      const until = nowMs + ms;
      for (;;) {
        const [next] = pending.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        pending = pending.filter((timer) => timer !== next);
        nowMs = next.at;
        next.run();
      }
      nowMs = until;
    },
  };
}

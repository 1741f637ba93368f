import { newHeartbeat, type Remedy, takePulse } from './heartbeat.ts';
import type { Timers } from './keep-running.ts';

/** How often the page is asked. */
const ASK_MS = 10_000;
/** A question without an answer is given up after this time: its page has gone. */
const MAX_ANSWER_MS = 60_000;

export interface PulseWatch {
  /** The answer of the page to `PULSE_SCRIPT`. One that never comes is the matter of `watchLife`. */
  ask(): Promise<unknown>;
  onSilent(remedy: Remedy): void;
  readonly timers: Timers;
}

/** Asks the page for its heartbeat again and again, and has something done where there is none; returns how to stop. */
export function watchPulse({ ask, onSilent, timers }: PulseWatch): () => void {
  let heartbeat = newHeartbeat(timers.now());
  let stopped = false;
  let cancel = (): void => {};
  const take = (answer: unknown): void => {
    if (typeof answer !== 'string') return; // A page that is being loaded.
    const taken = takePulse(heartbeat, answer, timers.now());
    heartbeat = taken.heartbeat;
    if (taken.remedy !== null) onSilent(taken.remedy);
  };
  const askIn = (ms: number): void => {
    if (stopped) return;
    cancel = timers.after(ms, () => {
      let isOpen = true;
      const close = (answer: unknown): void => {
        if (!isOpen) return;
        isOpen = false;
        cancel();
        if (!stopped) take(answer);
        askIn(ASK_MS);
      };
      cancel = timers.after(MAX_ANSWER_MS, () => close(null));
      ask().then(close, () => close(null));
    });
  };
  askIn(ASK_MS);
  return () => {
    stopped = true;
    cancel();
  };
}

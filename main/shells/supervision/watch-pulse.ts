import { newHeartbeat, type Remedy, takePulse } from './heartbeat.ts';
import type { Timers } from './keep-running.ts';

/** How often the page is asked. */
const ASK_MS = 10_000;

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
    if (stopped) return;
    if (typeof answer === 'string') {
      const taken = takePulse(heartbeat, answer, timers.now());
      heartbeat = taken.heartbeat;
      if (taken.remedy !== null) onSilent(taken.remedy);
    }
    askSoon();
  };
  const askSoon = (): void => {
    // A page that is being loaded rejects.
    cancel = timers.after(ASK_MS, () => void ask().then(take, () => take(null)));
  };
  askSoon();
  return () => {
    stopped = true;
    cancel();
  };
}

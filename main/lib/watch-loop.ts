import { monitorLoop } from './loop-delay.ts';

const LOOK_MS = 30_000;
/** Below this a viewer notices nothing: an alert has a second. */
const HELD_MS = 500;

/**
 * Tells, every half minute at most, for how long the event loop was held, where that was too long: whatever holds it is a
 * fault of ours, since slow work belongs in threads. The shell kills a service whose loop stands still (`supervisor.ts`).
 */
export function watchLoop(onHeld: (longestMs: number) => void, lookMs = LOOK_MS): () => void {
  const delay = monitorLoop();
  const timer = setInterval(() => {
    const longestMs = Math.round(delay.longestMs());
    delay.reset();
    if (longestMs > HELD_MS) onHeld(longestMs);
  }, lookMs).unref();
  return () => {
    clearInterval(timer);
    delay.stop();
  };
}

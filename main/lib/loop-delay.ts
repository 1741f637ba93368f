import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * How often the monitor looks whether the event loop answers. A finer one would keep an idle machine awake; this one tells of a
 * loop that was held for longer than this, and says up to this less.
 */
const PRECISION_MS = 250;

/** How long the event loop was held, since the last reset; milliseconds. */
export interface LoopDelay {
  longestMs(): number;
  meanMs(): number;
  /** `percentile`: 1 to 100. */
  percentileMs(percentile: number): number;
  reset(): void;
  stop(): void;
}

export function monitorLoop(): LoopDelay {
  const delay = monitorEventLoopDelay({ resolution: PRECISION_MS });
  delay.enable();
  // The monitor tells the time between two looks. Its mean is no number while there was none.
  const beyondMs = (nanoseconds: number) => Math.max(0, (nanoseconds || 0) / 1e6 - PRECISION_MS);
  return {
    longestMs: () => beyondMs(delay.max),
    meanMs: () => beyondMs(delay.mean),
    percentileMs: (percentile) => beyondMs(delay.percentile(percentile)),
    reset: () => delay.reset(),
    stop: () => void delay.disable(),
  };
}

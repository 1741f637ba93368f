import { Gauge, type Registry } from 'prom-client';
import { type LoopDelay, monitorLoop } from '../lib/loop-delay.ts';

const nameOf = (part: string): string => `nodejs_eventloop_lag_${part}_seconds`;
/** The metrics that prom-client fills from its own monitor of the event loop. */
const OF_ITS_MONITOR = ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'].map(nameOf);
/** With this, the monitor of prom-client, which cannot be left out, never looks: the longest time that a timer takes. */
export const NEVER_MS = 2 ** 31 - 1;

/** The lag of the event loop, as a registry has it. */
interface LoopLag {
  /** Sets the metrics to the lag since the call before. */
  set(): void;
  stop(): void;
}

/**
 * Puts the lag of the event loop into a registry, under the names that prom-client gives it. The monitor of prom-client takes
 * the time between two looks for lag, so that it would have to look many times a second, and wake an idle machine. Ours looks from
 * the first scrape on: mostly nobody scrapes.
 */
export function measureLoopLag(register: Registry): LoopLag {
  for (const name of OF_ITS_MONITOR) register.removeSingleMetric(name);
  let delay: LoopDelay | null = null;
  const gauge = (part: string, help: string) => new Gauge({ name: nameOf(part), help, registers: [register] });
  const max = gauge('max', 'Longest lag of the event loop since the last scrape.');
  const mean = gauge('mean', 'Mean lag of the event loop since the last scrape.');
  const percentiles = [50, 90, 99].map((percentile) => {
    const help = `${percentile} % of the lags of the event loop since the last scrape were shorter.`;
    return [percentile, gauge(`p${percentile}`, help)] as const;
  });
  return {
    set() {
      if (delay === null) {
        delay = monitorLoop();
        return;
      }
      max.set(delay.longestMs() / 1_000);
      mean.set(delay.meanMs() / 1_000);
      for (const [percentile, each] of percentiles) each.set(delay.percentileMs(percentile) / 1_000);
      delay.reset();
    },
    stop: () => delay?.stop(),
  };
}

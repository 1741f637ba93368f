const MIN_DELAY_MS = 250;
/** With the few seconds of a start, within the ten in which slides are back once the reason is gone (a display is plugged in again). */
const MAX_DELAY_MS = 5_000;
/** A process that ran this long was healthy, whatever ended it. */
const MIN_HEALTHY_MS = 60_000;

export interface GrowingDelay {
  /** Milliseconds to wait before the next start. `wasHealthy`: whether what has just died did its task before. */
  next(wasHealthy: boolean): number;
}

/** 250 ms, doubled at each death up to 5 s; 250 ms again after a healthy life. */
export function growingDelay(): GrowingDelay {
  let nextMs = MIN_DELAY_MS;
  return {
    next(wasHealthy) {
      const delayMs = wasHealthy ? MIN_DELAY_MS : nextMs;
      nextMs = Math.min(delayMs * 2, MAX_DELAY_MS);
      return delayMs;
    },
  };
}

/** Whether a life of this many milliseconds was a healthy one. */
export function isLongLife(livedMs: number): boolean {
  return livedMs >= MIN_HEALTHY_MS;
}

const FIRST_MS = 250;
const LONGEST_MS = 10_000;
/** After that long, what died was healthy: the next delay is the first one again. */
const HEALTHY_MS = 60_000;

export interface GrowingDelay {
  /** Milliseconds to wait before the next start of what lived for `livedMs`. */
  next(livedMs: number): number;
}

/** 250 ms, doubled at each death up to 10 s; the first again after a minute of health. */
export function growingDelay(): GrowingDelay {
  let nextMs = FIRST_MS;
  return {
    next(livedMs) {
      const delayMs = livedMs >= HEALTHY_MS ? FIRST_MS : nextMs;
      nextMs = Math.min(delayMs * 2, LONGEST_MS);
      return delayMs;
    },
  };
}

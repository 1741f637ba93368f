/** A routine scan comes only after so many times what the last one took: no machine spends its time on scans. */
const RESTS = 20;
/** It never rests for longer than this, milliseconds: events may have been lost. */
const MAX_REST_MS = 60_000;

/** A function that scans, unless the last of its scans took long and has just ended. `now`: monotonic milliseconds. */
export function routineScans(scan: () => Promise<void>, now = () => performance.now()): () => Promise<void> {
  let restsUntil = 0;
  return async () => {
    const since = now();
    if (since < restsUntil) return;
    await scan();
    restsUntil = now() + Math.min(MAX_REST_MS, RESTS * (now() - since));
  };
}

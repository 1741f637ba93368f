const MINUTE_MS = 60_000;
/** A timer may fire a little early: the clock is read this long after the minute begins. Milliseconds. */
const AFTER_MS = 20;

/** Calls `tick` with the time (epoch milliseconds) now and at the start of each minute. Returns how to stop. */
export function everyMinute(now: () => number, tick: (now: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    const at = now();
    timer = setTimeout(read, MINUTE_MS - (at % MINUTE_MS) + AFTER_MS);
    tick(at);
  };
  read();
  return () => clearTimeout(timer);
}

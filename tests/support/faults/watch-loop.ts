import { computedMs } from '../computed.ts';

/**
 * Watches the event loop of this process; gives the longest time since the call for which one turn of it computed,
 * milliseconds. The tests' own turns count too.
 */
export function watchLoop(): () => number {
  let longest = 0;
  let last = computedMs();
  const timer = setInterval(() => {
    const now = computedMs();
    longest = Math.max(longest, now - last);
    last = now;
  }, 10);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

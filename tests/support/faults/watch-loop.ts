import { readFileSync } from 'node:fs';

/** What the main thread of this process has computed, milliseconds: on Linux to 10 ms, whatever else the machine does. */
function computedMs(): number {
  if (process.platform !== 'linux') return performance.now();
  const stat = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Its time in user and in system mode, in hundredths of a second.
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

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

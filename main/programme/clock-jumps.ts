import { filter, map, type Observable, pairwise, share, startWith } from 'rxjs';
import { everySeconds } from '../lib/seconds.ts';
import type { Clock } from '../when/clock.ts';

/** The clock is compared with the machine's monotonic one this often, and a difference beyond this is a jump. */
const LOOK_S = 1;
const MIN_JUMP_MS = 500;

/** Emits when the clock was set, or the machine slept: by any amount, in either direction. */
export function clockJumps(clock: Clock): Observable<unknown> {
  const lead = () => clock.now().epochMilliseconds - performance.now();
  return everySeconds(LOOK_S).pipe(
    map(lead),
    startWith(lead()),
    pairwise(),
    filter(([before, after]) => Math.abs(after - before) > MIN_JUMP_MS),
    share(),
  );
}

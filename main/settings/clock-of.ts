import { type Clock, simulatedClock, systemClock } from '../when/clock.ts';
import { parseAt } from './at.ts';
import type { Settings } from './settings.ts';

/** The clock that these settings ask for: simulated from `at` on, or that of the machine. */
export function clockOf({ at, atSince }: Settings): Clock {
  const start = at === null ? null : parseAt(at);
  return start === null ? systemClock() : simulatedClock(start, atSince ?? Date.now());
}

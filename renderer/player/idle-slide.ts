import type { Slide } from '../../main/contract.ts';

/** How long the clock is shown where no slide at all can be; milliseconds. */
export const RESPITE_MS = 10_000;

/** The player's own clock, for when there is nothing else. */
export function idleSlide(): Slide {
  return { id: 'idle', kind: 'idle', title: 'Préau', durationMs: RESPITE_MS, source: null, serial: 0 };
}

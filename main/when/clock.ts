import { Temporal } from 'temporal-polyfill';

/** The only source of the present. Everything else takes an instant as an argument. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The clock of the machine. */
export function systemClock(): Clock {
  return { now: () => Temporal.Now.instant() };
}

/**
 * A clock that read `start` when the machine's clock read `since` (epoch milliseconds), and has run on from there.
 */
export function simulatedClock(start: Temporal.Instant, since: number, machine: Clock = systemClock()): Clock {
  return { now: () => start.add({ milliseconds: machine.now().epochMilliseconds - since }) };
}

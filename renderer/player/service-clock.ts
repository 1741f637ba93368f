/** Epoch milliseconds of an RFC 9557 instant, whose bracketed zone `Date` does not read; NaN for anything else. */
export function epochOf(at: string): number {
  return Date.parse(at.replace(/\[.*$/, ''));
}

/** A clock that is off by more was set, or this machine slept; milliseconds. */
const MAX_DRIFT_MS = 1_000;

/** The clock of the service: its last time, run on by a monotonic clock, so the clock of this machine does not matter. */
export class ServiceClock {
  #offset: number;
  readonly #elapsed: () => number;

  /** `start` in epoch milliseconds; `elapsed` is a monotonic clock, milliseconds. */
  constructor(start: number, elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
    this.#offset = start - elapsed();
  }

  /** Sets the clock to an instant of the service; ignores what is not an instant. Returns whether it went wrong by seconds. */
  set(at: string): boolean {
    const epoch = epochOf(at);
    if (!Number.isFinite(epoch)) return false;
    const before = this.now();
    this.#offset = epoch - this.#elapsed();
    return Math.abs(before - epoch) > MAX_DRIFT_MS;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#offset + this.#elapsed();
  }
}

/** Epoch milliseconds of an RFC 9557 instant, whose bracketed zone `Date` does not read; NaN for anything else. */
export function epochOf(at: string): number {
  return Date.parse(at.replace(/\[.*$/, ''));
}

/** The clock of the service, as last heard; it runs on from there, whatever happens to the clock of this machine. */
export class ServiceClock {
  #offset: number;
  readonly #elapsed: () => number;

  constructor(start: number, elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
    this.#offset = start - elapsed();
  }

  /** The service says it is `at`; what is no instant is passed over. */
  set(at: string): void {
    const epoch = epochOf(at);
    if (Number.isFinite(epoch)) this.#offset = epoch - this.#elapsed();
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#offset + this.#elapsed();
  }
}

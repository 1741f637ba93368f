/** No timer is longer than this: `setTimeout` overflows after 24.8 days, and machines sleep. */
const MAX_TIMER_MS = 60_000;

/** A wait that can be paused and cancelled. */
export class Wait {
  #leftMs: number;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #done: () => void;

  /** Calls `done` once `ms` milliseconds have passed, pauses not counted. */
  constructor(ms: number, done: () => void) {
    this.#leftMs = ms;
    this.#done = done;
    this.resume();
  }

  pause(): void {
    if (this.#timer === undefined) return;
    this.cancel();
    this.#leftMs -= performance.now() - this.#since;
  }

  resume(): void {
    if (this.#timer !== undefined) return;
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, Math.min(MAX_TIMER_MS, this.#leftMs)));
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    this.pause();
    if (this.#leftMs <= 0) this.#done();
    else this.resume();
  }
}

/**
 * Shows changes one at a time; what arrives while one is being shown is one next change, the newest. While files are copied
 * one after the other, a newer change would otherwise always come before the last is painted, and none would be seen.
 */
export class ChangeQueue<T> {
  readonly #show: (change: T) => Promise<void>;
  #showing = false;
  #next: T | null = null;

  constructor(show: (change: T) => Promise<void>) {
    this.#show = show;
  }

  /** Shows a change now, or after the one that is being shown. */
  async add(change: T): Promise<void> {
    if (this.#showing) this.#next = change;
    else await this.#run(change);
  }

  /** Shows a change at once, whatever is being shown: for an alert. */
  async interrupt(change: T): Promise<void> {
    this.#next = null;
    await this.#run(change);
  }

  /** Forgets the change that waits. */
  clear(): void {
    this.#next = null;
  }

  async #run(change: T): Promise<void> {
    this.#showing = true;
    try {
      await this.#show(change);
    } finally {
      this.#showing = false;
    }
    const next = this.#next;
    this.#next = null;
    if (next !== null) void this.add(next);
  }
}

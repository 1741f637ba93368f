/** Says on the document that the wall lives: how often it was painted, and how long the next paint may take, milliseconds. */
export class Pulse {
  readonly #document: HTMLElement;
  #paints = 0;
  #longestMs = 0;

  constructor(root: HTMLElement) {
    this.#document = root;
  }

  /** A page was painted; `longestMs`: the longest time of any slide, this one included. */
  painted(longestMs: number): void {
    this.#paints += 1;
    this.#longestMs = longestMs;
    this.#tell(longestMs);
  }

  /** No paint is expected: the screen is dark, or somebody has paused it. */
  rest(): void {
    this.#tell(0);
  }

  resume(): void {
    this.#tell(this.#longestMs);
  }

  #tell(longestMs: number): void {
    this.#document.dataset.pulse = `${this.#paints} ${Math.ceil(longestMs)}`;
  }
}

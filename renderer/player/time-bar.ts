/** The thin bar that shows the time of the slide; only its transform moves. */
export class TimeBar {
  readonly #element: HTMLElement;
  #run: Animation | null = null;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Grows from nothing to the full width in `durationMs`, in a CSS colour. */
  start(durationMs: number, colour: string, paused: boolean): void {
    this.clear();
    this.#element.style.color = colour;
    this.#run = this.#element.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], {
      duration: durationMs,
      fill: 'forwards',
    });
    if (paused) this.pause();
  }

  pause(): void {
    this.#run?.pause();
  }

  resume(): void {
    this.#run?.play();
  }

  /** No bar. */
  clear(): void {
    this.#run?.cancel();
    this.#run = null;
  }
}

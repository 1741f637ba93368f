/** The thin bar that shows the time of the slide; only its transform moves. */
export class TimeBar {
  readonly #element: HTMLElement;
  #run: Animation | null = null;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Runs from nothing to full in `durationMs`, in a CSS colour; `still`: no bar (no motion is wanted, or no end is near). */
  start(durationMs: number, colour: string, still: boolean): void {
    this.clear();
    if (still) return;
    this.#element.style.color = colour;
    this.#run = this.#element.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], {
      duration: durationMs,
      fill: 'forwards',
    });
  }

  pause(): void {
    this.#run?.pause();
  }

  resume(): void {
    this.#run?.play();
  }

  clear(): void {
    this.#run?.cancel();
    this.#run = null;
  }
}

import { Wait } from './wait.ts';

/** In how many steps the bar grows to its full width. */
const STEPS = 12;

/**
 * The thin bar that shows the time of the slide. A timer makes it grow in a few steps, so that the browser sleeps in between.
 * An animation, even one with the timing function `steps()`, would make it prepare 60 frames a second for as long as the
 * slide is shown: 7 % of a core (4 % with `steps()`) instead of 0.5 %.
 */
export class TimeBar {
  readonly #element: HTMLElement;
  #wait: Wait | null = null;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Grows from nothing to the full width in `durationMs`, in a CSS colour. */
  start(durationMs: number, colour: string, paused: boolean): void {
    this.clear();
    this.#element.style.color = colour;
    this.#grow(0, durationMs / STEPS);
    if (paused) this.pause();
  }

  pause(): void {
    this.#wait?.pause();
  }

  resume(): void {
    this.#wait?.resume();
  }

  /** No bar. */
  clear(): void {
    this.#wait?.cancel();
    this.#wait = null;
    this.#element.style.transform = '';
  }

  #grow(step: number, stepMs: number): void {
    this.#element.style.transform = `scaleX(${step / STEPS})`;
    this.#wait = step < STEPS ? new Wait(stepMs, () => this.#grow(step + 1, stepMs)) : null;
  }
}

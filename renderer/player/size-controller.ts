import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The size must stay the same for this long before it counts: a window may be in the middle of being resized. Milliseconds. */
const SETTLE_MS = 150;

/** The size of the stage in CSS pixels; calls `changed` when it is another one. */
export class SizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  #size = { width: window.innerWidth, height: window.innerHeight };
  #observer: ResizeObserver | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get size(): { readonly width: number; readonly height: number } {
    return this.#size;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    clearTimeout(this.#timer);
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === 0 || height === 0 || (width === this.#size.width && height === this.#size.height)) return;
    this.#size = { width, height };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed(), SETTLE_MS);
  }
}

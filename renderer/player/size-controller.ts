import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Size, StageSize } from '../slides/picture-fit.ts';

/** The size must stay the same for this long before it counts: a window may be in the middle of being resized. Milliseconds. */
const SETTLE_MS = 150;

/** The sizes of the wall and of its stage in CSS pixels; calls `changed` when the stage has another one. */
export class SizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #stage: () => HTMLElement | null;
  readonly #changed: () => void;
  #wall: Size = { width: window.innerWidth, height: window.innerHeight };
  /** null until it has been measured. */
  #size: Size | null = null;
  #observer: ResizeObserver | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `stage`: what is below the head; null before the first rendering. */
  constructor(host: ReactiveControllerHost & HTMLElement, stage: () => HTMLElement | null, changed: () => void) {
    this.#host = host;
    this.#stage = stage;
    this.#changed = changed;
    host.addController(this);
  }

  get wall(): Size {
    return this.#wall;
  }

  get stage(): StageSize {
    return { ...(this.#size ?? this.#wall), unit: Math.min(this.#wall.width, this.#wall.height) / 1080 };
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => {
      if (!this.#measure()) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#changed(), SETTLE_MS);
    });
    this.#observer.observe(this.#host);
  }

  /** The head may have come or gone: the next slide must be prepared for what is left. */
  hostUpdated(): void {
    if (this.#measure()) this.#changed();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    clearTimeout(this.#timer);
  }

  /** Whether the stage has another size than at the last measure. */
  #measure(): boolean {
    const wall = sizeOf(this.#host);
    const stage = sizeOf(this.#stage() ?? this.#host);
    if (stage.width === 0 || stage.height === 0) return false;
    const before = this.#size;
    this.#wall = wall;
    this.#size = stage;
    return before !== null && (stage.width !== before.width || stage.height !== before.height);
  }
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLElement): Size {
  return { width, height };
}

import type { Slide } from '../../main/contract.ts';
import { painted } from '../slides/painted.ts';
import type { PreauSlide, SlideContext } from '../slides/preau-slide.ts';
import { slideElements } from '../slides/registry.ts';

/** A slide that is whole and painted on a layer below the wall, or black (`element` null). */
export interface Prepared {
  readonly slide: Slide | null;
  readonly page: number;
  readonly element: PreauSlide | null;
  readonly layer: HTMLElement;
}

/** What is not ready after this long is not waited for: its media never came. Milliseconds. */
const PATIENCE_MS = 20_000;

/**
 * The wall, and below it, hidden by it, what is prepared to follow. The upper layer fades out over a lower one that is
 * already painted, so that no frame ever shows anything but these two.
 */
export class Stage {
  readonly #root: HTMLElement;
  #shown: Prepared | null = null;
  #fade: Promise<void> = Promise.resolve();

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get shown(): Prepared | null {
    return this.#shown;
  }

  /**
   * Builds a page below the wall and waits until it is painted.
   * @throws if it cannot be shown whole (a picture that does not decode, media that never come); nothing stays behind.
   */
  async prepare(slide: Slide, page: number, context: SlideContext): Promise<Prepared> {
    const element = document.createElement(slideElements[slide.kind].tag) as PreauSlide;
    element.slide = slide;
    element.context = context;
    element.page = page;
    const prepared: Prepared = { slide, page, element, layer: this.#addLayer(element) };
    try {
      await withPatience(element.ready());
      // Said in the document, so that whoever leaps with the clock of the page knows when it may.
      prepared.layer.dataset.prepared = '';
      return prepared;
    } catch (cause) {
      this.discard(prepared);
      throw new Error(`The slide ${slide.id} cannot be prepared.`, { cause });
    }
  }

  /** Black: outside the hours of the screen. */
  prepareDark(): Prepared {
    const layer = this.#addLayer(null);
    layer.classList.add('dark');
    return { slide: null, page: 0, element: null, layer };
  }

  /** Fades to a prepared slide in `fadeMs` (0: a cut), and lets the other one go. Resolves when it is alone on the wall. */
  async reveal(next: Prepared, fadeMs: number): Promise<void> {
    await this.#fade;
    this.#fade = this.#crossFade(next, fadeMs);
    await this.#fade;
  }

  /** Takes a slide out of the document and gives back its media. */
  discard(prepared: Prepared): void {
    prepared.element?.left();
    prepared.layer.remove();
  }

  clear(): void {
    if (this.#shown) this.discard(this.#shown);
    this.#shown = null;
    this.#root.replaceChildren();
  }

  async #crossFade(next: Prepared, fadeMs: number): Promise<void> {
    const old = this.#shown;
    this.#shown = next;
    next.layer.style.zIndex = '1';
    if (old) {
      old.layer.style.zIndex = '2';
      // An opaque layer hides the tiles of the one below, and Chromium then may not raster them before the fade has
      // begun: a layer that is not quite opaque makes them due at once.
      old.layer.style.opacity = '0.999';
      await painted();
    }
    next.layer.inert = false;
    next.layer.removeAttribute('aria-hidden');
    next.element?.revealed();
    if (!old) return;
    old.layer.inert = true;
    old.layer.setAttribute('aria-hidden', 'true');
    if (fadeMs > 0) {
      const fade = old.layer.animate([{ opacity: 0.999 }, { opacity: 0 }], {
        duration: fadeMs,
        easing: 'ease-in-out',
        fill: 'forwards',
      });
      await fade.finished;
    }
    this.discard(old);
  }

  #addLayer(element: PreauSlide | null): HTMLElement {
    const layer = document.createElement('div');
    layer.className = 'layer';
    layer.inert = true;
    layer.setAttribute('aria-hidden', 'true');
    if (element) layer.append(element);
    this.#root.prepend(layer);
    return layer;
  }
}

function withPatience(ready: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready after ${PATIENCE_MS} ms.`)), PATIENCE_MS);
    ready.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

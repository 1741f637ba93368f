import { nextPaint, settledWithin } from '../lib/promises.ts';
import type { HeadLook, PreauSlide, SlideContext } from '../slides/preau-slide.ts';
import { createSlideElement } from '../slides/registry.ts';
import type { SlidePage } from './loop.ts';

/** A page that is complete and painted on a layer below the wall; or a black layer. */
export interface Prepared {
  /** null: black. */
  readonly content: (SlidePage & { readonly element: PreauSlide }) | null;
  readonly layer: HTMLElement;
}

/** A slide that is not ready after this time is given up: its media never came. Milliseconds. */
const MAX_PREPARE_MS = 20_000;

/**
 * The layers of the wall: the one that is shown, and below it, hidden by it, those that are prepared to follow. The upper
 * layer fades out over a lower one that is already painted, so no frame ever shows anything but these two.
 */
export class Stage {
  readonly #root: HTMLElement;
  readonly #changeHead: (look: HeadLook) => HTMLElement | null;
  #shown: Prepared | null = null;
  #fade: Promise<void> = Promise.resolve();

  /**
   * `changeHead` makes the head of the wall look as it does above the next slide, and gives what covers it as it was, to fade
   * out together with the slide that leaves; null where the look is the same.
   */
  constructor(root: HTMLElement, changeHead: (look: HeadLook) => HTMLElement | null) {
    this.#root = root;
    this.#changeHead = changeHead;
  }

  /** The page on the wall, or the one that it is fading to; null for black and before the first. */
  get shown(): SlidePage | null {
    return this.#shown?.content ?? null;
  }

  /**
   * Builds a page below the wall and waits until it is painted.
   * @throws if it cannot be shown completely (a picture that does not decode, media that never come); nothing stays behind.
   */
  async prepare({ slide, page }: SlidePage, context: SlideContext): Promise<Prepared> {
    const element = createSlideElement(slide);
    element.context = context;
    element.page = page;
    const prepared: Prepared = { content: { slide, page, element }, layer: this.#addLayer(element) };
    try {
      await settledWithin(element.ready(), MAX_PREPARE_MS);
      // For tests that jump the clock of the page: they must wait until this layer is ready.
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
    return { content: null, layer };
  }

  /** Fades to a prepared page in `fadeMs` (0: a cut) and discards the old one. Resolves when it is alone on the wall. */
  async reveal(next: Prepared, fadeMs: number): Promise<void> {
    await this.#fade;
    this.#fade = this.#crossFade(next, fadeMs);
    await this.#fade;
  }

  /** Takes a page out of the document and releases its media. */
  discard(prepared: Prepared): void {
    prepared.content?.element.left();
    prepared.layer.remove();
  }

  async #crossFade(next: Prepared, fadeMs: number): Promise<void> {
    const old = this.#shown;
    this.#shown = next;
    next.layer.style.zIndex = '1';
    const oldHead = this.#changeHead(next.content?.element.headLook ?? 'dark');
    const leaving = [old?.layer, oldHead].filter((element) => element instanceof HTMLElement);
    if (old) {
      old.layer.style.zIndex = '2';
      // Chromium may not raster the layer below an opaque one before the fade begins. With the upper layer not quite opaque,
      // the lower one is rastered at once.
      for (const { style } of leaving) style.opacity = '0.999';
      await nextPaint();
    }
    setHidden(next.layer, false);
    next.content?.element.revealed();
    if (old) {
      setHidden(old.layer, true);
      if (fadeMs > 0) await Promise.all(leaving.map((element) => fadeOut(element, fadeMs)));
      this.discard(old);
    }
    oldHead?.remove();
  }

  #addLayer(element: PreauSlide | null): HTMLElement {
    const layer = document.createElement('div');
    layer.className = 'layer';
    setHidden(layer, true);
    if (element) layer.append(element);
    this.#root.prepend(layer);
    return layer;
  }
}

/**
 * Hides a layer from those who listen to the page; or shows it to them. No slide has anything that takes the focus. Not with
 * `inert`, which Chromium takes for a change of its looks: it would draw both layers anew in the first frames of the fade.
 */
function setHidden(layer: HTMLElement, hidden: boolean): void {
  if (hidden) layer.setAttribute('aria-hidden', 'true');
  else layer.removeAttribute('aria-hidden');
}

async function fadeOut(layer: HTMLElement, fadeMs: number): Promise<void> {
  const options: KeyframeAnimationOptions = { duration: fadeMs, easing: 'ease-in-out', fill: 'forwards' };
  await layer.animate([{ opacity: 0.999 }, { opacity: 0 }], options).finished;
}

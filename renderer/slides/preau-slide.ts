import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Programme, SlideKind, SlideOf, Theme } from '../../main/contract.ts';
import { readingTimeMs } from '../../main/reading-time.ts';
import { slideStyles } from '../styles/slide-styles.ts';
import { loadFonts } from '../text/fonts.ts';
import { painted } from './painted.ts';

/** What a slide may know of the wall it is on. */
export interface SlideContext {
  /** The day of the programme, `2026-05-05`. */
  readonly day: string;
  /** Days for the ribbon; empty for none. */
  readonly week: Programme['week'];
  readonly theme: Theme;
  /** The instant of the programme, RFC 9557. */
  readonly at: string;
  /** The instant by the clock of the service, epoch milliseconds. */
  now(): number;
  readonly reducedMotion: boolean;
  /** CSS pixels of the stage. */
  readonly stage: { readonly width: number; readonly height: number };
}

/**
 * One full-screen view. The stage creates a fresh element for each showing (and for each page), sets `slide`, `context`
 * and `page`, adds it to the lower layer, awaits `ready()`, and only then reveals it.
 *
 * A subclass writes `render()`, and where it needs more: `prepare()` (measure, paginate, load), `pageCount()`,
 * `durationMs()`, `accent`, `revealed()`, `left()`. Its sheet is added to the shared one with `static styles`.
 * All sizes are `calc(N * var(--u))`, N in pixels of a stage whose short side is 1080.
 */
export abstract class PreauSlide<K extends SlideKind = SlideKind> extends LitElement {
  static override styles: CSSResultGroup = slideStyles;

  @property({ attribute: false }) slide!: SlideOf<K>;
  @property({ attribute: false }) context!: SlideContext;
  /** Page to show, from 0. */
  @property({ attribute: false }) page = 0;

  /** How many pages the slide has; known once `ready()` has resolved. */
  pageCount(): number {
    return 1;
  }

  /** How long this page stays: the duration of the slide, or, where it has several pages, the time to read this one. */
  durationMs(): number {
    return this.pageCount() > 1 ? readingTimeMs(this.renderRoot.textContent ?? '') : this.slide.durationMs;
  }

  /** A CSS colour for the bar of time: one that is seen on the bottom edge of this slide. */
  get accent(): string {
    return 'var(--green)';
  }

  /**
   * Resolves when the slide is whole on the (hidden) layer: fonts loaded, pictures decoded, text measured and paginated,
   * painted once. Rejects if a picture cannot be decoded: the player then skips the slide.
   */
  async ready(): Promise<void> {
    // Measured, but not drawn: a picture that is drawn before it is decoded holds up every frame of the page.
    this.style.visibility = 'hidden';
    await this.updateComplete;
    // All that the slide may set, before it is measured: a face that comes later changes the lines.
    await loadFonts(`${this.renderRoot.textContent ?? ''}${JSON.stringify(this.slide)} «»’…\u00a0\u202f`);
    await this.prepare();
    await this.updateComplete;
    await Promise.all([...this.renderRoot.querySelectorAll('img')].map(decoded));
    this.style.visibility = '';
    await painted();
  }

  /** The reveal begins: movements and clocks may start. */
  revealed(): void {}

  /** The slide has left the wall and the document: give back what weighs. Overrides call `super.left()`. */
  left(): void {
    for (const image of this.renderRoot.querySelectorAll('img')) image.removeAttribute('src');
  }

  /** After the first render and the fonts, before the pictures are awaited: measure here, and change reactive state. */
  protected async prepare(): Promise<void> {}
}

/** A picture must be there; the blurred copy behind one is only its ground, and the slide does without. */
async function decoded(image: HTMLImageElement): Promise<void> {
  try {
    await image.decode();
  } catch (error) {
    if (!image.classList.contains('blur')) throw error;
  }
}

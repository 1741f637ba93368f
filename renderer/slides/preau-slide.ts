import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Programme, SlideKind, SlideOf, Theme } from '../../main/contract.ts';
import { readingTimeMs } from '../../main/reading-time.ts';
import { nextPaint } from '../lib/promises.ts';
import { slideStyles } from '../styles/slide-styles.ts';
import { loadFonts } from '../text/fonts.ts';
import type { StageSize } from './picture-fit.ts';

/** What a slide may know of the screen it is shown on. */
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
  /** Where the slide is shown: the wall without its head, CSS pixels. */
  readonly stage: StageSize;
  /** Whether the wall has a head, which tells the time, the day and the place. */
  readonly headed: boolean;
}

/**
 * How the head of the wall looks above a slide: on paper; on the red of an alert; on the night of a clock that tells time and
 * day itself; or not at all, on a dark wall.
 */
export type HeadLook = 'paper' | 'alert' | 'clock' | 'dark';

/** The event of a slide that can go no further (a film that stopped for good): the player passes on to the next slide. */
export const STALLED_EVENT = 'preau-stalled';

/** The element of one kind of slide. The registry asks it of every kind. */
export interface SlideElement<K extends SlideKind> {
  new (): PreauSlide<K>;
  /**
   * What, where and when, for the programme that is read aloud; empty parts are left out. null where the slide has no
   * entry of its own: the pictures of an exhibition are one entry together.
   */
  listEntry(slide: SlideOf<K>): readonly (string | undefined)[] | null;
}

/**
 * One full-screen view. The stage creates a fresh element for each showing (and for each page), sets `slide`, `context`
 * and `page`, adds it to the lower layer, awaits `ready()`, and only then reveals it.
 *
 * A subclass writes `render()` and the static `listEntry()`, and where it needs more: `prepare()` (measure, paginate,
 * load), `pageCount()`, `durationMs()`, `accent`, `headLook`, `revealed()`, `left()`. Its sheet is added to the shared one with
 * `static styles`. All sizes are `calc(N * var(--u))`, N in pixels of a wall whose short side is 1080.
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

  /** The CSS colour of the time bar, chosen to be seen on the bottom edge of this slide; null for no bar. */
  get accent(): string | null {
    return 'var(--accent)';
  }

  /** How the head of the wall looks above this slide. */
  get headLook(): HeadLook {
    return 'paper';
  }

  /**
   * Resolves when the slide is complete on the (hidden) layer: fonts loaded, pictures decoded, text measured and paginated,
   * painted once. Rejects if a picture cannot be decoded: the player then skips the slide.
   */
  async ready(): Promise<void> {
    // Laid out so that it can be measured, but not drawn: drawing a picture before it is decoded delays every frame.
    this.style.visibility = 'hidden';
    await this.updateComplete;
    // Fonts for all the text the slide may show come before the measuring: a font that arrives later changes the lines.
    await loadFonts(`${this.renderRoot.textContent ?? ''}${JSON.stringify(this.slide)} «»’…\u00a0\u202f`);
    await this.prepare();
    await this.updateComplete;
    await Promise.all([...this.renderRoot.querySelectorAll('img')].map(decoded));
    this.style.visibility = '';
    await nextPaint();
  }

  /** The reveal begins: movements and clocks may start. */
  revealed(): void {}

  /** The slide has left the wall and the document: release pictures and films. Overrides call `super.left()`. */
  left(): void {
    for (const image of this.renderRoot.querySelectorAll('img')) image.removeAttribute('src');
  }

  /** After the first render and the fonts, before the pictures are awaited: measure here, and change reactive state. */
  protected async prepare(): Promise<void> {}
}

/** Waits for a picture. Its blurred copy, which only fills the ground behind it, may fail: the slide does without. */
async function decoded(image: HTMLImageElement): Promise<void> {
  try {
    await image.decode();
  } catch (error) {
    if (!image.classList.contains('blur')) throw error;
  }
}

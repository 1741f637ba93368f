import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PictureSide } from '../../main/regie-contract.ts';
import type { StillPlayer } from '../player/still-player.ts';
import { inTurn, type Turn } from './still-queue.ts';

/** The stage of a thumbnail, CSS pixels: the player lays out the same slide at any size. */
const WIDTH = 960;
const HEIGHT = 540;
/** The sides of pictures that the service makes, pixels of the screen. */
const SMALL_SIDES: readonly PictureSide[] = [224, 320];
const LARGE_SIDE: PictureSide = 640;
/** How far outside the window a thumbnail is drawn already. */
const MARGIN = '300px';

/**
 * A slide, small: the still player, in the page itself and scaled. It is drawn when it is scrolled to and taken down when it is
 * scrolled away, so that a page of hundreds holds only those that are seen.
 */
export class StillFrame extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 16 / 9;
      background: var(--rule);
      border-radius: 6px;
      box-shadow: 0 0 0 1px var(--rule);
    }
    /* Only what is drawn has its edges cut: Chromium keeps a clip and a place in the order of painting for each that has. */
    div {
      position: absolute;
      inset: 0;
      overflow: hidden;
      border-radius: inherit;
      contain: strict;
    }
    preau-still-player {
      position: absolute;
      inset: 0 auto auto 0;
      width: 960px;
      height: 540px;
      transform-origin: 0 0;
      pointer-events: none;
      opacity: 0;
    }
    /* It is there at once: a fade would give each thumbnail a layer of its own, and the page its pixels for seconds after. */
    preau-still-player.painted {
      opacity: 1;
    }
    p {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      margin: 0;
      padding: 0.5em;
      color: var(--ink-soft);
      font: 400 13px/1.3 var(--font-text);
      text-align: center;
    }
  `;

  /** Address of the player. */
  @property() src = '';
  /** What it shows, for those who listen; empty where the text beside it says so. */
  @property() label = '';
  @state() private drawn = false;
  /** null: not yet; false: it cannot be. */
  @state() private painted: boolean | null = null;
  @query('preau-still-player') private readonly player!: StillPlayer | null;

  #turn: Turn | null = null;
  #box = { width: 0, height: 0 };
  readonly #near = new IntersectionObserver(([entry]) => this.#see(entry?.isIntersecting ?? false), {
    rootMargin: MARGIN,
  });
  readonly #size = new ResizeObserver(([entry]) => {
    this.#box = entry?.contentRect ?? this.#box;
    this.#scale();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#near.observe(this);
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near.disconnect();
    this.#size.disconnect();
    this.#takeDown();
  }

  protected override render(): TemplateResult {
    const { label, drawn, painted } = this;
    if (painted === false) return html`<p>Cette diapositive ne se dessine pas.</p>`;
    if (!drawn) return html`${nothing}`;
    return html`<div role=${label === '' ? nothing : 'img'} aria-label=${label === '' ? nothing : label}>
      <preau-still-player
        inert
        class=${painted ? 'painted' : ''}
        .side=${this.#side()}
        .search=${this.src.slice(this.src.indexOf('?'))}
        @preau-still-shown=${this.#shown}
      ></preau-still-player>
    </div>`;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('src')) this.painted = null;
  }

  protected override updated(): void {
    this.#scale();
  }

  #see(isNear: boolean): void {
    if (!isNear) {
      this.#takeDown();
      return;
    }
    if (this.#turn !== null || this.drawn) return;
    this.#turn = inTurn(() => {
      this.drawn = true;
    });
  }

  #takeDown(): void {
    this.#turn?.done();
    this.#turn = null;
    this.drawn = false;
    this.painted = null;
  }

  readonly #shown = (): void => {
    this.painted = this.player?.dataset.slide !== '';
    this.#turn?.done();
  };

  /** The smallest copies of pictures that are sharp at the size at which the slide is drawn. */
  #side(): PictureSide {
    const width = this.#box.width * devicePixelRatio;
    return SMALL_SIDES.find((side) => side >= width) ?? LARGE_SIDE;
  }

  /** Slides measure their texts as they are drawn: only what is painted is made small. */
  #scale(): void {
    const small = `scale(${this.#box.width / WIDTH}, ${this.#box.height / HEIGHT})`;
    this.player?.style.setProperty('transform', this.painted ? small : 'none');
  }
}

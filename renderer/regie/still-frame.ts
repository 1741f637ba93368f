import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { inTurn, type Turn } from './frame-queue.ts';

/** The stage of a thumbnail, CSS pixels: the player lays out the same slide at any size. */
const WIDTH = 960;
const HEIGHT = 540;
/** How far outside the window a thumbnail is drawn already. */
const MARGIN = '300px';
/** How often a frame is asked whether its slide is painted, and when it is given up; milliseconds. */
const LOOK_MS = 60;
const MAX_LOAD_MS = 15_000;

/**
 * A slide, small: the player itself, still and scaled. It is drawn when it is scrolled to and taken down when it is scrolled
 * away, so that a page of hundreds holds only the frames that are seen.
 */
export class StillFrame extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 16 / 9;
      overflow: hidden;
      background: var(--rule);
      border-radius: 6px;
      contain: strict;
    }
    iframe {
      position: absolute;
      top: 0;
      left: 0;
      width: 960px;
      height: 540px;
      border: 0;
      transform-origin: 0 0;
      pointer-events: none;
      opacity: 0;
      transition: opacity 120ms;
    }
    iframe.painted {
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
    @media (prefers-reduced-motion: reduce) {
      iframe {
        transition: none;
      }
    }
  `;

  /** Address of the player. */
  @property() src = '';
  /** What it shows, for those who listen. */
  @property() label = '';
  @state() private drawn = false;
  @state() private painted: boolean | null = null;
  @query('iframe') private readonly frame!: HTMLIFrameElement | null;

  #turn: Turn | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #near = new IntersectionObserver(([entry]) => this.#see(entry?.isIntersecting ?? false), {
    rootMargin: MARGIN,
  });
  readonly #size = new ResizeObserver(() => this.#scale());

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
    if (this.painted === false) return html`<p>Cette diapositive ne se dessine pas.</p>`;
    if (!this.drawn) return html`${nothing}`;
    return html`<iframe
      inert
      tabindex="-1"
      class=${this.painted ? 'painted' : ''}
      title=${this.label}
      src=${this.src}
    ></iframe>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.#scale();
    if (changed.has('src') && changed.get('src') && this.drawn) this.painted = null;
  }

  #see(isNear: boolean): void {
    if (!isNear) {
      this.#takeDown();
      return;
    }
    if (this.#turn !== null || this.drawn) return;
    this.#turn = inTurn(() => {
      this.drawn = true;
      this.#watch(performance.now());
    });
  }

  #takeDown(): void {
    clearTimeout(this.#timer);
    this.#turn?.done();
    this.#turn = null;
    this.drawn = false;
    this.painted = null;
  }

  /** The player says on its document which slide it has painted. */
  #watch(sinceMs: number): void {
    const said = this.frame?.contentDocument?.documentElement?.dataset.slide;
    const late = performance.now() - sinceMs > MAX_LOAD_MS;
    if (said === undefined && !late) {
      this.#timer = setTimeout(() => this.#watch(sinceMs), LOOK_MS);
      return;
    }
    this.painted = said !== undefined && said !== 'échec';
    this.#turn?.done();
  }

  #scale(): void {
    this.frame?.style.setProperty('transform', `scale(${this.clientWidth / WIDTH}, ${this.clientHeight / HEIGHT})`);
  }
}

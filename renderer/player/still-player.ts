import { css, html, LitElement, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Programme } from '../../main/contract.ts';
import type { PictureSide } from '../../main/regie-contract.ts';
import tokens from '../styles/tokens.css?inline';
import { askedBy } from './asked.ts';
import { askedSlide } from './asked-programme.ts';
import { headTemplate } from './head-template.ts';
import { playerStyles } from './player-styles.ts';
import { epochOf } from './service-clock.ts';
import { withSmallPictures } from './small-pictures.ts';
import { type Prepared, Stage } from './stage.ts';
import { setTheme } from './theme.ts';
import type { WallHead } from './wall-head.ts';

/**
 * One slide of any programme, still: what the régie shows small, many on one page. It follows nothing, and tells the service
 * nothing. It has the theme of its own place, whatever the page around it looks like.
 */
export class StillPlayer extends LitElement {
  static override styles = [
    css`
      :host {
        all: initial;
      }
    `,
    unsafeCSS(tokens),
    playerStyles,
    /* It never fades, and a page of many need not keep each on a layer of its own. */
    css`
      .layer {
        will-change: auto;
      }
    `,
  ];

  /** What is shown, in the words of the player's address. */
  @property() search = location.search;
  /** The longest side of its pictures, where hundreds of slides may stand on one page; null: as the wall has them. */
  @property({ attribute: false }) side: PictureSide | null = null;
  @query('.stage', true) private readonly stageElement!: HTMLElement;
  @query('.head') private readonly head!: WallHead | null;
  @state() private programme: Programme | null = null;

  #stage: Stage | null = null;
  #prepared: Prepared | null = null;

  protected override render(): TemplateResult {
    const instant = this.programme === null ? 0 : epochOf(this.programme.at);
    return html`${headTemplate(this.programme, () => instant, 'paper')}
      <main class="stage" aria-label="À l’écran"></main>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#prepared) this.#stage?.discard(this.#prepared);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('search')) void this.#show(this.search);
  }

  /** Tells with `data-slide` when the slide is painted; or, empty, that it cannot be shown. */
  async #show(search: string): Promise<void> {
    delete this.dataset.slide;
    const shown = await this.#prepare(search).catch(() => null);
    // Another slide was asked for, or none any more.
    if (search !== this.search || !this.isConnected) {
      if (shown) this.#stage?.discard(shown);
      return;
    }
    if (this.#prepared) this.#stage?.discard(this.#prepared);
    this.#prepared = shown;
    this.head?.change(shown?.content?.element.headLook ?? 'paper')?.remove();
    this.dataset.slide = shown?.content?.slide.id ?? '';
    this.dispatchEvent(new Event('preau-still-shown'));
  }

  async #prepare(search: string): Promise<Prepared> {
    const { programme, slide } = await askedSlide(askedBy(search));
    const { theme, at, day, week } = programme;
    setTheme(this, programme);
    this.programme = programme;
    await this.updateComplete;
    this.#stage ??= new Stage(this.stageElement, () => null);
    const instant = epochOf(at);
    const { clientWidth: width, clientHeight: height } = this.stageElement;
    const unit = Math.min(this.clientWidth, this.clientHeight) / 1080;
    const headed = programme.head !== undefined;
    const stage = { width, height, unit };
    const context = { day, week, theme, at, now: () => instant, reducedMotion: true, stage, headed };
    // Prepared and not revealed: it is complete, and no film, clock or movement of it starts.
    const shown = this.side === null ? slide : withSmallPictures(slide, this.side);
    return this.#stage.prepare({ slide: shown, page: 0 }, context);
  }
}

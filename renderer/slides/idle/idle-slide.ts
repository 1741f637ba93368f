import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { clockWords, zoneOf } from '../../lib/clock-words.ts';
import { everyMinute } from '../../lib/minutes.ts';
import { colonStyles } from '../../styles/colon-styles.ts';
import { contentFits, largestThatFits, setSize } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { type HeadLook, PreauSlide } from '../preau-slide.ts';
import { idleStyles } from './idle-styles.ts';

/** Sizes of the clock, stage units. */
const CLOCK = { min: 120, max: 400 };

/** When nothing is on: the clock, the date, the place. */
export class IdleSlide extends PreauSlide<'idle'> {
  static override styles = [...[PreauSlide.styles].flat(), colonStyles, idleStyles];

  static listEntry({ title }: SlideOf<'idle'>): string[] {
    return [title];
  }

  @state() private now = 0;
  #stop: (() => void) | undefined;

  /** No bar: the clock stays until there is something else to show. */
  override get accent(): null {
    return null;
  }

  override get headLook(): HeadLook {
    return 'clock';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override revealed(): void {
    this.#tick();
  }

  protected override render(): TemplateResult {
    const { hour, minute, date } = clockWords(this.now, zoneOf(this.context.at), true);
    return html`<article>
      <h1 aria-label="${hour}:${minute}"><span>${hour}</span><span class="colon" aria-hidden="true"></span><span>${minute}</span></h1>
      <p class="date">${rich(date)}</p>
      ${this.#placeTemplate()}
    </article>`;
  }

  /** The place and its town; where the head names the place, its town alone. */
  #placeTemplate(): TemplateResult | typeof nothing {
    const { place, town } = this.slide;
    const parts = (this.context.headed ? [place && town] : [place, town]).filter((part) => part);
    if (parts.length === 0) return nothing;
    return html`<p class="place" dir="auto">${parts.map((part, n) => html`${n > 0 ? html`<i> · </i>` : nothing}<span>${rich(part ?? '')}</span>`)}</p>`;
  }

  protected override async prepare(): Promise<void> {
    const article = this.renderRoot.querySelector('article');
    if (!article) return;
    const fits = (size: number): boolean => {
      setSize(this, '--clock', size);
      return contentFits(article);
    };
    const size = largestThatFits(CLOCK.min, CLOCK.max, fits);
    // A very long name of the place: the texts are set smaller too.
    article.classList.toggle('full', size === null);
    setSize(this, '--clock', size ?? largestThatFits(CLOCK.min, CLOCK.max, fits) ?? CLOCK.min);
  }

  /** Reads the time now and at the start of each minute. */
  #tick(): void {
    this.#stop?.();
    this.#stop = everyMinute(
      () => this.context.now(),
      (now) => {
        this.now = now;
      },
    );
  }
}

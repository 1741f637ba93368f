import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { isWhole, largestThatFits, setSize } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { PreauSlide } from '../preau-slide.ts';

/** Of a school that has not been heard of yet. */
const DEFAULT_ZONE = 'Europe/Paris';
const MINUTE_MS = 60_000;
/** Sizes of the clock, in stage units: a very long name of the place is left more room. */
const CLOCK = { least: 120, most: 400 };

export interface ClockWords {
  readonly hour: string;
  readonly minute: string;
  readonly date: string;
}

/** The zone in brackets of an RFC 9557 instant: that of the place. Without one, that of Paris. */
export function zoneOf(at: string): string {
  return /\[([\w/+:-]+)\]/u.exec(at)?.[1] ?? DEFAULT_ZONE;
}

/** « 09 » and « 41 », and « lundi 23 novembre 2026 », of an instant (epoch milliseconds) in a zone. */
export function clockWords(now: number, zone: string): ClockWords {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: zone });
  const parts = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(now);
  return { hour: part('hour'), minute: part('minute'), date };
}

/** Nothing is on: the clock, the date, the place. */
export class IdleSlide extends PreauSlide<'idle'> {
  static override styles = [...[PreauSlide.styles].flat(), idleStyles()];

  static listEntry({ title }: SlideOf<'idle'>): string[] {
    return [title];
  }

  @state() private now = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** No bar: the clock stays until there is something else to show. */
  override get accent(): null {
    return null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override revealed(): void {
    this.#tick();
  }

  protected override render(): TemplateResult {
    const { hour, minute, date } = clockWords(this.now, zoneOf(this.context.at));
    const { place, town } = this.slide;
    return html`<article>
      <h1 aria-label="${hour}:${minute}"><span>${hour}</span><span class="colon" aria-hidden="true"></span><span>${minute}</span></h1>
      <p class="date">${rich(date)}</p>
      ${
        place || town
          ? html`<p class="place" dir="auto">${place ? html`<span>${rich(place)}</span>` : nothing}${place && town ? html`<i> · </i>` : nothing}${town ? html`<span>${rich(town)}</span>` : nothing}</p>`
          : nothing
      }
    </article>`;
  }

  protected override async prepare(): Promise<void> {
    const article = this.renderRoot.querySelector('article');
    if (!article) return;
    const fits = (size: number): boolean => {
      setSize(this, '--clock', size);
      return isWhole(article);
    };
    const size = largestThatFits(CLOCK.least, CLOCK.most, fits);
    article.classList.toggle('full', size === null);
    setSize(this, '--clock', size ?? largestThatFits(CLOCK.least, CLOCK.most, fits) ?? CLOCK.least);
  }

  /** At the start of each minute. */
  #tick(): void {
    clearTimeout(this.#timer);
    this.now = this.context.now();
    this.#timer = setTimeout(() => this.#tick(), MINUTE_MS - (this.now % MINUTE_MS) + 20);
  }
}

function idleStyles() {
  return css`
    :host {
      background: var(--night);
      color: var(--on-night);
    }
    article {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      height: 90cqh;
      margin: var(--safe-y) var(--safe-x);
      text-align: center;
    }
    h1 {
      display: flex;
      align-items: center;
      font-size: min(var(--clock, 400) * var(--u), 33cqw);
      white-space: nowrap;
      font-weight: 760;
      font-stretch: 92%;
      line-height: 0.8;
      letter-spacing: -0.02em;
      font-variant-numeric: tabular-nums lining-nums;
    }
    .colon {
      display: grid;
      gap: 0.21em;
      margin-inline: 0.075em 0.095em;
    }
    .colon::before,
    .colon::after {
      content: '';
      width: 0.14em;
      height: 0.14em;
      border-radius: 50%;
      background: currentColor;
    }
    .date {
      margin-top: calc(84 * var(--u));
      font-size: calc(80 * var(--u));
      line-height: 1.15;
      text-wrap: balance;
    }
    .place {
      margin-top: calc(26 * var(--u));
      font-size: calc(54 * var(--u));
      line-height: 1.2;
      opacity: 0.82;
      text-wrap: balance;
    }
    .full .date {
      margin-top: calc(48 * var(--u));
      font-size: calc(64 * var(--u));
    }
    .full .place {
      font-size: calc(46 * var(--u));
    }
    .place span {
      display: inline-block;
    }
    .place i {
      font-style: normal;
    }
    @container (orientation: portrait) {
      .place span {
        display: block;
      }
      .place i {
        display: none;
      }
    }
  `;
}

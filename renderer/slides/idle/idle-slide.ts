import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { contentFits, largestThatFits, setSize } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { PreauSlide } from '../preau-slide.ts';
import { idleStyles } from './idle-styles.ts';

/** The zone before the service has told that of the place. */
const DEFAULT_ZONE = 'Europe/Paris';
const MINUTE_MS = 60_000;
/** A timer may fire a little early: the clock is read this long after the minute begins. Milliseconds. */
const AFTER_MS = 20;
/** Sizes of the clock, stage units. */
const CLOCK = { min: 120, max: 400 };

/** The texts of the clock. */
interface ClockWords {
  readonly hour: string;
  readonly minute: string;
  readonly date: string;
}

/** The zone in brackets of an RFC 9557 instant, which is that of the place; that of Paris where there is none. */
export function zoneOf(at: string): string {
  return /\[([\w/+:-]+)\]/u.exec(at)?.[1] ?? DEFAULT_ZONE;
}

/** « 09 », « 41 » and « lundi 23 novembre 2026 » for an instant (epoch milliseconds) in a zone. */
export function clockWords(now: number, zone: string): ClockWords {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: zone });
  const parts = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(now);
  return { hour: part('hour'), minute: part('minute'), date };
}

/** When nothing is on: the clock, the date, the place. */
export class IdleSlide extends PreauSlide<'idle'> {
  static override styles = [...[PreauSlide.styles].flat(), idleStyles];

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
      return contentFits(article);
    };
    const size = largestThatFits(CLOCK.min, CLOCK.max, fits);
    // A very long name of the place: the texts are set smaller too.
    article.classList.toggle('full', size === null);
    setSize(this, '--clock', size ?? largestThatFits(CLOCK.min, CLOCK.max, fits) ?? CLOCK.min);
  }

  /** Reads the time now and at the start of each minute. */
  #tick(): void {
    clearTimeout(this.#timer);
    this.now = this.context.now();
    this.#timer = setTimeout(() => this.#tick(), MINUTE_MS - (this.now % MINUTE_MS) + AFTER_MS);
  }
}

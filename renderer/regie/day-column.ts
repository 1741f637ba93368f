import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DayAhead, DaySlide } from '../../main/regie-contract.ts';
import { typeset } from '../text/typography.ts';
import { baseStyles } from './base-styles.ts';
import { counted, durationWords } from './words.ts';

/** What is asked to be shown full size: a day, from one of its slides or as it plays. */
export class OpenDay extends Event {
  readonly day: DayAhead;
  readonly slide: DaySlide | null;

  constructor(day: DayAhead, slide: DaySlide | null) {
    super('preau-open-day', { bubbles: true, composed: true });
    this.day = day;
    this.slide = slide;
  }
}

/** The address of the player that shows one slide of a day, still. */
export function stillAddress({ at, id }: Pick<DaySlide, 'at' | 'id'>, screen: string): string {
  return `/?${new URLSearchParams({ at, slide: id, screen, still: '' })}`;
}

/** One day of the week: its slides in order, small. */
export class DayColumn extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        min-width: 0;
      }
      header {
        position: sticky;
        top: 0;
        z-index: 1;
        padding: 0.7rem 0 0.6rem;
        border-top: 4px solid var(--rule);
        background: var(--paper);
      }
      .today header {
        border-color: var(--green);
      }
      h3 {
        font-size: 1.12rem;
      }
      h3::first-letter {
        text-transform: uppercase;
      }
      .facts {
        min-height: 2.7em;
        margin: 0.2rem 0 0.5rem;
        font-size: 0.86rem;
        line-height: 1.35;
        text-wrap: balance;
      }
      header button {
        min-height: 40px;
        padding: 0.25em 0.7em;
        font-size: 0.9rem;
      }
      ol {
        display: grid;
        gap: 0.9rem;
        padding: 1px 0 0.5rem;
      }
      li {
        position: relative;
        min-width: 0;
      }
      .title {
        display: block;
        margin-top: 0.3rem;
        font-size: 0.88rem;
        font-weight: 650;
        line-height: 1.25;
        overflow-wrap: anywhere;
      }
      .hours {
        display: block;
        font-size: 0.82rem;
        color: var(--ink-soft);
      }
      /* The whole thumbnail is the button; its words are read, and the slide below is not. */
      .open {
        position: absolute;
        inset: 0;
        min-height: 0;
        border: 0;
        border-radius: 6px;
        background: none;
      }
      .open:hover {
        box-shadow: 0 0 0 3px var(--green);
      }
      .nothing {
        padding: 1.6rem 0.6rem;
        border: 1.5px dashed var(--rule);
        border-radius: 8px;
        color: var(--ink-soft);
        text-align: center;
      }
      @media (max-width: 60rem) {
        header {
          position: static;
        }
        .facts {
          min-height: 0;
        }
        ol {
          grid-auto-flow: column;
          grid-auto-columns: min(62vw, 15rem);
          overflow-x: auto;
          scroll-snap-type: x proximity;
          scroll-padding-inline: 4px;
          padding: 4px 4px 0.8rem;
          margin: -4px;
        }
        li {
          scroll-snap-align: start;
        }
      }
    `,
  ];

  @property({ attribute: false }) day!: DayAhead;
  @property() screen = '';
  @property() today = '';

  protected override render(): TemplateResult {
    const { day, label, slides } = this.day;
    return html`
      <section class=${day === this.today ? 'today' : ''} aria-label=${label}>
        <header>
          <h3>${label}</h3>
          <p class="facts soft">${day === this.today ? html`<b>Aujourd’hui.</b> ` : nothing}${this.#facts()}</p>
          ${
            slides.length === 0
              ? nothing
              : html`<button @click=${() => this.dispatchEvent(new OpenDay(this.day, null))}>
                  Voir ce jour<span class="hidden"> : ${label}</span>
                </button>`
          }
        </header>
        ${
          slides.length === 0
            ? html`<p class="nothing">${this.day.lit === null ? 'Écran éteint ce jour-là' : 'Rien ce jour-là'}</p>`
            : html`<ol tabindex="-1">
                ${repeat(
                  slides,
                  ({ id, at }) => `${id} ${at}`,
                  (slide) => this.#slide(slide),
                )}
              </ol>`
        }
      </section>
    `;
  }

  #facts(): string {
    const { slides, turnSeconds, lit } = this.day;
    if (slides.length === 0) return lit === null || lit === '' ? '' : `Allumé ${lit}.`;
    const turn = `${counted(slides.length, 'diapositive', 'diapositives')}, un tour\u00a0: ${durationWords(turnSeconds)}.`;
    return lit === '' || lit === null ? turn : `${turn} Allumé ${lit}.`;
  }

  #slide(slide: DaySlide): TemplateResult {
    const { title, hours } = slide;
    return html`<li>
      <preau-still .src=${stillAddress(slide, this.screen)}></preau-still>
      <span class="title" aria-hidden="true">${typeset(title)}</span>
      ${hours === '' ? nothing : html`<span class="hours" aria-hidden="true">${hours}</span>`}
      <button
        class="open"
        aria-label=${[title, hours].filter((part) => part !== '').join(', ')}
        @click=${() => this.dispatchEvent(new OpenDay(this.day, slide))}
      ></button>
    </li>`;
  }
}

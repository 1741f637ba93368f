import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { DayAhead, DaySlide } from '../../main/regie-contract.ts';
import { typeset } from '../text/typography.ts';
import { baseStyles } from './base-styles.ts';
import { stillAddress } from './day-column.ts';
import { clockWords } from './words.ts';

const STEP_MIN = 15;
const LAST_MIN = 24 * 60 - STEP_MIN;
/** The slider rests for so long before the day is played at its hour, milliseconds: a player starts for each. */
const REST_MS = 250;
/** Where the slider stands when a day is opened as it plays. */
const MORNING_MIN = 9 * 60;

const minutesOf = (at: string): number => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A day full size: the player plays it at the hour of the slider, or one of its slides stands still. */
export class DayDialog extends LitElement {
  static override styles = [
    baseStyles,
    css`
      dialog {
        width: min(96vw, calc((100dvh - 11rem) * 16 / 9 + 2.4rem));
        max-width: none;
        max-height: none;
        padding: 1.2rem;
        border: 0;
        border-radius: 14px;
        background: var(--paper);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(20 33 61 / 70%);
      }
      .head,
      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.8rem;
      }
      .head {
        justify-content: space-between;
        margin-bottom: 0.8rem;
      }
      h2 {
        font-size: 1.35rem;
      }
      h2::first-letter {
        text-transform: uppercase;
      }
      iframe {
        display: block;
        width: 100%;
        aspect-ratio: 16 / 9;
        border: 1px solid var(--rule);
        border-radius: 8px;
        background: var(--rule);
      }
      .controls {
        margin-top: 0.8rem;
      }
      .hour {
        display: flex;
        flex: 1 1 16rem;
        align-items: center;
        gap: 0.8rem;
      }
      input[type='range'] {
        flex: 1;
        min-width: 6rem;
        padding: 0;
        accent-color: var(--green);
      }
      output {
        min-width: 4.2em;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .title {
        flex: 1 1 100%;
      }
      @media (max-width: 40rem) {
        .controls button {
          flex: 1 1 auto;
        }
      }
    `,
  ];

  @state() private day: DayAhead | null = null;
  @state() private slide: DaySlide | null = null;
  @state() private minutes = MORNING_MIN;
  /** The hour that is played: the slider may be on its way to another one. */
  @state() private played = MORNING_MIN;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  screen = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Opens a day: one of its slides, or the whole as it plays. */
  async open(day: DayAhead, slide: DaySlide | null, nowMinutes: number | null): Promise<void> {
    this.day = day;
    this.slide = slide;
    this.#set(this.#hourOf(slide, nowMinutes ?? MORNING_MIN));
    await this.updateComplete;
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="titre" @close=${this.#closed}>${this.#content()}</dialog>`;
  }

  #content(): TemplateResult | typeof nothing {
    const { day, slide, minutes } = this;
    if (day === null) return nothing;
    return html`
      <div class="head">
        <h2 id="titre">${day.label}</h2>
        <button @click=${() => this.dialog.close()}>Fermer</button>
      </div>
      <iframe title=${`L’écran, ${day.label}`} src=${this.#address(day)}></iframe>
      <div class="controls">
        ${slide === null ? nothing : this.#steps(day, slide)}
        <label class="hour"
          >Heure
          <input
            type="range"
            min="0"
            max=${LAST_MIN}
            step=${STEP_MIN}
            .value=${String(minutes)}
            aria-valuetext=${clockWords(minutes)}
            @input=${this.#slid}
          />
          <output>${clockWords(minutes)}</output></label
        >
      </div>
    `;
  }

  /** What is shown all day is looked at in the hours of the school. */
  #hourOf(slide: DaySlide | null, otherwise: number): number {
    return slide === null || slide.hours === '' ? otherwise : minutesOf(slide.at);
  }

  #steps(day: DayAhead, slide: DaySlide): TemplateResult {
    const index = day.slides.findIndex(({ id, at }) => id === slide.id && at === slide.at);
    const go = (to: number) => () => {
      this.slide = day.slides[to] ?? slide;
      this.#set(this.#hourOf(this.slide, MORNING_MIN));
    };
    return html`
      <p class="title"><b>${typeset(slide.title)}</b>${slide.hours === '' ? '' : ` – ${slide.hours}`}</p>
      <button ?disabled=${index <= 0} @click=${go(index - 1)}>Précédente</button>
      <button ?disabled=${index + 1 >= day.slides.length} @click=${go(index + 1)}>Suivante</button>
      <button class="main" @click=${() => {
        this.slide = null;
      }}>Lire la journée</button>
    `;
  }

  #address(day: DayAhead): string {
    if (this.slide !== null) return stillAddress(this.slide, this.screen);
    return `/?${new URLSearchParams({ at: `${day.day}T${clock(this.played)}`, screen: this.screen })}`;
  }

  #set(minutes: number): void {
    clearTimeout(this.#timer);
    this.minutes = minutes;
    this.played = minutes;
  }

  readonly #slid = (event: Event): void => {
    const minutes = Number((event.target as HTMLInputElement).value);
    this.minutes = minutes;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.played = minutes;
      this.slide = null;
    }, REST_MS);
  };

  readonly #closed = (): void => {
    clearTimeout(this.#timer);
    // The player in the frame ends with it.
    this.day = null;
  };
}

import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DayAhead, RegieWeek } from '../../main/regie-contract.ts';
import { ask } from './api.ts';
import { baseStyles } from './base-styles.ts';
import type { OpenDay } from './day-column.ts';
import type { DayDialog } from './day-dialog.ts';
import { addDays, weekWords } from './words.ts';

/** Seven days side by side, and any other week. */
export class WeekView extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.6rem;
        margin-bottom: 1rem;
      }
      h2 {
        flex: 1 1 14rem;
        font-size: 1.45rem;
      }
      h2::first-letter {
        text-transform: uppercase;
      }
      .bar label {
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }
      .days {
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
        gap: 1rem;
      }
      @media (max-width: 60rem) {
        .days {
          grid-template-columns: minmax(0, 1fr);
        }
        h2 {
          flex-basis: 100%;
        }
        .bar button {
          flex: 1 1 0;
        }
        .bar .now {
          flex-grow: 3;
        }
        .bar label {
          flex: 1 1 auto;
        }
        .bar :is(input, select) {
          flex: 1;
        }
        .wide {
          display: none;
        }
      }
    `,
  ];

  /** Another number at each change of the folder. */
  @property({ type: Number }) version = 0;
  /** The week that is drawn: the one that is asked for may still be on its way. */
  @state() private week: RegieWeek | null = null;
  /** A day of the week that is asked for; null for the week of today. */
  @state() private from: string | null = null;
  @state() private screen = '';
  @state() private message = '';
  @query('preau-day-dialog') private readonly dialog!: DayDialog;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (['version', 'from', 'screen'].some((name) => changed.has(name))) void this.#load();
  }

  protected override render(): TemplateResult {
    const { week } = this;
    if (week === null) return html`<p role="status">${this.message || 'La semaine arrive…'}</p>`;
    return html`
      ${this.#bar(week)} ${this.message === '' ? nothing : html`<p class="notice" role="alert">${this.message}</p>`}
      <div class="days" @preau-open-day=${(event: OpenDay) => void this.#open(event, week)}>
        ${repeat(
          week.days,
          ({ day }) => day,
          (day) => html`<preau-day .day=${day} .screen=${week.screen} .today=${week.today}></preau-day>`,
        )}
      </div>
      <preau-day-dialog></preau-day-dialog>
    `;
  }

  #bar({ days, screens, screen, today }: RegieWeek): TemplateResult {
    const [monday = today, sunday = today] = [days[0]?.day, days.at(-1)?.day];
    const drawn = (day: string) => day >= monday && day <= sunday;
    // From the week that is asked for: two presses are two weeks, also before the answer to the first has come.
    const move = (weeks: number) => () => {
      this.from = addDays(this.from ?? today, weeks * 7);
    };
    return html`<div class="bar">
      <h2>Semaine ${weekWords(monday, sunday)}</h2>
      <button @click=${move(-1)} aria-label="Semaine précédente"><span aria-hidden="true">←</span> <span class="wide">Précédente</span></button>
      <button class="now" @click=${this.#thisWeek} ?disabled=${drawn(today) && drawn(this.from ?? today)}>Cette semaine</button>
      <button @click=${move(1)} aria-label="Semaine suivante"><span class="wide">Suivante</span> <span aria-hidden="true">→</span></button>
      <label
        >Aller au <input type="date" .value=${this.from ?? today} @change=${this.#picked} aria-label="Aller au jour"
      /></label>
      ${
        screens.length < 2
          ? nothing
          : html`<label
              >Écran
              <select @change=${this.#chosen}>
                ${screens.map((name) => html`<option value=${name} ?selected=${name === screen}>${name || 'sans nom'}</option>`)}
              </select></label
            >`
      }
    </div>`;
  }

  readonly #thisWeek = (): void => {
    this.from = null;
  };

  readonly #picked = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (value !== '') this.from = value;
  };

  readonly #chosen = (event: Event): void => {
    this.screen = (event.target as HTMLSelectElement).value;
  };

  async #open({ day, slide }: OpenDay, week: RegieWeek): Promise<void> {
    this.dialog.screen = week.screen;
    const isToday = day.day === week.today;
    const now = Number(week.now.slice(11, 13)) * 60 + Number(week.now.slice(14, 16));
    await this.dialog.open(day, slide, isToday ? now : null);
  }

  async #load(): Promise<void> {
    const { from, screen } = this;
    const answer = await ask<RegieWeek>(
      `/api/regie/week?${new URLSearchParams({ screen, ...(from === null ? {} : { from }) })}`,
    );
    // An older answer that comes late is not the week that is asked for now.
    if (from !== this.from || screen !== this.screen) return;
    this.message = answer.ok ? '' : answer.message;
    if (answer.ok) this.week = { ...answer.value, days: sameDays(this.week?.days ?? [], answer.value.days) };
  }
}

/** The days, those that have not changed as the very objects that they were: they are not rendered again. */
function sameDays(before: readonly DayAhead[], days: readonly DayAhead[]): DayAhead[] {
  const known = new Map(before.map((day) => [JSON.stringify(day), day]));
  return days.map((day) => known.get(JSON.stringify(day)) ?? day);
}

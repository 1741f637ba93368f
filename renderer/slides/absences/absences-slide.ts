import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { contentFits, fillList, lineCount, setSize } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { agendaPages, type Row } from '../agenda/agenda-pages.ts';
import { dayWords, hoursText } from '../dates.ts';
import { PreauSlide } from '../preau-slide.ts';
import { type AbsenceRow, absenceRows } from './absence-rows.ts';
import { absencesStyles } from './absences-styles.ts';

/** Sizes of a line, stage units; the smallest can be read from six metres. */
const ENTRY = { min: 56, max: 76 };
/** A page with more lines could not be read in passing. */
const MAX_ENTRIES = 12;
/** Space that is added above and below a line, at most, where the page is not full; stage units. */
const MAX_SPACE = 22;
/** Where an absence is higher than a page, its texts are split at the first of these lengths that fits; characters. */
const MAX_LENGTHS = [Number.POSITIVE_INFINITY, 120, 60, 30];

/** Who is absent today or on the next day, by hour, as on a board of departures. */
export class AbsencesSlide extends PreauSlide<'absences'> {
  static override styles = [...[PreauSlide.styles].flat(), absencesStyles];

  static listEntry({ title, entries }: SlideOf<'absences'>): (string | undefined)[] {
    return [
      title,
      ...entries.map(({ teacher, classes, hours }) => [teacher, classes, hours].filter(Boolean).join(', ')),
    ];
  }

  @query('.list') private readonly list!: HTMLElement;
  /** Index of the first line of each page; null while all lines are in the document to be measured. */
  @state() private starts: readonly number[] | null = null;
  @state() private maxLength = Number.POSITIVE_INFINITY;
  /** Where a word is longer than its column, words are cut. */
  @state() private cutsWords = false;

  override pageCount(): number {
    return this.starts?.length ?? 1;
  }

  override get accent(): string {
    return 'var(--sun)';
  }

  protected override render(): TemplateResult {
    const { label, day } = this.slide;
    const pages = this.pageCount();
    const page = Math.min(this.page, pages - 1);
    const lines = this.#lines();
    const shown = this.starts ? lines.slice(this.starts[page], this.starts[page + 1]) : lines;
    const { weekday, numeral, month } = dayWords(day);
    return html`
      <article>
        <header>
          <h1>Absences</h1>
          <p class="day">
            <b>${typeset(label)}</b>
            ${
              // The head tells the day of today.
              this.context.headed && day === this.context.day
                ? nothing
                : html`<span>${weekday} ${numeral === 1 ? html`1<sup>er</sup>` : numeral}\u00a0${month}</span>`
            }
            ${pages > 1 ? html`<span class="count">${page + 1}\u00a0/\u00a0${pages}</span>` : nothing}
          </p>
        </header>
        <ul class="list ${this.cutsWords ? 'tight' : ''}">${shown.map(line)}</ul>
      </article>
    `;
  }

  protected override async prepare(): Promise<void> {
    setSize(this, '--entry', ENTRY.min);
    await this.#split();
    const isWhole = this.#lines().length <= MAX_ENTRIES && contentFits(this.list);
    this.starts = isWhole ? [0] : this.#measure();
    await this.updateComplete;
    fillList(this, this.list, ENTRY, MAX_SPACE, () => this.#lineTotal());
  }

  #lines(): AbsenceRow[] {
    return this.slide.entries.flatMap((entry) => absenceRows(entry, this.maxLength));
  }

  /** Splits texts, and where nothing else helps words, until no row is wider or higher than a page. */
  async #split(): Promise<void> {
    for (const length of MAX_LENGTHS) {
      this.maxLength = length;
      this.cutsWords = false;
      await this.updateComplete;
      this.cutsWords = this.list.scrollWidth > this.list.clientWidth + 1;
      await this.updateComplete;
      if (this.#rows().every(({ height }) => height <= this.list.clientHeight)) return;
    }
  }

  #lineTotal(): number {
    const texts = this.list.querySelectorAll<HTMLElement>('li p');
    return [...texts].reduce((total, text) => total + lineCount(text), 0);
  }

  #rows(): Row[] {
    return [...this.list.querySelectorAll('li')].map((row) => ({ section: 0, heading: 0, height: row.offsetHeight }));
  }

  #measure(): number[] {
    return agendaPages(this.#rows(), this.list.clientHeight, MAX_ENTRIES);
  }
}

function line({ hours, who, about, classes, room, replacement, note, now, continued }: AbsenceRow): TemplateResult {
  const cell = (name: string, content: unknown): TemplateResult =>
    html`<p class=${content === nothing ? `${name} blank` : name} dir="auto">${content}</p>`;
  const words = (text: string | undefined) => (text ? rich(text) : nothing);
  const arrow = continued ? nothing : html`<span class="arrow" role="img" aria-label="remplacé par">→</span> `;
  const instead = [
    ...(replacement ? [html`${arrow}${rich(replacement)}`] : []),
    ...(note ? [html`<span class="note">${rich(note)}</span>`] : []),
  ];
  return html`<li class="${now ? 'now' : ''} ${continued ? 'continued' : ''}">
    ${cell('hours', hours ? hoursText(hours) : '')}
    ${cell('who', who || about ? html`<b>${words(who)}</b>${about ? html` <span>${rich(about)}</span>` : nothing}` : nothing)}
    ${cell('classes', words(classes))} ${cell('room', words(room && !continued ? roomText(room) : room))}
    ${cell('instead', instead.length > 0 ? instead : nothing)}
  </li>`;
}

/** A number alone would not say that it is one of a room. */
const roomText = (room: string): string => (/^[\p{L}]?\d/u.test(room) ? `salle\u00a0${room}` : room);

import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { AbsenceEntry, SlideOf } from '../../../main/contract.ts';
import { contentFits, largestThatFits, setSize } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { agendaPages, type Row } from '../agenda/agenda-pages.ts';
import { dayWords, hoursText } from '../dates.ts';
import { PreauSlide } from '../preau-slide.ts';
import { absencesStyles } from './absences-styles.ts';

/** Sizes of a line, stage units; the smallest can be read from six metres. */
const ENTRY = { min: 56, max: 76 };
/** A page with more lines could not be read in passing. */
const MAX_ENTRIES = 12;
/** Space that is added above and below a line, at most, where the page is not full; stage units. */
const MAX_SPACE = 22;

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

  override pageCount(): number {
    return this.starts?.length ?? 1;
  }

  override get accent(): string {
    return 'var(--sun)';
  }

  protected override render(): TemplateResult {
    const { entries, label, day } = this.slide;
    const pages = this.pageCount();
    const page = Math.min(this.page, pages - 1);
    const shown = this.starts ? entries.slice(this.starts[page], this.starts[page + 1]) : entries;
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
        <ul class="list">${shown.map(line)}</ul>
      </article>
    `;
  }

  protected override async prepare(): Promise<void> {
    setSize(this, '--entry', ENTRY.min);
    const isWhole = this.slide.entries.length <= MAX_ENTRIES && contentFits(this.list);
    this.starts = isWhole ? [0] : this.#measure();
    await this.updateComplete;
    const height = this.#rows().reduce((sum, row) => sum + Math.round(row.height / ENTRY.min), 0);
    // Larger where there is room, but only as long as no name needs a further line.
    const size = largestThatFits(ENTRY.min, ENTRY.max, (candidate) => {
      setSize(this, '--entry', candidate);
      return (
        contentFits(this.list) &&
        this.#rows().reduce((sum, row) => sum + Math.round(row.height / candidate), 0) <= height
      );
    });
    setSize(this, '--entry', size ?? ENTRY.min);
    const space = largestThatFits(0, MAX_SPACE, (candidate) => {
      setSize(this, '--space', candidate);
      return contentFits(this.list);
    });
    setSize(this, '--space', space ?? 0);
  }

  #rows(): Row[] {
    return [...this.list.querySelectorAll('li')].map((row) => ({ section: 0, heading: 0, height: row.offsetHeight }));
  }

  #measure(): number[] {
    return agendaPages(this.#rows(), this.list.clientHeight, MAX_ENTRIES);
  }
}

function line({ teacher, subject, classes, hours, room, replacement, note, now }: AbsenceEntry): TemplateResult {
  const who = teacher === '' ? (subject ?? '') : teacher;
  const about = teacher === '' ? undefined : subject;
  const cell = (name: string, content: unknown): TemplateResult =>
    html`<p class=${content === nothing ? `${name} blank` : name} dir="auto">${content}</p>`;
  const words = (text: string | undefined) => (text === undefined || text === '' ? nothing : rich(text));
  const instead = [
    ...(replacement
      ? [html`<span class="arrow" role="img" aria-label="remplacé par">→</span> ${rich(replacement)}`]
      : []),
    ...(note ? [html`<span class="note">${rich(note)}</span>`] : []),
  ];
  return html`<li class=${now ? 'now' : ''}>
    ${cell('hours', hours === undefined ? 'journée' : hoursText(hours))}
    ${cell('who', html`<b>${rich(who)}</b>${about ? html` <span>${rich(about)}</span>` : nothing}`)}
    ${cell('classes', words(classes))} ${cell('room', words(room && roomText(room)))}
    ${cell('instead', instead.length > 0 ? instead : nothing)}
  </li>`;
}

/** A number alone would not say that it is one of a room. */
const roomText = (room: string): string => (/^[\p{L}]?\d/u.test(room) ? `salle\u00a0${room}` : room);

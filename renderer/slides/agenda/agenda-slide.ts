import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { AgendaEntry, SlideOf } from '../../../main/contract.ts';
import { chunks } from '../../text/chunks.ts';
import { contentFits, fitWords, largestThatFits, lineCount, setSize } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { dayWords, hoursText } from '../dates.ts';
import { PreauSlide } from '../preau-slide.ts';
import { agendaPages, ENTRIES_PER_PAGE, type Row } from './agenda-pages.ts';
import { agendaStyles } from './agenda-styles.ts';

/** Size of an entry where there is room to spare, and its floor, in stage units. */
const ENTRY = { max: 70, floor: 56 };
/** Signs a row can hold at the floor, with room to spare for the widest letters. */
const LONGEST = { town: 90, title: 120, venue: 100 };
/** Space that may be added above and below an entry where the page is not full. */
const AIR = 30;

type Section = SlideOf<'agenda'>['sections'][number];

interface Line {
  readonly section: number;
  readonly of: Section;
  readonly entry: AgendaEntry;
}

/** What is on, entry by entry, beside the day. */
export class AgendaSlide extends PreauSlide<'agenda'> {
  static override styles = [...[PreauSlide.styles].flat(), agendaStyles];

  static listEntry({ title, sections }: SlideOf<'agenda'>): (string | undefined)[] {
    const entries = sections.flatMap((section) => section.entries);
    return [title, ...entries.map((entry) => [entry.title, entry.town, entry.hours].filter(Boolean).join(', '))];
  }

  @query('.list') private readonly list!: HTMLElement;
  @query('.label') private readonly label!: HTMLElement;
  /** First line of each page; null while all of them are measured together. */
  @state() private starts: readonly number[] | null = null;

  override pageCount(): number {
    return this.starts?.length ?? 1;
  }

  protected override render(): TemplateResult {
    const { slide } = this;
    const pages = this.pageCount();
    const page = Math.min(this.page, pages - 1);
    const lines = this.#lines();
    const shown = sections(this.starts ? lines.slice(this.starts[page], this.starts[page + 1]) : lines);
    const [only, ...others] = shown;
    const iso = slide.day ?? (others.length === 0 ? only?.day : undefined);
    const day = iso === undefined ? null : dayWords(iso);
    return html`
      <article>
        <header class="panel">
          <h1 class="label">${typeset(slide.label)}</h1>
          ${
            day
              ? html`<p class="date"><span class="numeral">${day.numeral === 1 ? html`1<sup>er</sup>` : day.numeral}</span>
                <span class="month">${day.month}</span></p>`
              : nothing
          }
          ${pages > 1 ? html`<p class="count">${page + 1}\u00a0/\u00a0${pages}</p>` : nothing}
        </header>
        <div class="list">
          ${shown.map(
            (section) => html`<section>
              ${section.heading === '' ? nothing : html`<h2>${typeset(section.heading)}</h2>`}
              <ul>${section.entries.map((entry) => this.#entry(entry))}</ul>
            </section>`,
          )}
        </div>
      </article>
    `;
  }

  #entry(entry: AgendaEntry): TemplateResult {
    return html`<li class=${entry.now ? 'now' : ''}>
      <div class="where">
        <p class="town" dir="auto">${rich(entry.town)}</p>
        ${
          entry.hours || entry.now
            ? html`<p class="hours" dir="auto">
              ${entry.now ? html`<span class="badge">en ce moment</span>` : nothing}
              ${entry.hours ? html`<b>${hoursText(entry.hours)}</b>` : nothing}
            </p>`
            : nothing
        }
      </div>
      <div class="what">
        <p class="title" dir="auto">${rich(entry.title)}</p>
        ${entry.venue ? html`<p class="venue" dir="auto">${rich(entry.venue)}</p>` : nothing}
      </div>
    </li>`;
  }

  #lines(): Line[] {
    return this.slide.sections.flatMap((of, section) =>
      of.entries.flatMap(inRows).map((entry) => ({ section, of, entry })),
    );
  }

  protected override async prepare(): Promise<void> {
    fitWords(this.label, '--label', 72, 104, 2);
    setSize(this, '--entry', ENTRY.floor);
    if (!contentFits(this.list) || this.#lines().length > ENTRIES_PER_PAGE) this.starts = this.#measure();
    else this.starts = [0];
    await this.updateComplete;
    // Larger where there is room, but not so large that a name breaks which the floor leaves whole.
    const lines = this.#lineTotal();
    const size = largestThatFits(ENTRY.floor, ENTRY.max, (candidate) => {
      setSize(this, '--entry', candidate);
      return contentFits(this.list) && this.#lineTotal() <= lines;
    });
    setSize(this, '--entry', size ?? ENTRY.floor);
    const air = largestThatFits(0, AIR, (candidate) => {
      setSize(this, '--air', candidate);
      return contentFits(this.list);
    });
    setSize(this, '--air', air ?? 0);
  }

  #lineTotal(): number {
    const texts = this.list.querySelectorAll<HTMLElement>('.town, .title');
    return [...texts].reduce((total, text) => total + lineCount(text), 0);
  }

  /** First line of each page, from the heights of all rows in one layout. */
  #measure(): number[] {
    const gap = Number.parseFloat(getComputedStyle(this.list).rowGap) || 0;
    const rows = [...this.list.querySelectorAll('section')].flatMap((element, section) => {
      const heading = (element.querySelector('h2')?.offsetHeight ?? 0) + gap;
      return [...element.querySelectorAll('li')].map((row): Row => ({ section, heading, height: row.offsetHeight }));
    });
    // The first section of a page has no gap above it.
    return agendaPages(rows, this.list.clientHeight + gap);
  }
}

/** An entry as rows that are each lower than a page: what is too long for one goes on in the next. */
function inRows(entry: AgendaEntry): AgendaEntry[] {
  const towns = chunks(entry.town, LONGEST.town);
  const titles = chunks(entry.title, LONGEST.title);
  const venues = entry.venue === undefined ? [] : chunks(entry.venue, LONGEST.venue);
  const rows = Math.max(towns.length, titles.length, venues.length);
  if (rows === 1) return [entry];
  return Array.from({ length: rows }, (_, index) => {
    const venue = venues[index];
    const row = { town: towns[index] ?? '', title: titles[index] ?? '', ...(venue !== undefined && { venue }) };
    return index > 0
      ? row
      : { ...row, ...(entry.hours !== undefined && { hours: entry.hours }), ...(entry.now && { now: true }) };
  });
}

/** The lines of one page as sections: a section that goes on from the page before keeps its heading and its day. */
function sections(lines: readonly Line[]): Section[] {
  const shown: { readonly section: number; readonly of: Section; readonly entries: AgendaEntry[] }[] = [];
  for (const { section, of, entry } of lines) {
    const open = shown.at(-1);
    if (open?.section === section) open.entries.push(entry);
    else shown.push({ section, of, entries: [entry] });
  }
  return shown.map(({ of, entries }) => ({ ...of, entries }));
}

import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { AgendaEntry, SlideOf } from '../../../main/contract.ts';
import { chunks } from '../../text/chunks.ts';
import { contentFits, fillList, fitWords, lineCount, setSize } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { dayWords, hoursText } from '../dates.ts';
import { PreauSlide } from '../preau-slide.ts';
import { fitRibbon, ribbon } from '../ribbon.ts';
import { agendaPages, MAX_ENTRIES, type Row } from './agenda-pages.ts';
import { agendaStyles } from './agenda-styles.ts';

/** Sizes of an entry, stage units; the smallest can be read from six metres. */
const ENTRY = { min: 56, max: 76 };
/** Longer texts are split into several rows; characters. At the smallest size, a row of these lengths fits on a page. */
const MAX_LENGTH = { town: 90, title: 120, venue: 100 };
/** Space that is added above and below an entry, at most, where the page is not full; stage units. */
const MAX_SPACE = 30;

type Section = SlideOf<'agenda'>['sections'][number];

interface Line {
  readonly section: number;
  readonly of: Section;
  readonly entry: AgendaEntry;
}

/** The events of a day, or those to come, a line each: when, what, where. */
export class AgendaSlide extends PreauSlide<'agenda'> {
  static override styles = [...[PreauSlide.styles].flat(), ...agendaStyles];

  static listEntry({ title, sections }: SlideOf<'agenda'>): (string | undefined)[] {
    const entries = sections.flatMap((section) => section.entries);
    return [title, ...entries.map((entry) => [entry.title, entry.town, entry.hours].filter(Boolean).join(', '))];
  }

  @query('.list') private readonly list!: HTMLElement;
  @query('.label') private readonly label!: HTMLElement;
  /** Index of the first line of each page; null while all lines are in the document to be measured. */
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
    return html`
      <article>
        <header class=${this.context.headed ? 'band' : 'band top'}>
          <h1 class="label">${typeset(slide.label)}</h1>
          ${this.#dayTemplate(shown)} ${pages > 1 ? html`<p class="count">${page + 1}\u00a0/\u00a0${pages}</p>` : nothing}
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

  /** Under a head, which tells the day, where in its week that day is; else the day itself. */
  #dayTemplate([only, ...others]: readonly Section[]): TemplateResult | typeof nothing {
    const { slide, context } = this;
    if (context.headed) return slide.day === null ? nothing : ribbon(context.week, context.day);
    const iso = slide.day ?? (others.length === 0 ? only?.day : undefined);
    if (iso === undefined) return nothing;
    const { weekday, numeral, month } = dayWords(iso);
    return html`<p class="date">${weekday}\u00a0${numeral === 1 ? html`1<sup>er</sup>` : numeral}\u00a0${month}</p>`;
  }

  #entry(entry: AgendaEntry): TemplateResult {
    const { hours, now, status, town, title, venue } = entry;
    return html`<li class=${status ? 'off' : now ? 'now' : ''}>
      ${
        hours || now
          ? html`<div class="when" dir="auto">
            ${hours ? html`<p class="hours">${status ? html`<s>${hoursText(hours)}</s>` : hoursText(hours)}</p>` : nothing}
            ${now ? html`<p class="badge">en ce moment</p>` : nothing}
          </div>`
          : nothing
      }
      <div class="what">
        <p class="title" dir="auto">${struck(title, status)}</p>
        ${status ? html`<p class="status">${typeset(status.label)}</p>` : nothing}
        ${venue ? html`<p class="venue" dir="auto">${rich(venue)}</p>` : nothing}
      </div>
      <p class="town" dir="auto">${struck(town, status)}</p>
    </li>`;
  }

  #lines(): Line[] {
    return this.slide.sections.flatMap((of, section) =>
      of.entries.flatMap(inRows).map((entry) => ({ section, of, entry })),
    );
  }

  protected override async prepare(): Promise<void> {
    fitWords(this.label, '--label', 72, 104, 2);
    this.#fitWeek();
    setSize(this, '--entry', ENTRY.min);
    const isWhole = this.#lines().length <= MAX_ENTRIES && this.#fitsOnOnePage();
    this.starts = isWhole ? [0] : this.#measure();
    await this.updateComplete;
    // Again, since the number of the page stands beside it now.
    this.#fitWeek();
    fillList(this, this.list, ENTRY, MAX_SPACE, () => this.#lineTotal());
  }

  /** Rather with venues beside their titles, where a line has room for both, than on two pages. */
  #fitsOnOnePage(): boolean {
    const { classList } = this.list;
    classList.remove('dense');
    if (contentFits(this.list)) return true;
    classList.add('dense');
    if (contentFits(this.list)) return true;
    classList.remove('dense');
    return false;
  }

  #fitWeek(): void {
    const week = this.renderRoot.querySelector<HTMLElement>('.ribbon');
    if (week) fitRibbon(week);
  }

  #lineTotal(): number {
    const texts = this.list.querySelectorAll<HTMLElement>('.town, .title');
    const besides = [...this.list.querySelectorAll<HTMLElement>('.dense .what > :not(.title)')];
    const wrapped = besides.filter((text) => text.offsetLeft === text.parentElement?.offsetLeft);
    return [...texts].reduce((total, text) => total + lineCount(text), wrapped.length);
  }

  /** Index of the first line of each page, from the heights of all rows. */
  #measure(): number[] {
    const gap = Number.parseFloat(getComputedStyle(this.list).rowGap) || 0;
    const rows = [...this.list.querySelectorAll('section')].flatMap((element, section) => {
      const heading = (element.querySelector('h2')?.offsetHeight ?? 0) + gap;
      return [...element.querySelectorAll('li')].map((row): Row => ({ section, heading, height: row.offsetHeight }));
    });
    // `room` is higher by one gap, because each heading counts one and the first section of a page has none above it.
    return agendaPages(rows, this.list.clientHeight + gap);
  }
}

/** Words of an entry; struck out where it does not take place, which a screen reader tells too. */
function struck(text: string, status: AgendaEntry['status']): TemplateResult | unknown {
  return status && text !== '' ? html`<s>${rich(text)}</s>` : rich(text);
}

/** An entry as rows that each fit on a page: a text that is too long for one row continues in the next. */
function inRows(entry: AgendaEntry): AgendaEntry[] {
  const towns = chunks(entry.town, MAX_LENGTH.town);
  const titles = chunks(entry.title, MAX_LENGTH.title);
  const venues = entry.venue === undefined ? [] : chunks(entry.venue, MAX_LENGTH.venue);
  const rows = Math.max(towns.length, titles.length, venues.length);
  if (rows === 1) return [entry];
  return Array.from({ length: rows }, (_, index) => {
    const venue = venues[index];
    const row = { town: towns[index] ?? '', title: titles[index] ?? '', ...(venue !== undefined && { venue }) };
    return index > 0 ? row : { ...entry, ...row };
  });
}

/** The lines of one page as sections. A section that continues from an earlier page keeps its heading and its day. */
function sections(lines: readonly Line[]): Section[] {
  const shown: { readonly section: number; readonly of: Section; readonly entries: AgendaEntry[] }[] = [];
  for (const { section, of, entry } of lines) {
    const open = shown.at(-1);
    if (open?.section === section) open.entries.push(entry);
    else shown.push({ section, of, entries: [entry] });
  }
  return shown.map(({ of, entries }) => ({ ...of, entries }));
}

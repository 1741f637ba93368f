import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { countWords, MAX_PAGE_WORDS, readingTimeMs } from '../../../main/reading-time.ts';
import { balanceParagraphs } from '../../text/balance.ts';
import { lineCount, setSize } from '../../text/fit.ts';
import { pagesOf } from '../../text/paging.ts';
import { rich, textBlock } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { datePanel } from '../date-panel.ts';
import { dateView, hoursText } from '../dates.ts';
import { showPageNumber } from '../page-number.ts';
import { cropShare, MAX_CROP } from '../picture-fit.ts';
import { PreauSlide } from '../preau-slide.ts';
import { qrCode } from '../qr.ts';
import { fitRibbon, ribbon } from '../ribbon.ts';
import { prependRunningTitle } from '../running-title.ts';
import { type CategoryColours, categoryColours } from './categories.ts';
import { EVENT_SIZES, type EventSheet, eventPages } from './event-pages.ts';
import { fitPanel, fitPill, MIN_NUMERAL_ABOVE } from './event-panel.ts';
import { eventStyles } from './event-styles.ts';

/**
 * The share of a side that a landscape photo may lose in the band above the text; with a greater loss it is shown
 * uncropped on its own blur. It is more than the 12 % of photos that fill the wall: here the photo is an ornament. Posters
 * and portraits may lose no more than those.
 */
const MAX_BAND_CROP = 0.63;
/** Width of a landscape picture, as a multiple of its height: at least this. */
const MIN_LANDSCAPE = 1.2;
/** A title on more lines is not repeated in full on the pages that follow. */
const MAX_REPEATED_LINES = 2;
/** A page has room for so many words of text, however many there are on the panel. */
const MIN_WORDS = 30;

/** An event: its title and text on paper; when and where it is, on a panel in the colour of its category. */
export class EventSlide extends PreauSlide<'event'> {
  static override styles = [...[PreauSlide.styles].flat(), eventStyles];

  static listEntry({ title, town, venue, when }: SlideOf<'event'>): (string | undefined)[] {
    return [title, town, venue, when.label, when.hours];
  }

  @query('.flow') private readonly flow!: HTMLElement;
  @query('.panel') private readonly panel!: HTMLElement;
  @query('.ribbon') private readonly week!: HTMLElement | null;
  #pages: readonly DocumentFragment[] = [];
  #running: string | null = null;

  override pageCount(): number {
    return Math.max(1, this.#pages.length);
  }

  /** The time to read the text and the panel; nobody reads all the days of the ribbon. */
  override durationMs(): number {
    const text = `${this.flow.textContent} ${this.panel.textContent}`;
    return this.pageCount() > 1 ? readingTimeMs(text) : this.slide.durationMs;
  }

  override get accent(): string {
    return this.#colours.fill;
  }

  protected override render(): TemplateResult {
    const { slide, context } = this;
    const colours = this.#colours;
    this.classList.toggle('off', slide.status !== undefined);
    this.style.setProperty('--fill', colours.fill);
    this.style.setProperty('--on', colours.on);
    const portrait = this.#portrait;
    const code = slide.link ? qrCode(slide.link) : nothing;
    return html`
      <article>
        <div class="copy ${code !== nothing && context.headed ? 'coded' : ''}">
          ${slide.image ? html`<div class="photo">${slide.image.blur ? html`<img class="blur" src=${slide.image.blur} alt="" />` : nothing}<img class="picture" src=${slide.image.src} alt="" decoding="async" />${portrait ? nothing : code}</div>` : nothing}
          <div class="text">
            <p class="marks">
              ${slide.status ? html`<span class="status">${typeset(slide.status.label)}</span>` : nothing}
              ${slide.category && !slide.status ? html`<span class="pill">${typeset(slide.category)}</span>` : nothing}
              <span class="count" hidden></span>
            </p>
            <div class="flow"></div>
          </div>
          <div class="foot">${context.headed ? nothing : ribbon(context.week, context.day)} ${portrait ? nothing : code}</div>
        </div>
        <section class="panel" aria-label="Quand et où">
          <div class="panel-inner">
            ${datePanel(dateView(slide.when, context.day))}
            <div class="place">
              <p class="town" dir="auto">${rich(slide.town)}</p>
              <div class="details">
                <div>
                  ${slide.venue ? html`<p class="venue" dir="auto">${rich(slide.venue)}</p>` : nothing} ${this.#hours()}
                </div>
                ${portrait ? code : nothing}
              </div>
            </div>
          </div>
        </section>
      </article>
    `;
  }

  /** What does not take place has no colour of its own. */
  get #colours(): CategoryColours {
    return this.slide.status ? { fill: 'var(--night)', on: 'var(--on-night)' } : categoryColours(this.slide.category);
  }

  get #portrait(): boolean {
    return this.context.stage.height > this.context.stage.width;
  }

  #hours(): TemplateResult | typeof nothing {
    const { hours, moment, phase, recurrence } = this.slide.when;
    const now = phase === 'now';
    if (!hours && !moment && !recurrence) return nothing;
    return html`<p class="hours">
      ${now ? html`<span class="now">en ce moment</span>` : nothing}
      ${hours ? html`<span>${hoursText(hours)}</span>` : !now && moment ? html`<span>${typeset(moment)}</span>` : nothing}
      ${recurrence ? html`<span class="recurrence">${typeset(recurrence)}</span>` : nothing}
    </p>`;
  }

  protected override async prepare(): Promise<void> {
    const { slide, renderRoot } = this;
    const code = renderRoot.querySelector<HTMLElement>('.foot .qr')?.getBoundingClientRect().width;
    if (code) setSize(this, '--code', code / this.context.stage.unit);
    const overflow = [...fitPanel(renderRoot, slide, this.#portrait), ...fitPill(renderRoot, slide.category)];
    this.#pages = this.#paginate(overflow);
    const page = Math.min(this.page, this.pageCount() - 1);
    const content = this.#pages[page];
    if (content) this.#show(content.cloneNode(true) as DocumentFragment, page);
    showPageNumber(this.renderRoot, page, this.pageCount());
    balanceParagraphs(this.flow);
    if (this.week) fitRibbon(this.week);
    this.#hangPhoto();
  }

  #hangPhoto(): void {
    const { image } = this.slide;
    const photo = this.renderRoot.querySelector<HTMLElement>('.photo');
    if (!photo || !image || !this.classList.contains('illustrated')) return;
    const band = { width: photo.clientWidth, height: photo.clientHeight };
    const max = image.width > image.height * MIN_LANDSCAPE ? MAX_BAND_CROP : MAX_CROP;
    photo.classList.toggle('whole', cropShare(image, band) > max);
  }

  #paginate(overflow: readonly HTMLElement[]): readonly DocumentFragment[] {
    const { slide, context } = this;
    const sheet: EventSheet = {
      host: this,
      flow: this.flow,
      maxWords: Math.max(MIN_WORDS, MAX_PAGE_WORDS - countWords(this.panel.textContent ?? '')),
      show: (content, page) => this.#show(content, page),
      reserveNumber: () => showPageNumber(this.renderRoot, 0, 99),
    };
    const measure = (): DocumentFragment[] => {
      const pages = eventPages(slide, overflow, sheet);
      if (pages.length < 2 || !this.#portrait) return pages;
      // The date on the panel above is reduced before the text continues on a second page.
      setSize(this, '--numeral-max', MIN_NUMERAL_ABOVE);
      showPageNumber(this.renderRoot, 0, 1);
      return eventPages(slide, overflow, sheet);
    };
    return pagesOf(slide, context.stage, this, measure, [...EVENT_SIZES, '--numeral-max']);
  }

  /** Shows the blocks of a page. The picture is only on the first page, the title on each, in full where it is short. */
  #show(content: DocumentFragment, page: number): void {
    const photo = Number(this.style.getPropertyValue('--photo'));
    this.classList.toggle('illustrated', page === 0 && this.slide.image !== undefined && photo > 0);
    this.flow.replaceChildren(content);
    if (page === 0 || this.flow.querySelector('h1')) return;
    const title = textBlock('h1', this.slide.title);
    this.flow.prepend(title);
    if (lineCount(title) <= MAX_REPEATED_LINES) return;
    title.remove();
    this.#running = prependRunningTitle(this.flow, this.slide.title, this.#running);
  }
}

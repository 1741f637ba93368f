import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { countWords, MAX_PAGE_WORDS, readingTimeMs } from '../../../main/reading-time.ts';
import { balanceShort, lineCount, setSize } from '../../text/fit.ts';
import { pagingOf } from '../../text/paging.ts';
import { rich, textBlock } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { datePanel } from '../date-panel.ts';
import { dateView, hoursText } from '../dates.ts';
import { showPageNumber } from '../page-number.ts';
import { CROP_LIMIT, cropShare } from '../picture-fit.ts';
import { PreauSlide } from '../preau-slide.ts';
import { qrCode } from '../qr.ts';
import { fitRibbon, ribbon } from '../ribbon.ts';
import { prependRunningTitle } from '../running-title.ts';
import { categoryColours } from './categories.ts';
import { EVENT_SIZES, type EventSheet, eventPages } from './event-pages.ts';
import { fitPanel, fitPill, NUMERAL_ABOVE_LEAST } from './event-panel.ts';
import { eventStyles } from './event-styles.ts';

/**
 * A photo in landscape that would lose more than this share of a side stands whole on its own blur. It is not the 12 % of
 * full walls: the band is a window on the picture, which the event does not depend on. Posters and portraits stay whole.
 */
const WINDOW_CROP = 0.63;
/** Pictures narrower than this are no landscapes. */
const LANDSCAPE = 1.2;
/** Titles on more lines than this are not said again in full on the pages that follow. */
const REPEATED_LINES = 2;
/** However much the panel has to say, the text keeps so many words. */
const LEAST_WORDS = 30;

/** What, on paper; when and where, on a panel of the colour of its category. */
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

  /** What is read is the text and the panel; the days of the ribbon are not. */
  override durationMs(): number {
    const text = `${this.flow.textContent} ${this.panel.textContent}`;
    return this.pageCount() > 1 ? readingTimeMs(text) : this.slide.durationMs;
  }

  override get accent(): string {
    return categoryColours(this.slide.category).fill;
  }

  protected override render(): TemplateResult {
    const { slide, context } = this;
    const colours = categoryColours(slide.category);
    this.style.setProperty('--fill', colours.fill);
    this.style.setProperty('--on', colours.on);
    const portrait = this.#portrait;
    const code = slide.link ? qrCode(slide.link) : nothing;
    return html`
      <article>
        <div class="copy">
          ${slide.image ? html`<div class="photo">${slide.image.blur ? html`<img class="blur" src=${slide.image.blur} alt="" />` : nothing}<img class="picture" src=${slide.image.src} alt="" decoding="async" />${portrait ? nothing : code}</div>` : nothing}
          <div class="text">
            <p class="marks">
              ${slide.category ? html`<span class="pill">${typeset(slide.category)}</span>` : nothing}
              <span class="count" hidden></span>
            </p>
            <div class="flow"></div>
          </div>
          <div class="foot">${ribbon(context.week, context.day)} ${portrait ? nothing : code}</div>
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

  get #portrait(): boolean {
    return this.context.stage.height > this.context.stage.width;
  }

  #hours(): TemplateResult | typeof nothing {
    const { hours, moment } = this.slide.when;
    const now = moment === 'en ce moment';
    if (!hours && !moment) return nothing;
    return html`<p class="hours">
      ${now ? html`<span class="now">en ce moment</span>` : nothing}
      ${hours ? html`<span>${hoursText(hours)}</span>` : !now && moment ? html`<span>${typeset(moment)}</span>` : nothing}
    </p>`;
  }

  protected override async prepare(): Promise<void> {
    const { slide, renderRoot } = this;
    const overflow = [...fitPanel(renderRoot, slide, this.#portrait), ...fitPill(renderRoot, slide.category)];
    this.#pages = this.#page(overflow);
    const page = Math.min(this.page, this.pageCount() - 1);
    const content = this.#pages[page];
    if (content) this.#put(content.cloneNode(true) as DocumentFragment, page);
    showPageNumber(this.renderRoot, page, this.pageCount());
    balanceShort(this.flow);
    if (this.week) fitRibbon(this.week);
    this.#hangPhoto();
  }

  #hangPhoto(): void {
    const { image } = this.slide;
    const photo = this.renderRoot.querySelector<HTMLElement>('.photo');
    if (!photo || !image || !this.classList.contains('illustrated')) return;
    const band = { width: photo.clientWidth, height: photo.clientHeight };
    const most = image.width > image.height * LANDSCAPE ? WINDOW_CROP : CROP_LIMIT;
    photo.classList.toggle('whole', cropShare(image, band) > most);
  }

  #page(overflow: readonly HTMLElement[]): readonly DocumentFragment[] {
    const { slide, context } = this;
    const sheet: EventSheet = {
      host: this,
      flow: this.flow,
      words: Math.max(LEAST_WORDS, MAX_PAGE_WORDS - countWords(this.panel.textContent ?? '')),
      put: (content, page) => this.#put(content, page),
      numbered: () => showPageNumber(this.renderRoot, 0, 99),
    };
    const measure = (): DocumentFragment[] => {
      const pages = eventPages(slide, overflow, sheet);
      if (pages.length < 2 || !this.#portrait) return pages;
      // The panel above gives way before the text goes on to a second page.
      setSize(this, '--numeral-most', NUMERAL_ABOVE_LEAST);
      showPageNumber(this.renderRoot, 0, 1);
      return eventPages(slide, overflow, sheet);
    };
    return pagingOf(slide, context.stage, this, measure, [...EVENT_SIZES, '--numeral-most']).pages;
  }

  /** Shows the blocks of a page; the picture is on the first alone, the title on each, in full where it is short. */
  #put(content: DocumentFragment, page: number): void {
    const photo = Number(this.style.getPropertyValue('--photo'));
    this.classList.toggle('illustrated', page === 0 && this.slide.image !== undefined && photo > 0);
    this.flow.replaceChildren(content);
    if (page === 0 || this.flow.querySelector('h1')) return;
    const title = textBlock('h1', this.slide.title);
    this.flow.prepend(title);
    if (lineCount(title) <= REPEATED_LINES) return;
    title.remove();
    this.#running = prependRunningTitle(this.flow, this.slide.title, this.#running);
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { fitWords, isWhole, largestThatFits, lineCount, setSize, widestWord } from '../text/fit.ts';
import { paginate } from '../text/flow.ts';
import { pagingOf } from '../text/paging.ts';
import { paragraphs, rich, textBlock } from '../text/rich.ts';
import { typeset } from '../text/typography.ts';
import { categoryColours } from './categories.ts';
import { datePanel } from './date-panel.ts';
import { dateView } from './dates.ts';
import { eventStyles } from './event-styles.ts';
import { showPageNumber } from './page-number.ts';
import { cropShare } from './picture-fit.ts';
import { PreauSlide } from './preau-slide.ts';
import { qrCode } from './qr.ts';
import { ribbon } from './ribbon.ts';

/** Sizes of the title to try, and those of the text, in stage units; the last are the floors of the design. */
const TITLE_SIZES = [164, 148, 132, 118, 104];
const TEXT = { max: 64, comfortable: 52, floor: 46 };
const TITLE_LINES = 4;
/** Sizes above this are for titles on two lines at most. */
const LARGE_TITLE = 132;
/** The numeral of the day takes the room that the place leaves it; below the least, the date goes on one row. */
const NUMERAL = { day: { min: 250, max: 440 }, range: { min: 170, max: 270 } };
/** In portrait the panel is above, and leaves the text more. */
const NUMERAL_ABOVE = { day: { min: 230, max: 320 }, range: { min: 170, max: 240 } };
/** A picture that would lose more than this share of a side stands whole on its own blur. */
const PHOTO_CROP = 0.38;
/** Beside a picture the type is smaller, so that the picture is larger. */
const ILLUSTRATED = { title: 118, text: 54 };

/** What, on paper; when and where, on a panel of the colour of its category. */
export class EventSlide extends PreauSlide<'event'> {
  static override styles = [...[PreauSlide.styles].flat(), eventStyles];

  @query('.flow') private readonly flow!: HTMLElement;
  @query('.panel') private readonly panel!: HTMLElement;
  @query('.panel-inner') private readonly panelInner!: HTMLElement;
  @query('.town') private readonly town!: HTMLElement;
  @query('.venue') private readonly venue!: HTMLElement | null;
  @query('.ribbon') private readonly week!: HTMLElement | null;
  #pages: readonly DocumentFragment[] = [];

  override pageCount(): number {
    return Math.max(1, this.#pages.length);
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
          ${slide.image ? html`<div class="photo">${slide.image.blur ? html`<img class="blur" src=${slide.image.blur} alt="" />` : nothing}<img class="picture" src=${slide.image.src} alt="" decoding="async" /></div>` : nothing}
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
      ${hours ? html`<span>${typeset(hours)}</span>` : !now && moment ? html`<span>${typeset(moment)}</span>` : nothing}
    </p>`;
  }

  protected override async prepare(): Promise<void> {
    const overflow = this.#fitPanel();
    if (this.week && !isWhole(this.week)) this.week.classList.add('short');
    this.#pages = this.#page(overflow);
    const page = Math.min(this.page, this.pageCount() - 1);
    const content = this.#pages[page];
    if (content) this.#put(content.cloneNode(true) as DocumentFragment, page);
    showPageNumber(this.renderRoot, page, this.pageCount());
    if (page === 0) this.#hangPhoto();
  }

  #hangPhoto(): void {
    const { image } = this.slide;
    const photo = this.renderRoot.querySelector<HTMLElement>('.photo');
    if (!photo || !image) return;
    const band = { width: photo.clientWidth, height: photo.clientHeight };
    photo.classList.toggle('whole', cropShare(image, band) > PHOTO_CROP);
  }

  /** Sets the panel, tighter and tighter; what does not fit at its floor is handed to the text. */
  #fitPanel(): HTMLElement[] {
    const overflow: HTMLElement[] = [];
    if (fitWords(this.town, '--town', 104, 136, 3) === null) {
      this.town.classList.add('condensed');
      fitWords(this.town, '--town', 104, 136, 3);
    }
    const sizes = this.#portrait ? NUMERAL_ABOVE : NUMERAL;
    const numeral = dateView(this.slide.when, this.context.day).shape === 'range' ? sizes.range : sizes.day;
    const size = largestThatFits(numeral.min, numeral.max, (candidate) => {
      setSize(this.panel, '--numeral', candidate);
      return isWhole(this.panelInner);
    });
    if (size !== null) {
      setSize(this.panel, '--numeral', size);
      return overflow;
    }
    fitWords(this.town, '--town', 104, 104, 9);
    this.panel.classList.add('tight');
    if (!isWhole(this.panelInner) && this.venue) {
      overflow.push(textBlock('p', this.slide.venue ?? '', 'lead'));
      this.venue.hidden = true;
    }
    if (!isWhole(this.panelInner)) {
      overflow.unshift(textBlock('h2', this.slide.town, 'lead-town'));
      this.town.hidden = true;
    }
    return overflow;
  }

  #page(overflow: readonly HTMLElement[]): readonly DocumentFragment[] {
    const { slide, context } = this;
    const measure = (): DocumentFragment[] => {
      const pages = this.#paginate(this.#blocks(overflow));
      if (pages.length < 2 || !this.#portrait) return pages;
      // The panel above gives way before the text goes on to a second page.
      setSize(this, '--numeral-most', NUMERAL_ABOVE.range.min);
      return this.#paginate(this.#blocks(overflow));
    };
    const names = ['--title', '--text', '--numeral-most'];
    return pagingOf(slide, context.stage, this, measure, names).pages;
  }

  #blocks(overflow: readonly HTMLElement[]): DocumentFragment {
    const blocks = document.createDocumentFragment();
    blocks.append(textBlock('h1', this.slide.title), ...overflow, ...paragraphs(this.slide.description ?? ''));
    if (this.slide.partners) blocks.append(textBlock('p', `Avec ${this.slide.partners}`, 'partners'));
    return blocks;
  }

  /** The largest type at which all is on one page; else pages at a size that is comfortable to read. */
  #paginate(blocks: DocumentFragment): DocumentFragment[] {
    const whole = (): boolean => isWhole(this.flow);
    this.#put(blocks.cloneNode(true) as DocumentFragment, 0);
    const most = this.slide.image ? ILLUSTRATED : { title: TITLE_SIZES[0] ?? 0, text: TEXT.max };
    for (const title of TITLE_SIZES.filter((size) => size <= most.title)) {
      setSize(this, '--title', title);
      if (!this.#titleStands()) continue;
      const floor = title === TITLE_SIZES.at(-1) ? TEXT.floor : TEXT.comfortable;
      const size = largestThatFits(floor, most.text, (candidate) => {
        setSize(this, '--text', candidate);
        return whole();
      });
      if (size !== null) {
        setSize(this, '--text', size);
        return [blocks];
      }
    }
    setSize(this, '--text', TEXT.comfortable);
    showPageNumber(this.renderRoot, 0, 99);
    return paginate(blocks, (page, n) => {
      this.#put(page, n);
      return this.#titleStands(false) && whole();
    });
  }

  /** On at most four lines, and, while there is choice of size, without a word cut. */
  #titleStands(strict = true): boolean {
    const title = this.flow.querySelector('h1');
    if (!title) return true;
    const size = Number(this.style.getPropertyValue('--title'));
    if (lineCount(title) > (strict && size > LARGE_TITLE ? 2 : TITLE_LINES)) return false;
    const last = TITLE_SIZES.at(-1) === size;
    return !strict || last || widestWord(title) <= this.flow.clientWidth + 1;
  }

  /** Shows the blocks of a page; the picture is on the first alone, the title on each where it is short enough. */
  #put(content: DocumentFragment, page: number): void {
    this.classList.toggle('illustrated', page === 0 && this.slide.image !== undefined);
    this.flow.replaceChildren(content);
    if (page === 0 || this.flow.querySelector('h1')) return;
    const title = textBlock('h1', this.slide.title);
    this.flow.prepend(title);
    title.classList.toggle('unseen', lineCount(title) > 3);
  }
}

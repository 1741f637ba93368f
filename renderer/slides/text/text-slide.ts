import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { MAX_PAGE_WORDS } from '../../../main/reading-time.ts';
import { proseStyles } from '../../styles/prose-styles.ts';
import { balanceParagraphs } from '../../text/balance.ts';
import { contentFits, largestThatFits, lineCount, setSize, wordsFit } from '../../text/fit.ts';
import { paginate, wordsOf } from '../../text/flow.ts';
import { largestPaging } from '../../text/largest-paging.ts';
import { pagesOf } from '../../text/paging.ts';
import { htmlBlocks, rich, textBlock } from '../../text/rich.ts';
import { fitTables } from '../../text/tables.ts';
import { showPageNumber } from '../page-number.ts';
import { PreauSlide } from '../preau-slide.ts';
import { qrCode, qrStyles } from '../qr.ts';
import { prependRunningTitle, runningTitleStyles } from '../running-title.ts';
import { textStyles } from './text-styles.ts';

/** Sizes of the title to try, stage units. */
const TITLE_SIZES = [190, 168, 150, 128, 104];
const MAX_TITLE_LINES = 3;
/** Sizes of the text; `largest`: of a short one, alone on its page. */
const TEXT = { largest: 112, max: 72, large: 64, comfortable: 56, min: 46 };
/** The size of the text as a share of that of the title: neither is large at the cost of the other. */
const TEXT_SHARE = { min: 0.45, max: 0.62 };
/** Short lines, as of a list, are set in two columns where their letters become larger by this factor. */
const COLUMNS_GAIN = 1.2;
/** More QR codes would take room from the text, and nobody would scan them. */
const MAX_CODES = 3;
/** Sizes of a code where there is not enough room for the size that it needs. */
const CODE = { min: 200, max: 400 };
/** The size of a code that is all a slide is about, and the longest text beside it, characters. */
const SOLE_CODE = { size: 560, maxText: 120 };

/** The custom properties that pages are measured with. */
const TEXT_SIZES = ['--title', '--text', '--columns'];

/** A text: its title, its paragraphs, and QR codes of the addresses in it. */
export class TextSlide extends PreauSlide<'text'> {
  static override styles = [...[PreauSlide.styles].flat(), proseStyles, qrStyles, runningTitleStyles, textStyles];

  static listEntry({ title }: SlideOf<'text'>): string[] {
    return [title];
  }

  @query('.flow') private readonly flow!: HTMLElement;
  #pages: readonly DocumentFragment[] = [];
  #running: string | null = null;

  override pageCount(): number {
    return Math.max(1, this.#pages.length);
  }

  protected override render(): TemplateResult {
    const links = this.slide.links.slice(0, MAX_CODES);
    return html`
      <article class=${links.length === 0 ? '' : this.#isSole ? 'linked sole' : 'linked'}>
        <div class="column">
          <div class="flow prose"></div>
          <p class="count" hidden></p>
        </div>
        ${
          links.length > 0
            ? html`<ul class="links">
              ${links.map((link) => html`<li>${qrCode(link.url, this.#isSole ? SOLE_CODE.size : undefined)}<p dir="auto">${rich(link.label)}</p></li>`)}
            </ul>`
            : nothing
        }
      </article>
    `;
  }

  /** One address and hardly a text: the code is what the slide is for. */
  get #isSole(): boolean {
    const { html: text, links } = this.slide;
    return links.length === 1 && text.length <= SOLE_CODE.maxText;
  }

  protected override async prepare(): Promise<void> {
    this.#fitLinks();
    const { slide, context } = this;
    this.#pages = pagesOf(slide, context.stage, this, () => this.#paginate(), TEXT_SIZES);
    const page = Math.min(this.page, this.pageCount() - 1);
    const content = this.#pages[page];
    if (content) this.#show(content.cloneNode(true) as DocumentFragment, page);
    showPageNumber(this.renderRoot, page, this.pageCount());
    balanceParagraphs(this.flow);
  }

  /** Makes the codes smaller, then hides the last ones, where there is no room: the text still names their addresses. */
  #fitLinks(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.links');
    if (!list) return;
    const links = [...list.children] as HTMLElement[];
    const fits = (): boolean => {
      const size = largestThatFits(CODE.min, this.#isSole ? SOLE_CODE.size : CODE.max, (candidate) => {
        setSize(list, '--qr-max', candidate);
        return contentFits(list);
      });
      setSize(list, '--qr-max', size ?? CODE.min);
      return size !== null;
    };
    while (!fits()) {
      const last = links.pop();
      if (!last) return;
      last.hidden = true;
    }
  }

  #paginate(): DocumentFragment[] {
    const blocks = htmlBlocks(this.slide.html);
    if (!blocks.querySelector('h1')) blocks.prepend(textBlock('h1', this.slide.title));
    setSize(this, '--text', TEXT.comfortable);
    this.flow.replaceChildren(blocks);
    fitTables(this.flow);
    const source = document.createDocumentFragment();
    for (const block of this.flow.childNodes) source.append(block.cloneNode(true));
    if (wordsOf(source) <= MAX_PAGE_WORDS && this.#fitOnePage()) return [source];
    this.#setColumns('auto');
    showPageNumber(this.renderRoot, 0, 99);
    const measure = (): DocumentFragment[] =>
      paginate(
        source,
        (page, n) => {
          this.#show(page, n);
          return contentFits(this.flow);
        },
        MAX_PAGE_WORDS,
      );
    // Text is not set large beside a table that had to be set small.
    const larger = source.querySelector('table[class]') ? [] : [TEXT.max, TEXT.large];
    return largestPaging(this, larger, TEXT.comfortable, measure);
  }

  /** Sets the largest sizes at which all fits on one page, in two columns where that is larger; false where there are none. */
  #fitOnePage(): boolean {
    this.#setColumns('auto');
    const one = this.#fitSizes();
    this.#setColumns('2');
    const two = this.#hasColumns() ? this.#fitSizes() : null;
    if (two !== null && two >= (one ?? 0) * COLUMNS_GAIN) return true;
    this.#setColumns('auto');
    return one !== null && this.#fitSizes() !== null;
  }

  /** Whether the text may be in columns: a table needs the whole width, and the lines of one paragraph are better long. */
  #hasColumns(): boolean {
    const { stage } = this.context;
    return (
      stage.width > stage.height && !this.flow.querySelector('table') && this.flow.querySelectorAll('p, li').length > 3
    );
  }

  #setColumns(columns: string): void {
    this.style.setProperty('--columns', columns);
  }

  /** Sets the largest sizes of title and text at which all fits. @returns the size of the text, null where nothing fits. */
  #fitSizes(): number | null {
    const heading = this.flow.querySelector('h1');
    for (const size of TITLE_SIZES) {
      setSize(this, '--title', size);
      const isLast = size === TITLE_SIZES.at(-1);
      if (heading && !isLast && (lineCount(heading) > MAX_TITLE_LINES || !wordsFit(heading))) continue;
      const min = isLast ? TEXT.min : Math.max(TEXT.comfortable, Math.round(size * TEXT_SHARE.min));
      const max = isLast ? TEXT.max : Math.min(TEXT.largest, Math.round(size * TEXT_SHARE.max));
      const text = largestThatFits(min, max, (candidate) => {
        setSize(this, '--text', candidate);
        return contentFits(this.flow);
      });
      if (text !== null) return text;
    }
    return null;
  }

  /** Shows the blocks of a page; from the second page on, under the title on one line. */
  #show(content: DocumentFragment, page: number): void {
    this.flow.replaceChildren(content);
    if (page > 0 && !this.flow.querySelector('h1')) {
      this.#running = prependRunningTitle(this.flow, this.slide.title, this.#running);
    }
  }
}

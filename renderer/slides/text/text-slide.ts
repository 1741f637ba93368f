import { css, html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { MAX_PAGE_WORDS } from '../../../main/reading-time.ts';
import { proseStyles } from '../../styles/prose-styles.ts';
import { balanceShort, isWhole, keepsWords, largestThatFits, lineCount, setSize } from '../../text/fit.ts';
import { paginate, wordsOf } from '../../text/flow.ts';
import { largestPaging } from '../../text/largest-paging.ts';
import { pagingOf } from '../../text/paging.ts';
import { htmlBlocks, rich, textBlock } from '../../text/rich.ts';
import { fitTables } from '../../text/tables.ts';
import { showPageNumber } from '../page-number.ts';
import { PreauSlide } from '../preau-slide.ts';
import { qrCode, qrStyles } from '../qr.ts';
import { prependRunningTitle, runningTitleStyles } from '../running-title.ts';

const TITLE_SIZES = [150, 128, 104];
const TEXT = { max: 72, large: 64, comfortable: 56, floor: 46 };
/** More codes than this would not be scanned, and would shrink the text. */
const CODES = 3;
/** Sizes of a code that has not the room it wishes. */
const CODE = { min: 200, max: 400 };

/** A text of the house: its title, its paragraphs, and the addresses it names as codes. */
export class TextSlide extends PreauSlide<'text'> {
  static override styles = [...[PreauSlide.styles].flat(), proseStyles, qrStyles, runningTitleStyles, textStyles()];

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
    const links = this.slide.links.slice(0, CODES);
    return html`
      <article class=${links.length > 0 ? 'linked' : ''}>
        <div class="column">
          <div class="flow prose"></div>
          <p class="count" hidden></p>
        </div>
        ${
          links.length > 0
            ? html`<ul class="links">
              ${links.map((link) => html`<li>${qrCode(link.url)}<p dir="auto">${rich(link.label)}</p></li>`)}
            </ul>`
            : nothing
        }
      </article>
    `;
  }

  protected override async prepare(): Promise<void> {
    this.#fitLinks();
    const { slide, context } = this;
    this.#pages = pagingOf(slide, context.stage, this, () => this.#paginate(), ['--title', '--text']).pages;
    const page = Math.min(this.page, this.pageCount() - 1);
    const content = this.#pages[page];
    if (content) this.#put(content.cloneNode(true) as DocumentFragment, page);
    showPageNumber(this.renderRoot, page, this.pageCount());
    balanceShort(this.flow);
  }

  /** Codes are smaller, then leave, where they have no room; the text names their addresses all the same. */
  #fitLinks(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.links');
    if (!list) return;
    const links = [...list.children] as HTMLElement[];
    const fits = (): boolean => {
      const size = largestThatFits(CODE.min, CODE.max, (candidate) => {
        setSize(list, '--qr-most', candidate);
        return isWhole(list);
      });
      setSize(list, '--qr-most', size ?? CODE.min);
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
    if (wordsOf(source) <= MAX_PAGE_WORDS && this.#fitsOnOne()) return [source];
    showPageNumber(this.renderRoot, 0, 99);
    const measure = (): DocumentFragment[] =>
      paginate(
        source,
        (page, n) => {
          this.#put(page, n);
          return isWhole(this.flow);
        },
        MAX_PAGE_WORDS,
      );
    // Beside a table that has been set small, the rest is not set large.
    const larger = source.querySelector('table[class]') ? [] : [TEXT.max, TEXT.large];
    return largestPaging(this, larger, TEXT.comfortable, measure);
  }

  /** Finds the largest type at which all that the flow holds has room. */
  #fitsOnOne(): boolean {
    const heading = this.flow.querySelector('h1');
    for (const size of TITLE_SIZES) {
      setSize(this, '--title', size);
      const last = size === TITLE_SIZES.at(-1);
      if (heading && !last && (lineCount(heading) > 3 || !keepsWords(heading))) continue;
      const text = largestThatFits(last ? TEXT.floor : TEXT.comfortable, TEXT.max, (candidate) => {
        setSize(this, '--text', candidate);
        return isWhole(this.flow);
      });
      if (text === null) continue;
      setSize(this, '--text', text);
      return true;
    }
    return false;
  }

  /** Shows the blocks of a page, from the second on under a line that says what they belong to. */
  #put(content: DocumentFragment, page: number): void {
    this.flow.replaceChildren(content);
    if (page > 0 && !this.flow.querySelector('h1')) {
      this.#running = prependRunningTitle(this.flow, this.slide.title, this.#running);
    }
  }
}

function textStyles() {
  return css`
    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr);
      height: 100cqh;
      padding: var(--safe-y) calc(var(--safe-x) + 60 * var(--u)) var(--safe-y) var(--safe-x);
      border-inline-start: calc(28 * var(--u)) solid var(--green);
    }
    .linked {
      grid-template-columns: minmax(0, 1fr) calc(380 * var(--u));
      column-gap: calc(80 * var(--u));
      padding-inline-end: var(--safe-x);
    }
    .column {
      display: flex;
      flex-direction: column;
      justify-content: center;
      min-height: 0;
      height: 90cqh;
    }
    .flow {
      flex: 0 1 auto;
      min-height: 0;
    }
    .count {
      flex: none;
      padding-top: calc(28 * var(--u));
      color: var(--ink-soft);
      font-size: calc(46 * var(--u));
      font-weight: 550;
      line-height: 1;
    }
    .links {
      display: flex;
      flex-direction: column;
      justify-content: safe center;
      min-height: 0;
      gap: calc(36 * var(--u));
      list-style: none;
      font-size: calc(46 * var(--u));
      line-height: 1.15;
      text-align: center;
    }
    .links .qr {
      margin: 0 auto calc(14 * var(--u));
    }
    @container (orientation: portrait) {
      article {
        padding-inline: calc(72 * var(--u));
        border-inline-start: none;
        border-top: calc(28 * var(--u)) solid var(--green);
      }
      .linked {
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: minmax(0, 1fr) auto;
        row-gap: calc(40 * var(--u));
      }
      .linked .column {
        height: auto;
      }
      .links {
        flex-direction: row;
      }
    }
  `;
}

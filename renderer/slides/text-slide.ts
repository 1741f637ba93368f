import { css, html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { isWhole, largestThatFits, lineCount, setSize, widestWord } from '../text/fit.ts';
import { paginate } from '../text/flow.ts';
import { pagingOf } from '../text/paging.ts';
import { htmlBlocks, rich, textBlock } from '../text/rich.ts';
import { showPageNumber } from './page-number.ts';
import { PreauSlide } from './preau-slide.ts';
import { proseStyles } from './prose-styles.ts';
import { qrCode, qrStyles } from './qr.ts';

const TITLE_SIZES = [150, 128, 104];
const TEXT = { max: 72, comfortable: 56, floor: 46 };
/** More codes than this would not be scanned, and would shrink the text. */
const CODES = 3;

/** A text of the house: its title, its paragraphs, and the addresses it names as codes. */
export class TextSlide extends PreauSlide<'text'> {
  static override styles = [...[PreauSlide.styles].flat(), proseStyles, qrStyles, textStyles()];

  @query('.flow') private readonly flow!: HTMLElement;
  #pages: readonly DocumentFragment[] = [];

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
    this.#dropLinks();
    const { slide, context } = this;
    this.#pages = pagingOf(slide, context.stage, this, () => this.#paginate(), ['--title', '--text']).pages;
    const page = Math.min(this.page, this.pageCount() - 1);
    const content = this.#pages[page];
    if (content) this.flow.replaceChildren(content.cloneNode(true));
    showPageNumber(this.renderRoot, page, this.pageCount());
  }

  /** Codes that have no room leave; the text names their addresses all the same. */
  #dropLinks(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.links');
    const links = [...(list?.children ?? [])] as HTMLElement[];
    while (list && !isWhole(list)) {
      const last = links.pop();
      if (!last) return;
      last.hidden = true;
    }
  }

  #paginate(): DocumentFragment[] {
    const blocks = htmlBlocks(this.slide.html);
    const own = blocks.querySelector('h1');
    if (!own) blocks.prepend(textBlock('h1', this.slide.title));
    this.flow.replaceChildren(blocks.cloneNode(true));
    const title = (): HTMLElement | null => this.flow.querySelector('h1');
    for (const size of TITLE_SIZES) {
      setSize(this, '--title', size);
      const heading = title();
      const last = size === TITLE_SIZES.at(-1);
      if (heading && !last && (lineCount(heading) > 3 || widestWord(heading) > this.flow.clientWidth + 1)) continue;
      const text = largestThatFits(last ? TEXT.floor : TEXT.comfortable, TEXT.max, (candidate) => {
        setSize(this, '--text', candidate);
        return isWhole(this.flow);
      });
      if (text !== null) return [blocks];
    }
    setSize(this, '--text', TEXT.comfortable);
    showPageNumber(this.renderRoot, 0, 99);
    return paginate(blocks, (page) => {
      this.flow.replaceChildren(page);
      return isWhole(this.flow);
    });
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
      grid-template-columns: minmax(0, 1fr) calc(340 * var(--u));
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

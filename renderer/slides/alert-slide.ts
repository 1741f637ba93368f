import { css, html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { isWhole, largestThatFits, lineCount, setSize, widestWord } from '../text/fit.ts';
import { paginate } from '../text/flow.ts';
import { pagingOf } from '../text/paging.ts';
import { htmlBlocks, textBlock } from '../text/rich.ts';
import { typeset } from '../text/typography.ts';
import { showPageNumber } from './page-number.ts';
import { PreauSlide } from './preau-slide.ts';
import { proseStyles } from './prose-styles.ts';

const TITLE_SIZES = [240, 200, 160, 132, 104];
const TEXT = { max: 104, comfortable: 72, floor: 56 };

/** The alert: the whole wall, in the red that nothing else has. */
export class AlertSlide extends PreauSlide<'alert'> {
  static override styles = [...[PreauSlide.styles].flat(), proseStyles, alertStyles()];

  @query('.flow') private readonly flow!: HTMLElement | null;
  #pages: readonly DocumentFragment[] = [];

  override pageCount(): number {
    return Math.max(1, this.#pages.length);
  }

  override get accent(): string {
    return 'var(--on-alert)';
  }

  protected override render(): TemplateResult {
    const { image, video, at, title } = this.slide;
    if (image || video) {
      return html`<article class="pictured">
        <h1 class="unseen">${typeset(title)}</h1>
        ${image ? html`<img src=${image.src} alt=${title} />` : nothing}
        ${!image && video ? html`<video src=${video.src} .muted=${true} loop autoplay playsinline></video>` : nothing}
        ${at ? html`<p class="time">${typeset(at)}</p>` : nothing}
      </article>`;
    }
    return html`<article>
      <div class="flow prose" role="alert"></div>
      <p class="foot">${at ? html`<span class="time">${typeset(at)}</span>` : nothing}<span class="count" hidden></span></p>
    </article>`;
  }

  protected override async prepare(): Promise<void> {
    if (!this.flow) {
      await this.#videoFrame();
      return;
    }
    const { slide, context, flow } = this;
    this.#pages = pagingOf(slide, context.stage, this, () => this.#paginate(flow), ['--title', '--text']).pages;
    const page = Math.min(this.page, this.pageCount() - 1);
    const content = this.#pages[page];
    if (content) this.flow.replaceChildren(content.cloneNode(true));
    showPageNumber(this.renderRoot, page, this.pageCount());
  }

  override left(): void {
    const video = this.renderRoot.querySelector('video');
    video?.removeAttribute('src');
    video?.load();
    super.left();
  }

  /** @throws if the video cannot be played. */
  async #videoFrame(): Promise<void> {
    const video = this.renderRoot.querySelector('video');
    if (!video || video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
    await new Promise<void>((resolve, reject) => {
      video.addEventListener('loadeddata', () => resolve(), { once: true });
      video.addEventListener('error', () => reject(new Error('The video of the alert cannot be played.')), {
        once: true,
      });
    });
  }

  #paginate(flow: HTMLElement): DocumentFragment[] {
    const blocks = htmlBlocks(this.slide.html ?? '');
    if (!blocks.querySelector('h1')) blocks.prepend(textBlock('h1', this.slide.title));
    flow.replaceChildren(blocks.cloneNode(true));
    for (const size of TITLE_SIZES) {
      setSize(this, '--title', size);
      const title = flow.querySelector('h1');
      const last = size === TITLE_SIZES.at(-1);
      if (title && !last && (lineCount(title) > 2 || widestWord(title) > flow.clientWidth + 1)) continue;
      const text = largestThatFits(last ? TEXT.floor : TEXT.comfortable, Math.min(TEXT.max, size), (candidate) => {
        setSize(this, '--text', candidate);
        return isWhole(flow);
      });
      if (text !== null) return [blocks];
    }
    setSize(this, '--text', TEXT.comfortable);
    showPageNumber(this.renderRoot, 0, 99);
    return paginate(blocks, (page) => {
      flow.replaceChildren(page);
      return isWhole(flow);
    });
  }
}

function alertStyles() {
  return css`
    :host {
      background: var(--alert);
      color: var(--on-alert);
      --heading: var(--on-alert);
      --rule: currentColor;
      --sun: currentColor;
    }
    article {
      display: flex;
      flex-direction: column;
      justify-content: center;
      height: 100cqh;
      padding: var(--safe-y) calc(var(--safe-x) + 20 * var(--u));
    }
    .flow {
      flex: 0 1 auto;
      min-height: 0;
      font-weight: 560;
      line-height: 1.25;
    }
    .prose h1 {
      font-weight: 780;
      line-height: 0.96;
    }
    .foot {
      display: flex;
      flex: none;
      justify-content: space-between;
      padding-top: calc(56 * var(--u));
      font-size: calc(72 * var(--u));
      font-weight: 700;
      line-height: 1;
    }
    .foot:not(:has(.time, .count:not([hidden]))) {
      display: none;
    }
    .pictured {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      place-items: center;
      padding: calc(36 * var(--u));
      gap: calc(24 * var(--u));
    }
    .pictured :is(img, video) {
      width: 100%;
      height: 100%;
      min-height: 0;
      object-fit: contain;
    }
    .pictured .time {
      font-size: calc(72 * var(--u));
      font-weight: 700;
      line-height: 1;
      padding-bottom: calc(var(--safe-y) - 36 * var(--u));
    }
    .unseen {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { proseStyles } from '../../styles/prose-styles.ts';
import { isWhole, largestThatFits, lineCount, setSize, widestWord } from '../../text/fit.ts';
import { paginate } from '../../text/flow.ts';
import { pagingOf } from '../../text/paging.ts';
import { isReadable } from '../../text/readable.ts';
import { textBlock } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { showPageNumber } from '../page-number.ts';
import { PreauSlide } from '../preau-slide.ts';
import { alertBlocks } from './alert-blocks.ts';
import { alertStyles } from './alert-styles.ts';

const TITLE_SIZES = [240, 200, 180, 160, 144, 132, 118, 104];
/** Most lines of a title; upright, the wall is narrow and high. */
const TITLE_LINES = { across: 4, upright: 8 };
/** `alone`: without a title, the text is all there is to read. */
const TEXT = { max: 104, alone: 150, comfortable: 72, floor: 56 };
/** A longer title is not said again on the pages that follow. Signs. */
const RUNNING_SIGNS = 90;

/** The alert: the whole wall, in the red that nothing else has. */
export class AlertSlide extends PreauSlide<'alert'> {
  static override styles = [...[PreauSlide.styles].flat(), proseStyles, alertStyles];

  static listEntry({ title }: SlideOf<'alert'>): string[] {
    return [title];
  }

  @query('.flow') private readonly flow!: HTMLElement | null;
  #pages: readonly DocumentFragment[] = [];

  override pageCount(): number {
    return Math.max(1, this.#pages.length);
  }

  override get accent(): string {
    return 'var(--on-alert)';
  }

  protected override render(): TemplateResult {
    const { image, video, title } = this.slide;
    if (image || video) {
      return html`<div class="page pictured" role="alert">
        ${this.#headerTemplate()}
        ${
          image
            ? html`<img src=${image.src} alt=${title} />`
            : html`<video src=${video?.src} aria-label=${title} .muted=${true} loop autoplay playsinline></video>`
        }
      </div>`;
    }
    return html`<div class="page" role="alert">
      ${this.#headerTemplate()}
      <div class="board"><div class="flow prose"></div></div>
      <p class="count" hidden></p>
    </div>`;
  }

  /** Says on every page what this is, and since when. */
  #headerTemplate(): TemplateResult {
    const { at } = this.slide;
    return html`<header>
      <svg class="sign" viewBox="0 0 136 120" aria-hidden="true">
        <path d="M58 6a12 12 0 0 1 20 0l56 96a12 12 0 0 1-10 18H12a12 12 0 0 1-10-18z"></path>
        <path class="mark" d="M60 36h16l-3 42H63zM60 95a8 8 0 1 1 16 0a8 8 0 1 1-16 0z"></path>
      </svg>
      <h1>Alerte</h1>
      ${at ? html`<p class="time">depuis ${typeset(at)}</p>` : nothing}
    </header>`;
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

  /** The message as large as it fits on one page, else on pages that can be read while they stay. */
  #paginate(flow: HTMLElement): DocumentFragment[] {
    const blocks = alertBlocks(this.slide.html ?? '', this.slide.title);
    flow.replaceChildren(blocks.cloneNode(true));
    if (isReadable(blocks) && this.#fill(flow)) return [blocks];
    setSize(this, '--title', TITLE_SIZES.at(-1) ?? 0);
    setSize(this, '--text', TEXT.comfortable);
    showPageNumber(this.renderRoot, 0, 99);
    const title = blocks.querySelector('.title')?.textContent ?? '';
    const headed = (page: Node, n: number): Node[] =>
      n > 0 && title !== '' && title.length <= RUNNING_SIGNS ? [textBlock('p', title, 'running'), page] : [page];
    const pages = paginate(blocks, (page, n) => {
      flow.replaceChildren(...headed(page, n));
      return isReadable(flow) && isWhole(flow);
    });
    return pages.map((page, n) => {
      const whole = document.createDocumentFragment();
      whole.append(...headed(page, n));
      return whole;
    });
  }

  /** Sets title and text as large as they fit; false where one page does not hold them. */
  #fill(flow: HTMLElement): boolean {
    const title = flow.querySelector<HTMLElement>('.title');
    const hasText = flow.children.length > 1 || !title;
    const { width, height } = this.context.stage;
    const lines = height > width ? TITLE_LINES.upright : TITLE_LINES.across;
    for (const size of TITLE_SIZES) {
      setSize(this, '--title', size);
      const last = size === TITLE_SIZES.at(-1);
      if (title && !last && (lineCount(title) > lines || widestWord(title) > flow.clientWidth + 1)) continue;
      const most = title ? Math.min(TEXT.max, size) : TEXT.alone;
      const text = largestThatFits(last ? TEXT.floor : TEXT.comfortable, most, (candidate) => {
        setSize(this, '--text', candidate);
        return isWhole(flow);
      });
      if (text === null) continue;
      setSize(this, '--text', hasText ? text : TEXT.max);
      return true;
    }
    return false;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { mediaFailure } from '../../lib/media-failure.ts';
import { nextEvent } from '../../lib/promises.ts';
import { proseStyles } from '../../styles/prose-styles.ts';
import { contentFits, largestThatFits, lineCount, setSize, widestWord } from '../../text/fit.ts';
import { paginateHeaded } from '../../text/flow.ts';
import { pagesOf } from '../../text/paging.ts';
import { isReadable } from '../../text/readable.ts';
import { textBlock } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { showPageNumber } from '../page-number.ts';
import { type HeadLook, PreauSlide } from '../preau-slide.ts';
import { alertBlocks } from './alert-blocks.ts';
import { alertStyles } from './alert-styles.ts';

/** Sizes of the title to try, stage units. */
const TITLE_SIZES = [240, 200, 180, 160, 144, 132, 118, 104];
/** A portrait stage is narrow and high: it has room for more lines. */
const MAX_TITLE_LINES = { landscape: 4, portrait: 8 };
/** Sizes of the text, stage units; `alone`: without a title, the text may be larger. */
const TEXT = { max: 104, alone: 150, comfortable: 72, min: 56 };
/** A longer title is not repeated on the pages that follow; characters. */
const MAX_REPEATED_TITLE = 90;

/** The alert: the whole wall, in a red that no other slide has. */
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

  override get headLook(): HeadLook {
    return 'alert';
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

  /** Says on every page that this is an alert, and since when. */
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
    this.#pages = pagesOf(slide, context.stage, this, () => this.#paginate(flow), ['--title', '--text']);
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

  /** Waits for the first frame, where the alert is a film. @throws if it cannot be played. */
  async #videoFrame(): Promise<void> {
    const video = this.renderRoot.querySelector('video');
    if (!video || video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
    await Promise.race([nextEvent(video, 'loadeddata'), mediaFailure(video)]);
  }

  /** The message on one page, as large as it fits, or else on pages that can each be read while they stay. */
  #paginate(flow: HTMLElement): DocumentFragment[] {
    const blocks = alertBlocks(this.slide.html ?? '', this.slide.title);
    flow.replaceChildren(blocks.cloneNode(true));
    if (isReadable(blocks) && this.#fitOnePage(flow)) return [blocks];
    setSize(this, '--title', TITLE_SIZES.at(-1) ?? 0);
    setSize(this, '--text', TEXT.comfortable);
    showPageNumber(this.renderRoot, 0, 99);
    const title = blocks.querySelector('.title')?.textContent ?? '';
    const isRepeated = title !== '' && title.length <= MAX_REPEATED_TITLE;
    return paginateHeaded(
      blocks,
      (n) => (n > 0 && isRepeated ? textBlock('p', title, 'running') : null),
      (nodes) => {
        flow.replaceChildren(...nodes);
        return isReadable(flow) && contentFits(flow);
      },
    );
  }

  /** Sets the largest sizes of title and text at which all fits on one page; false where there are none. */
  #fitOnePage(flow: HTMLElement): boolean {
    const title = flow.querySelector<HTMLElement>('.title');
    const hasText = flow.children.length > 1 || !title;
    const { width, height } = this.context.stage;
    const lines = height > width ? MAX_TITLE_LINES.portrait : MAX_TITLE_LINES.landscape;
    for (const size of TITLE_SIZES) {
      setSize(this, '--title', size);
      const isLast = size === TITLE_SIZES.at(-1);
      if (title && !isLast && (lineCount(title) > lines || widestWord(title) > flow.clientWidth + 1)) continue;
      const max = title ? Math.min(TEXT.max, size) : TEXT.alone;
      const text = largestThatFits(isLast ? TEXT.min : TEXT.comfortable, max, (candidate) => {
        setSize(this, '--text', candidate);
        return contentFits(flow);
      });
      if (text === null) continue;
      setSize(this, '--text', hasText ? text : TEXT.max);
      return true;
    }
    return false;
  }
}

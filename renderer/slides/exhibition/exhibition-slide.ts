import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { countWords } from '../../../main/reading-time.ts';
import { slideStyles } from '../../styles/slide-styles.ts';
import { fitWords, largestThatFits, lineCount, setSize, widestWord } from '../../text/fit.ts';
import { paginateHeaded } from '../../text/flow.ts';
import { isReadable } from '../../text/readable.ts';
import { rich, textBlock } from '../../text/rich.ts';
import { typesetPiece } from '../../text/typography.ts';
import { captionClass, pictureTemplate, placePicture, sizePicture } from '../picture.ts';
import { pictureStyles } from '../picture-styles.ts';
import { PreauSlide } from '../preau-slide.ts';
import { boardTemplate, creditsWords, openingWords } from './exhibition-board.ts';
import { creditsFlow, descriptionFlow, openingFlow } from './exhibition-flow.ts';
import { exhibitionStyles } from './exhibition-styles.ts';
import { untilText } from './exhibition-text.ts';

/** Sizes of the title of a board, stage units. */
const TITLE = { opening: { min: 104, max: 270 }, credits: { min: 104, max: 132 } };
const MAX_TITLE_LINES = 4;
/** Sizes of the lines under it. */
const LINE = { opening: { min: 48, max: 56 }, credits: { min: 52, max: 64 } };
/** Sizes of the text of a page without a board; all pages of an exhibition have the same. */
const TEXT = { min: 58, max: 76 };
/** How much a picture grows where staff asked for slow movement. */
const SLOW_ZOOM = 1.04;
/** The picture still moves during the fade to the next slide; milliseconds. */
const FADE_MS = 600;
/** A description of fewer words has no page of its own. */
const MIN_WORDS_OF_A_PAGE = 12;

/**
 * What a board shows beside its picture, from the most to the least: everything; everything, with less space between the
 * lines; all but the description; `flow`: there is no board, for not even title, town and dates fit.
 */
type Content = 'all' | 'tight' | 'brief' | 'flow';

/** A part of an exhibition: its opening, one of its pictures on the whole wall, or its credits. */
export class ExhibitionSlide extends PreauSlide<'exhibition'> {
  static override styles: CSSResultGroup = [slideStyles, pictureStyles, exhibitionStyles];

  static listEntry({ title, town, venue, part }: SlideOf<'exhibition'>): (string | undefined)[] | null {
    return part === 'opening' ? [title, town, venue] : null;
  }

  @state() private content: Content = 'all';
  /** Pages of text: those after the board, or all of them where there is no board. */
  @state() private flow: readonly DocumentFragment[] = [];

  override pageCount(): number {
    if (this.slide.part === 'plate') return 1;
    return Math.max(1, this.flow.length + (this.#hasBoard ? 1 : 0));
  }

  override get accent(): string {
    return 'var(--sun)';
  }

  get #hasBoard(): boolean {
    return this.slide.part !== 'plate' && this.content !== 'flow';
  }

  protected override willUpdate(): void {
    this.classList.toggle('board', this.slide.part !== 'plate');
    this.classList.toggle('tight', this.content === 'tight');
  }

  protected override render(): TemplateResult {
    if (this.slide.part === 'plate') return this.#plateTemplate();
    const page = this.page - (this.#hasBoard ? 1 : 0);
    return page < 0 ? this.#boardTemplate() : this.#flowTemplate(this.flow[page]);
  }

  #plateTemplate(): TemplateResult {
    const { slide } = this;
    const { plate } = slide;
    if (!plate) return html`<h1>${slide.title}</h1>`;
    const caption = plate.caption ?? slide.title;
    const placement = placePicture(plate, this.context.stage, 'cover', caption);
    const about = [slide.title, slide.venue ?? slide.town].filter((part) => part !== undefined && part !== '');
    return html`
      ${pictureTemplate(plate, placement, '')}
      <footer class=${placement.beside ? 'beside' : ''}>
        <div>
          <h1 class=${captionClass(caption)} dir="auto">${typesetPiece(caption)}</h1>
          <p class="aside" dir="auto">${rich((plate.caption === undefined ? about.slice(1) : about).join(', '))}</p>
        </div>
        <p class="number">${slide.n} / ${slide.of}</p>
      </footer>
    `;
  }

  #boardTemplate(): TemplateResult {
    const { slide, context } = this;
    if (slide.part === 'credits') return boardTemplate(slide, creditsWords(slide));
    return boardTemplate(slide, openingWords(slide, context.day, this.content !== 'brief'));
  }

  #flowTemplate(content: DocumentFragment | undefined): TemplateResult {
    return html`
      <div class="round low"></div>
      <div class="ring low"></div>
      <div class="words wide"><div class="stack">${content?.cloneNode(true) ?? nothing}</div></div>
    `;
  }

  protected override async prepare(): Promise<void> {
    if (this.slide.part !== 'plate') {
      await this.#fitBoard();
      return;
    }
    this.#fitCaption();
    if (this.slide.plate) sizePicture(this.renderRoot, this.slide.plate, this.context.stage);
  }

  /** Where staff asked for it: the picture grows a little while it is shown. */
  override revealed(): void {
    if (!this.slide.slow || this.context.reducedMotion) return;
    const picture = this.renderRoot.querySelector<HTMLElement>('.frame');
    const steps = [{ transform: 'none' }, { transform: `scale(${SLOW_ZOOM})` }];
    picture?.animate(steps, { duration: this.durationMs() + FADE_MS, fill: 'forwards' });
  }

  /** The place, which the opening has named, is hidden where it would cover more of the picture than one short line. */
  #fitCaption(): void {
    const words = this.renderRoot.querySelector<HTMLElement>('footer > div');
    const caption = words?.querySelector<HTMLElement>('h1');
    const aside = words?.querySelector<HTMLElement>('.aside');
    if (!words || !caption || !aside) return;
    const isBeside = words.parentElement?.classList.contains('beside');
    aside.hidden = isBeside
      ? words.offsetHeight > this.context.stage.height / 3
      : lineCount(aside) > 1 || lineCount(caption) > 2;
  }

  /** Finds the most that fits on the board, and sets it as large as possible. What is left out goes to pages of text. */
  async #fitBoard(): Promise<void> {
    const wanted = this.page;
    this.page = 0;
    for (const content of this.#contents()) {
      this.content = content;
      await this.updateComplete;
      if (this.#boardFits()) {
        this.flow = content === 'brief' ? this.#pages(descriptionFlow(this.slide), 0) : [];
        this.page = wanted;
        return;
      }
    }
    this.content = 'flow';
    await this.updateComplete;
    const { slide, context } = this;
    this.flow = this.#pages(
      slide.part === 'credits' ? creditsFlow(slide) : openingFlow(slide, untilText(slide.when, context.day)),
    );
    this.page = wanted;
  }

  #contents(): readonly Content[] {
    if (this.slide.part === 'credits') return ['all', 'tight'];
    return countWords(this.slide.description ?? '') < MIN_WORDS_OF_A_PAGE
      ? ['all', 'tight', 'brief']
      : ['all', 'brief'];
  }

  /** Sets the board as large as it fits; false where it does not, or takes longer to read than a page may stay. */
  #boardFits(): boolean {
    const words = this.renderRoot.querySelector<HTMLElement>('.words');
    const stack = words?.querySelector<HTMLElement>('.stack');
    const title = stack?.querySelector<HTMLElement>('h1');
    if (!words || !stack || !title) return false;
    // Town and date have a fixed size: where a word of them is too wide, they cannot be on the board.
    const fixed = [...stack.querySelectorAll<HTMLElement>('.until, .town')];
    if (fixed.some((line) => widestWord(line) > stack.clientWidth)) return false;
    if (this.content !== 'brief' && !isReadable(stack)) return false;
    return this.#sizeBoard(title, () => stack.offsetHeight <= words.clientHeight);
  }

  /** Sets the title as large as it fits, then the lines under it; false where not even the smallest fit. */
  #sizeBoard(title: HTMLElement, fits: () => boolean): boolean {
    const part = this.slide.part === 'credits' ? 'credits' : 'opening';
    const [titles, lines] = [TITLE[part], LINE[part]];
    setSize(this, '--line', lines.min);
    const widest = fitWords(title, '--title', titles.min, titles.max, MAX_TITLE_LINES);
    const size = largestThatFits(titles.min, widest ?? titles.min, (candidate) => {
      setSize(title, '--title', candidate);
      return fits();
    });
    if (size === null) return false;
    setSize(title, '--title', size);
    setSize(this, '--title', size);
    const line = largestThatFits(lines.min, lines.max, (candidate) => {
      setSize(this, '--line', candidate);
      return fits();
    });
    setSize(this, '--line', line ?? lines.min);
    return true;
  }

  /** Pages of text over the whole wall, under the title from page `headedFrom` on; measured on a board that is invisible. */
  #pages(content: DocumentFragment, headedFrom = 1): DocumentFragment[] {
    if (content.childElementCount === 0) return [];
    const board = document.createElement('div');
    board.className = 'words wide probe';
    const stack = document.createElement('div');
    stack.className = 'stack';
    board.append(stack);
    this.renderRoot.append(board);
    const fits = (...nodes: Node[]): boolean => {
      stack.replaceChildren(...nodes);
      return stack.offsetHeight <= board.clientHeight;
    };
    setSize(this, '--text', TEXT.min);
    try {
      const pages = paginateHeaded(
        content,
        (n) => (n < headedFrom ? null : textBlock('h1', this.slide.title, 'running')),
        (nodes) => fits(...nodes) && isReadable(stack),
      );
      const size = largestThatFits(TEXT.min, TEXT.max, (candidate) => {
        setSize(this, '--text', candidate);
        return pages.every((page) => fits(page.cloneNode(true)));
      });
      setSize(this, '--text', size ?? TEXT.min);
      return pages;
    } finally {
      board.remove();
    }
  }
}

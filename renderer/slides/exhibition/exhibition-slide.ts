import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { countWords } from '../../../main/reading-time.ts';
import { slideStyles } from '../../styles/slide-styles.ts';
import { fitWords, largestThatFits, lineCount, setSize, widestWord } from '../../text/fit.ts';
import { paginate } from '../../text/flow.ts';
import { isReadable } from '../../text/readable.ts';
import { rich, textBlock } from '../../text/rich.ts';
import { typesetPiece } from '../../text/typography.ts';
import { captionClass, hang, pictureTemplate, sizePicture } from '../picture.ts';
import { pictureStyles } from '../picture-styles.ts';
import { PreauSlide } from '../preau-slide.ts';
import { boardTemplate, creditsWords, openingWords } from './exhibition-board.ts';
import { creditsFlow, descriptionFlow, openingFlow } from './exhibition-flow.ts';
import { exhibitionStyles } from './exhibition-styles.ts';
import { untilText } from './exhibition-text.ts';

/** Sizes of the title, in stage units; at most so many lines. */
const TITLE = { opening: { least: 104, most: 270 }, credits: { least: 104, most: 132 }, lines: 4 };
/** How much a picture grows that moves slowly, and the fade in which it still moves; milliseconds. */
const NEARER = 1.04;
const FADE_MS = 600;
/** Sizes of the lines under it. */
const LINE = { opening: { least: 48, most: 56 }, credits: { least: 52, most: 64 } };

/**
 * What a board has room for beside its picture: all it has to say; that, drawn together; without its description; `flow`:
 * not even its title, town and dates.
 */
type Room = 'all' | 'tight' | 'brief' | 'flow';
/** A description of fewer words is no page of its own. */
const SHORT_WORDS = 12;

/** An exhibition: its opening, each of its pictures on the whole wall, its credits. */
export class ExhibitionSlide extends PreauSlide<'exhibition'> {
  static override styles: CSSResultGroup = [slideStyles, pictureStyles, exhibitionStyles];

  static listEntry({ title, town, venue, part }: SlideOf<'exhibition'>): (string | undefined)[] | null {
    return part === 'opening' ? [title, town, venue] : null;
  }

  @state() private room: Room = 'all';
  /** Pages of text after the opening, or of the whole opening or credits. */
  @state() private flow: readonly DocumentFragment[] = [];

  override pageCount(): number {
    if (this.slide.part === 'plate') return 1;
    return Math.max(1, this.flow.length + (this.#hasBoard ? 1 : 0));
  }

  override get accent(): string {
    return 'var(--sun)';
  }

  get #hasBoard(): boolean {
    return this.slide.part !== 'plate' && this.room !== 'flow';
  }

  protected override willUpdate(): void {
    this.classList.toggle('board', this.slide.part !== 'plate');
    this.classList.toggle('tight', this.room === 'tight');
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
    const hanging = hang(plate, this.context.stage, 'cover', caption);
    const about = [slide.title, slide.venue ?? slide.town].filter((part) => part !== undefined && part !== '');
    return html`
      ${pictureTemplate(plate, hanging, '')}
      <footer class=${hanging.beside ? 'beside' : ''}>
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
    return boardTemplate(slide, openingWords(slide, context.day, this.room !== 'brief'));
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
      await this.#fill();
      return;
    }
    this.#fitCaption();
    if (this.slide.plate) sizePicture(this.renderRoot, this.slide.plate, this.context.stage);
  }

  /** Opt-in, for machines where it costs nothing: the picture comes a little nearer while it stands. */
  override revealed(): void {
    if (!this.slide.slow || this.context.reducedMotion) return;
    const picture = this.renderRoot.querySelector<HTMLElement>('.frame');
    const steps = [{ transform: 'none' }, { transform: `scale(${NEARER})` }];
    picture?.animate(steps, { duration: this.durationMs() + FADE_MS, fill: 'forwards' });
  }

  /** Where is said on the opening too: it leaves rather than hide more of the picture than one short line does. */
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

  /** Sets the board as large as it fits, first with all it has to say, then with what is left moved to pages of text. */
  async #fill(): Promise<void> {
    const wanted = this.page;
    this.page = 0;
    for (const room of this.#rooms()) {
      this.room = room;
      await this.updateComplete;
      if (this.#setBoard()) {
        this.flow = room === 'brief' ? this.#pages(descriptionFlow(this.slide), 0) : [];
        this.page = wanted;
        return;
      }
    }
    this.room = 'flow';
    await this.updateComplete;
    const { slide, context } = this;
    this.flow = this.#pages(
      slide.part === 'credits' ? creditsFlow(slide) : openingFlow(slide, untilText(slide.when, context.day)),
    );
    this.page = wanted;
  }

  #rooms(): readonly Room[] {
    if (this.slide.part === 'credits') return ['all', 'tight'];
    return countWords(this.slide.description ?? '') < SHORT_WORDS ? ['all', 'tight', 'brief'] : ['all', 'brief'];
  }

  #setBoard(): boolean {
    const words = this.renderRoot.querySelector<HTMLElement>('.words');
    const stack = words?.querySelector<HTMLElement>('.stack');
    const title = stack?.querySelector<HTMLElement>('h1');
    if (!words || !stack || !title) return false;
    // Town and date have one size: where a word of them is too wide, the board is not for them.
    const large = [...stack.querySelectorAll<HTMLElement>('.until, .town')];
    if (large.some((line) => widestWord(line) > stack.clientWidth)) return false;
    // What cannot be read in one page's time is moved to pages of its own.
    if (this.room !== 'brief' && !isReadable(stack)) return false;
    const fits = (): boolean => stack.offsetHeight <= words.clientHeight;
    const kind = this.slide.part === 'credits' ? 'credits' : 'opening';
    const [titles, lines] = [TITLE[kind], LINE[kind]];
    setSize(this, '--line', lines.least);
    const widest = fitWords(title, '--title', titles.least, titles.most, TITLE.lines);
    const size = largestThatFits(titles.least, widest ?? titles.least, (candidate) => {
      setSize(title, '--title', candidate);
      return fits();
    });
    if (size === null) return false;
    // A little less than the most for the title leaves the lines under it room to grow.
    setSize(title, '--title', size);
    setSize(this, '--title', size);
    const line = largestThatFits(lines.least, lines.most, (candidate) => {
      setSize(this, '--line', candidate);
      return fits();
    });
    setSize(this, '--line', line ?? lines.least);
    return true;
  }

  /** Pages of text over the whole wall, under the title from page `headedFrom` on, measured on a board that is not seen. */
  #pages(content: DocumentFragment, headedFrom = 1): DocumentFragment[] {
    if (content.childElementCount === 0) return [];
    const board = document.createElement('div');
    board.className = 'words wide probe';
    const stack = document.createElement('div');
    stack.className = 'stack';
    board.append(stack);
    this.renderRoot.append(board);
    try {
      const headed = (page: Node, n: number): Node[] =>
        n < headedFrom ? [page] : [textBlock('h1', this.slide.title, 'running'), page];
      const pages = paginate(content, (page, n) => {
        stack.replaceChildren(...headed(page, n));
        return isReadable(stack) && stack.offsetHeight <= board.clientHeight;
      });
      return pages.map((page, n) => {
        const whole = document.createDocumentFragment();
        whole.append(...headed(page, n));
        return whole;
      });
    } finally {
      board.remove();
    }
  }
}

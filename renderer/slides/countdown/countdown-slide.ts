import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { contentFits, fitWords, largestThatFits, setSize, wordsFit } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { hoursText } from '../dates.ts';
import { PreauSlide } from '../preau-slide.ts';
import { countdownStyles } from './countdown-styles.ts';
import { countdownView } from './countdown-words.ts';

/** Sizes of the count and of the title, stage units. */
const COUNT = { min: 150, max: 520 };
const TITLE = { min: 72, max: 132, lines: 3 };
/** Size of a title of a whole sentence, and its lines at most. */
const SENTENCE = { size: 56, lines: 9 };

/** What is waited for, and how many days are left. */
export class CountdownSlide extends PreauSlide<'countdown'> {
  static override styles = [...[PreauSlide.styles].flat(), countdownStyles];

  static listEntry(slide: SlideOf<'countdown'>): (string | undefined)[] {
    const view = countdownView(slide);
    return [slide.title, view.shape === 'word' ? view.word : view.spoken, slide.label];
  }

  @query('article') private readonly article!: HTMLElement;
  @query('h1') private readonly heading!: HTMLElement;
  @query('.count') private readonly count!: HTMLElement;
  @query('.text') private readonly words!: HTMLElement | null;

  override get accent(): string {
    return 'var(--sun)';
  }

  protected override render(): TemplateResult {
    const { slide } = this;
    const view = countdownView(slide);
    return html`<article>
      <h1 dir="auto">${rich(slide.title)}</h1>
      ${
        view.shape === 'word'
          ? html`<p class="count word">${typeset(view.word)}</p>`
          : html`<p class="count" role="img" aria-label=${view.spoken}>
            <span>${view.letter}</span><span class="dash"></span><span class="left">${view.left}</span>
          </p>`
      }
      <footer>
        <p class="date">${rich(hoursText(slide.label))}</p>
        ${slide.text ? html`<p class="text" dir="auto">${rich(slide.text)}</p>` : nothing}
      </footer>
    </article>`;
  }

  protected override async prepare(): Promise<void> {
    fitWords(this.heading, '--title', TITLE.min, TITLE.max, TITLE.lines);
    if (this.#fitCount()) return;
    // A title of a whole sentence: it is set small, and the text of the file stays in the report.
    fitWords(this.heading, '--title', SENTENCE.size, SENTENCE.size, SENTENCE.lines);
    if (this.words && !this.#fitCount()) this.words.hidden = true;
    this.#fitCount();
  }

  /** Sets the count as large as the rest allows; false where not even the smallest fits. */
  #fitCount(): boolean {
    const size = largestThatFits(COUNT.min, COUNT.max, (candidate) => {
      setSize(this, '--count', candidate);
      return contentFits(this.article) && wordsFit(this.count);
    });
    return size !== null;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { chunks } from '../../text/chunks.ts';
import { contentFits, fitWords, largestThatFits, lineCount, setSize } from '../../text/fit.ts';
import { rich } from '../../text/rich.ts';
import { typeset } from '../../text/typography.ts';
import { agendaPages, type Row } from '../agenda/agenda-pages.ts';
import { dayWords } from '../dates.ts';
import { PreauSlide } from '../preau-slide.ts';
import { menuStyles } from './menu-styles.ts';
import { cutlery, plate } from './plate.ts';

/** Sizes of a dish, stage units; the smallest can be read from six metres. */
const DISH = { min: 56, max: 108 };
/** Dishes of a page. */
const MAX_DISHES = 12;
/** Space between courses that is added where the page is not full, at most; stage units. */
const MAX_SPACE = 56;
/** Where a dish with the name of its course is higher than a page, texts are split at the first of these lengths that fits; characters. */
const MAX_LENGTHS = [Number.POSITIVE_INFINITY, 120, 60];

type Course = SlideOf<'menu'>['courses'][number];

/** A dish, and the course that it belongs to. */
interface Line {
  readonly course: number;
  readonly name: string | undefined;
  readonly dish: string;
}

/** The menu of a day, course by course, beside a plate. */
export class MenuSlide extends PreauSlide<'menu'> {
  static override styles = [...[PreauSlide.styles].flat(), menuStyles];

  static listEntry({ title, courses }: SlideOf<'menu'>): string[] {
    return [title, courses.flatMap(({ dishes }) => dishes).join(', ')];
  }

  @query('.courses') private readonly list!: HTMLElement;
  @query('.label') private readonly label!: HTMLElement;
  /** Index of the first dish of each page; null while all are in the document to be measured. */
  @state() private starts: readonly number[] | null = null;
  @state() private maxLength = Number.POSITIVE_INFINITY;

  override pageCount(): number {
    return this.starts?.length ?? 1;
  }

  override get accent(): string {
    return 'var(--brick)';
  }

  protected override render(): TemplateResult {
    const { label, day, meal } = this.slide;
    const pages = this.pageCount();
    const page = Math.min(this.page, pages - 1);
    const lines = this.#lines();
    const shown = this.starts ? lines.slice(this.starts[page], this.starts[page + 1]) : lines;
    const { weekday, numeral, month } = dayWords(day);
    return html`
      <article>
        <header class="panel">
          <div class="words">
            <p class="what">${meal === undefined ? 'Au menu' : `Au menu, ${meal.toLowerCase()}`}</p>
            <h1 class="label">${typeset(label)}</h1>
            ${
              // The head tells the day of today.
              this.context.headed && day === this.context.day
                ? nothing
                : html`<p class="date">${weekday} ${numeral === 1 ? html`1<sup>er</sup>` : numeral}\u00a0${month}</p>`
            }
            ${pages > 1 ? html`<p class="count">${page + 1}\u00a0/\u00a0${pages}</p>` : nothing}
          </div>
          <div class="table">${cutlery.fork}${plate}${cutlery.knife}</div>
        </header>
        <div class="courses ${shown.some(({ name }) => name !== undefined) ? '' : 'plain'}">
          ${coursesOf(shown).map(course)}
        </div>
      </article>
    `;
  }

  #lines(): Line[] {
    return this.slide.courses
      .flatMap((course) => inParts(course, this.maxLength))
      .flatMap(({ name, dishes }, at) => dishes.map((dish) => ({ course: at, name, dish })));
  }

  protected override async prepare(): Promise<void> {
    fitWords(this.label, '--label', 72, 128, 1);
    setSize(this, '--dish', DISH.min);
    for (const length of MAX_LENGTHS) {
      this.maxLength = length;
      await this.updateComplete;
      if (this.#rows().every(({ heading, height }) => heading + height <= this.list.clientHeight)) break;
    }
    this.starts = contentFits(this.list) ? [0] : agendaPages(this.#rows(), this.list.clientHeight, MAX_DISHES);
    await this.updateComplete;
    const lines = this.#lineTotal();
    const fits = (name: string) => (candidate: number) => {
      setSize(this, name, candidate);
      // Larger words are worth no further line: a dish on two lines looks like two dishes.
      return contentFits(this.list) && this.#lineTotal() <= lines;
    };
    setSize(this, '--dish', largestThatFits(DISH.min, DISH.max, fits('--dish')) ?? DISH.min);
    setSize(this, '--space', largestThatFits(0, MAX_SPACE, fits('--space')) ?? 0);
  }

  #lineTotal(): number {
    return [...this.list.querySelectorAll<HTMLElement>('.dish')].reduce((sum, dish) => sum + lineCount(dish), 0);
  }

  /** The heights of all dishes, and what the name of the course adds to one of them. */
  #rows(): Row[] {
    return [...this.list.querySelectorAll('section')].flatMap((section, at) => {
      const heights = [...section.querySelectorAll<HTMLElement>('.dish')].map((dish) => dish.offsetHeight);
      const text = heights.reduce((sum, height) => sum + height, 0);
      const { paddingTop, paddingBottom } = getComputedStyle(section);
      // Beside one dish, a long name may be the higher of the two.
      const besideOne = (section.querySelector('h2')?.offsetHeight ?? 0) - Math.min(...heights);
      const heading = Math.max(
        section.offsetHeight - text,
        Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom) + besideOne,
      );
      return heights.map((height) => ({ section: at, heading, height }));
    });
  }
}

/** A course as parts whose name and dishes have at most `max` characters: a longer text continues in the next one. */
function inParts({ name, dishes }: Course, max: number): Course[] {
  const pieces = dishes.flatMap((dish) => chunks(dish, max));
  if (name === undefined) return [{ dishes: pieces }];
  const names = chunks(name, max);
  return names.map((part, index) => ({
    name: part,
    dishes: index < names.length - 1 ? [pieces[index] ?? ''] : pieces.slice(index),
  }));
}

/** The dishes of a page as courses. A course that goes on from an earlier page keeps its name. */
function coursesOf(lines: readonly Line[]): Course[] {
  const shown = new Map<number, { name?: string; dishes: string[] }>();
  for (const { course: at, name, dish } of lines) {
    const open = shown.get(at) ?? { ...(name === undefined ? {} : { name }), dishes: [] };
    open.dishes.push(dish);
    shown.set(at, open);
  }
  return [...shown.values()];
}

function course({ name, dishes }: Course): TemplateResult {
  return html`<section>
    ${name === undefined ? nothing : html`<h2 dir="auto">${rich(name)}</h2>`}
    <div class="dishes">${dishes.map((dish) => html`<p class="dish" dir="auto">${rich(dish)}</p>`)}</div>
  </section>`;
}

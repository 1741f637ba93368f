import { css, html, LitElement, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Slide } from '../../main/contract.ts';
import type { SlideContext } from '../slides/preau-slide.ts';
import { ConnectionController } from './connection-controller.ts';
import { ProgrammeController } from './programme-controller.ts';
import { programmeList } from './programme-list.ts';
import { reportScreen } from './screen-report.ts';
import { SizeController } from './size-controller.ts';
import { SlideshowController } from './slideshow-controller.ts';
import { Stage } from './stage.ts';
import { TimeBar } from './time-bar.ts';
import { WakeController } from './wake-controller.ts';

/** The marks of the slides are cleared every so many, or they would grow for a year. */
const MARKS_KEPT = 200;

/** The page that plays the programme in a loop. It renders; its controllers own the stream, the round and the sizes. */
export class PreauPlayer extends LitElement {
  static override styles = css`
    :host {
      position: fixed;
      inset: 0;
      display: block;
      container-type: size;
      cursor: none;
    }
    .stage,
    .layer {
      position: absolute;
      inset: 0;
      overflow: hidden;
      contain: strict;
    }
    .stage {
      container-type: size;
    }
    .layer {
      background: var(--paper);
    }
    .dark {
      background: #000;
    }
    .bar,
    .list {
      --u: calc(min(100cqw, 100cqh) / 1080);
    }
    .bar {
      position: absolute;
      inset: auto 0 0 0;
      height: calc(8 * var(--u));
      transform: scaleX(0);
      transform-origin: left;
      background: currentColor;
      pointer-events: none;
      z-index: 3;
    }
    .list:not(:focus-within) {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .list:focus-within {
      position: absolute;
      inset: 5cqh 5cqw auto auto;
      z-index: 4;
      max-height: 90cqh;
      overflow: auto;
      padding: calc(40 * var(--u));
      background: var(--paper);
      color: var(--ink);
      font: 400 calc(32 * var(--u)) / 1.4 var(--font-text);
      cursor: auto;
    }
    button {
      font: inherit;
      padding: 0.5em 1em;
    }
  `;

  @query('.stage', true) private readonly stageElement!: HTMLElement;
  @query('.bar', true) private readonly barElement!: HTMLElement;
  /** Id of the slide on the wall, and whether someone has paused it: what the list tells. */
  @state() private current: string | null = null;
  @state() private paused = false;

  readonly #screen = new URLSearchParams(location.search).get('screen') ?? '';
  readonly #programme = new ProgrammeController(this, this.#screen);
  readonly #slideshow = new SlideshowController(this, this.#programme.programme$, {
    stage: () => this.#stage,
    context: () => this.#context(),
    painted: (id, slide, durationMs, accent) => this.#painted(id, slide, durationMs, accent),
    unplayable: (id) => this.#report(this.current, id),
  });
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #size = new SizeController(this, () => this.#slideshow.again());
  #stage!: Stage;
  #bar!: TimeBar;
  #marks = 0;

  constructor() {
    super();
    new WakeController(this, this.#programme.programme$);
    new ConnectionController(this, this.#programme.programme$, () => this.#report(null));
  }

  protected override render(): TemplateResult {
    return html`
      <main class="stage" aria-label="À l’écran"></main>
      <div class="bar" aria-hidden="true"></div>
      <section class="list" aria-labelledby="programme">
        ${programmeList(this.#programme.programme, this.current, this.paused, () => this.#toggle())}
      </section>
    `;
  }

  protected override firstUpdated(): void {
    this.#stage = new Stage(this.stageElement);
    this.#bar = new TimeBar(this.barElement);
    this.#slideshow.awaitProgramme();
  }

  protected override updated(): void {
    const { programme } = this.#programme;
    if (programme) document.documentElement.dataset.theme = programme.theme;
  }

  #context(): SlideContext {
    const { programme, clock } = this.#programme;
    const at = programme?.at ?? new Date(clock.now()).toISOString();
    return {
      day: programme?.day ?? at.slice(0, 10),
      week: programme?.week ?? [],
      theme: programme?.theme ?? 'clair',
      at,
      now: () => clock.now(),
      reducedMotion: this.#motion.matches,
      stage: this.#size.size,
    };
  }

  #painted(id: string, slide: Slide | null, durationMs: number, accent: string): void {
    document.documentElement.dataset.slide = id;
    this.current = slide?.id ?? null;
    if (!slide) {
      this.#bar.clear();
      return;
    }
    document.title = `${slide.title} – Préau`;
    this.#bar.start(durationMs, accent, this.#motion.matches || slide.kind === 'idle');
    if (this.paused) this.#bar.pause();
    if (this.#marks++ % MARKS_KEPT === 0) performance.clearMarks('slide');
    performance.mark('slide', { detail: { id, kind: slide.kind } });
    this.#report(id);
  }

  #report(slide: string | null, unplayable?: string): void {
    void reportScreen({ screen: this.#screen, slide, ...(unplayable && { unplayable }) }, this.#size.size);
  }

  #toggle(): void {
    this.paused = !this.paused;
    if (this.paused) {
      this.#slideshow.pause();
      this.#bar.pause();
    } else {
      this.#slideshow.resume();
      this.#bar.resume();
    }
  }
}

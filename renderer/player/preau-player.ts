import { html, LitElement, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Slide } from '../../main/contract.ts';
import { idsOf } from '../../main/pairs.ts';
import type { HeadLook, SlideContext } from '../slides/preau-slide.ts';
import { askedBy } from './asked.ts';
import { ConnectionController } from './connection-controller.ts';
import { headTemplate } from './head-template.ts';
import { playerStyles } from './player-styles.ts';
import { ProgrammeController } from './programme-controller.ts';
import { programmeList } from './programme-list.ts';
import { Pulse } from './pulse.ts';
import { reportScreen } from './screen-report.ts';
import { SizeController } from './size-controller.ts';
import { SlideshowController } from './slideshow-controller.ts';
import { Stage } from './stage.ts';
import { setTheme } from './theme.ts';
import { TimeBar } from './time-bar.ts';
import { WakeController } from './wake-controller.ts';
import type { WallHead } from './wall-head.ts';

/** The performance marks of the slides are cleared after so many: they would otherwise use memory for as long as the page runs. */
const MAX_MARKS = 200;

/** The player: plays the programme in a loop. It renders; its controllers own the stream, the round and the sizes. */
export class PreauPlayer extends LitElement {
  static override styles = playerStyles;

  @query('.stage', true) private readonly stageElement!: HTMLElement;
  @query('.bar', true) private readonly barElement!: HTMLElement;
  @query('.head') private readonly head!: WallHead | null;
  /** Ids of what is on the wall, and whether someone has paused the round: the list shows both. */
  @state() private current: readonly string[] = [];
  @state() private paused = false;

  readonly #asked = askedBy(location.search);
  readonly #programme = new ProgrammeController(this, this.#asked);
  readonly #slideshow = new SlideshowController(this, this.#programme.programme$, {
    stage: () => this.#stage,
    context: () => this.#context(),
    painted: (id, slide, durationMs, accent) => this.#painted(id, slide, durationMs, accent),
    darkened: () => this.#darkened(),
    unplayable: (id) => this.#report(this.current[0] ?? null, id),
  });
  readonly #now = (): number => this.#programme.clock.now();
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #size = new SizeController(
    this,
    () => this.stageElement,
    () => this.#slideshow.repaint(),
  );
  /** How the head looks above the slide on the wall. */
  #look: HeadLook = 'paper';
  readonly #pulse = new Pulse(document.documentElement);
  #stage!: Stage;
  #bar!: TimeBar;
  #marks = 0;
  readonly #wake: WakeController;

  constructor() {
    super();
    // Somebody who touches the screen gets no menu, and drags no picture.
    for (const event of ['contextmenu', 'dragstart']) this.addEventListener(event, (one) => one.preventDefault());
    this.#wake = new WakeController(this, this.#programme.programme$);
    new ConnectionController(this, this.#programme.programme$, () => this.#report(null));
  }

  protected override render(): TemplateResult {
    return html`
      ${headTemplate(this.#programme.programme, this.#now, this.#look)}
      <main class="stage" aria-label="À l’écran"></main>
      <div class="bar" aria-hidden="true"></div>
      <section class="list" aria-labelledby="programme">
        ${programmeList(this.#programme.programme, this.current, this.paused, () => this.#toggle())}
      </section>
    `;
  }

  protected override firstUpdated(): void {
    this.#stage = new Stage(this.stageElement, (look) => {
      this.#look = look;
      return this.head?.change(look) ?? null;
    });
    this.#bar = new TimeBar(this.barElement);
    this.#slideshow.awaitProgramme();
  }

  protected override updated(): void {
    const { programme } = this.#programme;
    if (programme) setTheme(document.documentElement, programme);
    this.head?.follow();
  }

  #context(): SlideContext {
    const { programme } = this.#programme;
    const at = programme?.at ?? new Date(this.#now()).toISOString();
    return {
      day: programme?.day ?? at.slice(0, 10),
      week: programme?.week ?? [],
      theme: programme?.theme ?? 'clair',
      at,
      now: this.#now,
      reducedMotion: this.#motion.matches,
      stage: this.#size.stage,
      headed: programme?.head !== undefined,
    };
  }

  /** Marks the page as painted, for whoever waits for it: tests, benchmarks and the service. */
  #painted(id: string, slide: Slide, durationMs: number, accent: string | null): void {
    document.documentElement.dataset.slide = id;
    this.current = idsOf(slide);
    const { slides = [], paired } = this.#programme.programme ?? {};
    // A pair stays for the time of both pictures.
    const longest = Math.max(...slides.map((each) => each.durationMs)) * (paired ? 2 : 1);
    this.#pulse.painted(Math.max(durationMs, longest));
    if (this.paused) this.#pulse.rest();
    document.title = `${slide.title} – Préau`;
    if (accent === null || this.#motion.matches) this.#bar.clear();
    else this.#bar.start(durationMs, accent, this.paused);
    if (this.#marks++ % MAX_MARKS === 0) performance.clearMarks('slide');
    performance.mark('slide', { detail: { id, kind: slide.kind } });
    // The service knows nothing of pairs: it is told of both pictures.
    for (const each of this.current.length > 1 ? this.current : [id]) this.#report(each);
  }

  #darkened(): void {
    document.documentElement.dataset.slide = '';
    this.current = [];
    this.#pulse.rest();
    this.#bar.clear();
  }

  #report(slide: string | null, unplayable?: string): void {
    // Whoever looks at another day is no screen of the hall.
    if (this.#asked.at !== null || this.#asked.trial !== null) return;
    const { awake } = this.#wake;
    const told = { ...(unplayable && { unplayable }), ...(awake === null ? {} : { awake }) };
    void reportScreen({ screen: this.#asked.screen, slide, ...told }, this.#size.wall);
  }

  #toggle(): void {
    this.paused = !this.paused;
    if (this.paused) {
      this.#slideshow.pause();
      this.#bar.pause();
      this.#pulse.rest();
    } else {
      this.#slideshow.resume();
      this.#bar.resume();
      this.#pulse.resume();
    }
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { concatMap, from, type Observable, type Subscription } from 'rxjs';
import type { Programme, Slide } from '../../main/contract.ts';
import { idsOf, pairUp } from '../../main/pairs.ts';
import { FADE_MS } from '../../main/turn.ts';
import { STALLED_EVENT } from '../slides/preau-slide.ts';
import { askedBy } from './asked.ts';
import { ChangeQueue } from './change-queue.ts';
import { collectGarbage } from './garbage.ts';
import { keepSlides, surroundings } from './kept-slides.ts';
import {
  EMPTY_LOOP,
  isAlert,
  type Loop,
  nextInTurn,
  pageId,
  peek,
  type SlidePage,
  takePages,
  takeProgramme,
} from './loop.ts';
import { OWN_CLOCK, OWN_CLOCK_MS } from './own-clock.ts';
import { Preparation, type StageAccess } from './preparation.ts';
import type { Arrival } from './programme-controller.ts';
import type { Prepared } from './stage.ts';
import { Strikes } from './strikes.ts';
import { Wait } from './wait.ts';

/** The fade by which a change is shown at once, shorter than that of a turn; milliseconds. */
const CHANGE_FADE_MS = 250;
/** Without a programme after this time, the player's own clock is shown; milliseconds. */
const MAX_WAIT_FOR_PROGRAMME_MS = 1500;

/** What the slideshow needs of the player. */
export interface SlideshowHost extends StageAccess {
  /** A page is alone on the wall, painted completely, for `durationMs`; `accent` is the colour of its time bar. */
  painted(id: string, slide: Slide, durationMs: number, accent: string | null): void;
  /** The wall is black. */
  darkened(): void;
  unplayable(id: string): void;
}

/** Owns the round: what is prepared, shown, and for how long. What comes next is decided by the pure `loop.ts`. */
export class SlideshowController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #player: SlideshowHost;
  readonly #arrival$: Observable<Arrival>;
  readonly #preparation: Preparation;
  readonly #changes = new ChangeQueue<SlidePage>((page) => this.#play(page, CHANGE_FADE_MS));
  readonly #leave = () => this.#preparation.leave();
  #subscription: Subscription | null = null;
  #programme: Programme | null = null;
  /** Ids of pairs that could not be shown. */
  readonly #apart = new Set<string>();
  #loop: Loop = EMPTY_LOOP;
  #lit = true;
  /** Counts what is put on the wall. Each asynchronous step compares it: a newer one has taken over when it differs. */
  #turn = 0;
  /** Slides in a row that could not be shown. */
  #failures = 0;
  /** The player's own clock is on the wall, or on its way there. */
  #onOwnClock = false;
  #wait: Wait | null = null;
  #paused = false;

  constructor(host: ReactiveControllerHost, arrival$: Observable<Arrival>, player: SlideshowHost) {
    this.#host = host;
    this.#player = player;
    this.#arrival$ = arrival$;
    this.#preparation = new Preparation(player, new Strikes(localStorage, askedBy(location.search).start));
    host.addController(this);
  }

  hostConnected(): void {
    // Once the player has rendered, it is known whether the wall has a head, and what it leaves for slides.
    const rendered = (arrival: Arrival) => from(this.#host.updateComplete.then(() => arrival));
    this.#subscription = this.#arrival$.pipe(concatMap(rendered)).subscribe((arrival) => this.#take(arrival));
    window.addEventListener('pagehide', this.#leave);
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    window.removeEventListener('pagehide', this.#leave);
    this.#turn++;
    this.#wait?.cancel();
    this.#preparation.drop();
  }

  pause(): void {
    this.#paused = true;
    this.#wait?.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#wait?.resume();
  }

  /** Waits for the first programme; shows the player's own clock when it does not come. */
  awaitProgramme(): void {
    this.#hold(MAX_WAIT_FOR_PROGRAMME_MS);
  }

  /** The stage has another size: sets the page on the wall, or the one that is about to be there, anew. */
  repaint(): void {
    this.#pairAnew();
    const { showing, slides } = this.#loop;
    const slide = slides.find(({ id }) => id === showing?.id);
    const page = slide && showing ? { slide, page: showing.page } : this.#player.stage().shown;
    this.#preparation.drop();
    if (page) void this.#play(page, 0);
  }

  #take({ programme, fresh }: Arrival): void {
    const wasLit = this.#lit;
    const isAlike = this.#programme !== null && surroundings(this.#programme) === surroundings(programme);
    const known = isAlike ? [...this.#loop.slides, ...(this.#loop.interrupted?.slides ?? [])] : [];
    this.#programme = programme;
    this.#lit = programme.lit || isAlert(programme.slides);
    const played = this.#played(programme);
    const move = takeProgramme(this.#loop, { ...played, slides: keepSlides(known, played.slides) }, fresh);
    this.#loop = move.loop;
    if (!this.#lit || programme.slides.length === 0) {
      this.#loop = { ...move.loop, at: null, showing: null };
      this.#changes.clear();
      if (this.#lit) void this.#play(OWN_CLOCK, CHANGE_FADE_MS);
      else if (wasLit) void this.#darken();
      return;
    }
    // What could not be shown may be there now: a service that died has taken its pictures with it, and is back.
    if (!move.show && this.#onOwnClock) this.#next();
    else if (!move.show) this.#preparation.ahead(peek(this.#loop));
    else if (isAlert(programme.slides)) void this.#changes.interrupt(move.show);
    else void this.#changes.add(move.show);
  }

  /** The programme as it is played on this wall. */
  #played(programme: Programme): Programme {
    if (!programme.paired) return programme;
    return { ...programme, slides: [...pairUp(programme.slides, this.#player.context().stage, this.#apart)] };
  }

  /** Composes the pairs anew: the wall has another shape, or a pair cannot be shown. The place in the round stays. */
  #pairAnew(): void {
    if (!this.#programme?.paired || this.#loop.showing === null) return;
    this.#loop = takeProgramme(this.#loop, this.#played(this.#programme), true).loop;
  }

  #next(): void {
    const move = nextInTurn(this.#loop);
    this.#loop = move.loop;
    void this.#play(move.show ?? OWN_CLOCK, FADE_MS);
  }

  async #play(page: SlidePage, fadeMs: number): Promise<void> {
    const turn = ++this.#turn;
    this.#onOwnClock = page === OWN_CLOCK;
    this.#wait?.cancel();
    const prepared = await this.#preparation.take(page);
    if (turn !== this.#turn) {
      if (prepared) this.#player.stage().discard(prepared);
      return;
    }
    if (!prepared) {
      this.#skip(page.slide);
      return;
    }
    this.#failures = 0;
    const stalled = (): void => {
      if (turn === this.#turn) this.#skip(page.slide);
    };
    prepared.content?.element.addEventListener(STALLED_EVENT, stalled, { once: true });
    try {
      await this.#reveal(prepared, fadeMs);
      if (turn === this.#turn) this.#hasRevealed(prepared);
    } catch (error) {
      // The slide failed after it was put on the wall. It still gets its time, or the round would stop at it for ever.
      if (turn === this.#turn) this.#hold(page.slide.durationMs);
      reportError(error);
    }
  }

  /** The page is alone on the wall: decides how long it stays, clears up after the one before, and prepares what comes next. */
  #hasRevealed({ content }: Prepared): void {
    if (!content) return;
    const { slide, page, element } = content;
    const durationMs = element.durationMs();
    this.#loop = takePages(this.#loop, element.pageCount(), durationMs);
    this.#hold(durationMs);
    this.#player.painted(pageId(slide.id, page), slide, durationMs, element.accent);
    collectGarbage();
    this.#preparation.ahead(peek(this.#loop));
  }

  async #darken(): Promise<void> {
    const turn = ++this.#turn;
    this.#wait?.cancel();
    this.#preparation.drop();
    await this.#reveal(this.#player.stage().prepareDark(), FADE_MS);
    if (turn === this.#turn) this.#player.darkened();
  }

  /** The slide cannot be shown: the next one, or, where none of them can, the player's own clock for a while. */
  #skip(slide: Slide): void {
    if (idsOf(slide).length > 1) {
      // One of the two may well be shown: each has the wall to itself.
      this.#apart.add(slide.id);
      this.repaint();
      return;
    }
    this.#player.unplayable(slide.id);
    this.#failures++;
    if (this.#failures < this.#loop.slides.length) {
      this.#next();
      return;
    }
    this.#failures = 0;
    if (slide.kind !== 'idle') void this.#play(OWN_CLOCK, FADE_MS);
    else this.#hold(OWN_CLOCK_MS);
  }

  /** Shows the next page after this time. */
  #hold(ms: number): void {
    this.#wait?.cancel();
    this.#wait = new Wait(ms, () => this.#next());
    if (this.#paused) this.#wait.pause();
  }

  #reveal(prepared: Prepared, fadeMs: number): Promise<void> {
    return this.#player.stage().reveal(prepared, this.#player.context().reducedMotion ? 0 : fadeMs);
  }
}

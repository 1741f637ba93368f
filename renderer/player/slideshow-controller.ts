import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { auditTime, filter, merge, type Observable, type Subscription, share } from 'rxjs';
import type { Slide } from '../../main/contract.ts';
import { STALLED_EVENT } from '../slides/video/video-slide.ts';
import { idleSlide, RESPITE_MS } from './idle-slide.ts';
import type { Loop, Move } from './loop.ts';
import { emptyLoop, isAlert, nextInTurn, pageId, peek, takePages, takeProgramme } from './loop.ts';
import { Preparation, type Show, type Workplace } from './preparation.ts';
import type { Arrival } from './programme-controller.ts';
import type { Prepared } from './stage.ts';
import { Wait } from './wait.ts';

/** A fade in turn, and the shorter one by which a change is shown at once; milliseconds. */
const FADE_MS = 600;
const CHANGE_FADE_MS = 250;
/** Changes within so long of the first are one burst; milliseconds. */
const BURST_MS = 50;
/** How long a first programme is waited for before the clock is shown; milliseconds. */
const PATIENCE_MS = 1500;

/** What the slideshow needs of the page around it. */
export interface Surroundings extends Workplace {
  /** A page is alone on the wall, painted in full, for `durationMs`. */
  painted(id: string, slide: Slide | null, durationMs: number, accent: string): void;
  unplayable(id: string): void;
}

/** Owns the round: what is prepared, shown, and for how long. What comes next is decided by the pure `loop.ts`. */
export class SlideshowController implements ReactiveController {
  readonly #around: Surroundings;
  readonly #arrival$: Observable<Arrival>;
  readonly #preparation: Preparation;
  #subscription: Subscription | null = null;
  #loop: Loop = emptyLoop;
  #lit = true;
  #turn = 0;
  #failures = 0;
  #wait: Wait | null = null;
  #paused = false;
  #changing = false;
  #pending: Show | null = null;

  constructor(host: ReactiveControllerHost, arrival$: Observable<Arrival>, around: Surroundings) {
    this.#around = around;
    this.#arrival$ = arrival$;
    this.#preparation = new Preparation(around);
    host.addController(this);
  }

  get paused(): boolean {
    return this.#paused;
  }

  hostConnected(): void {
    const arrival$ = this.#arrival$.pipe(share());
    // An alert is never waited for.
    const pressing = (arrival: Arrival): boolean => arrival.fresh || isAlert(arrival.programme.slides);
    this.#subscription = merge(
      arrival$.pipe(filter(pressing)),
      // Not a pause that each change prolongs: while photos come by the hundred, the wall would stand still.
      arrival$.pipe(
        auditTime(BURST_MS),
        filter((arrival) => !pressing(arrival)),
      ),
    ).subscribe((arrival) => this.#take(arrival));
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
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

  /** Until a first programme comes: after a moment, the player's own clock. */
  awaitProgramme(): void {
    this.#hold(PATIENCE_MS);
  }

  /** The stage has another size: the page on the wall, or the one that is about to be, is set anew. */
  again(): void {
    const { showing, slides } = this.#loop;
    const slide = slides.find(({ id }) => id === showing?.id);
    const shown = this.#around.stage().shown;
    this.#preparation.drop();
    if (slide && showing) void this.#play({ slide, page: showing.page }, 0);
    else if (shown?.slide) void this.#play({ slide: shown.slide, page: shown.page }, 0);
  }

  #take({ programme, fresh }: Arrival): void {
    const wasLit = this.#lit;
    this.#lit = programme.lit || isAlert(programme.slides);
    const move = takeProgramme(this.#loop, programme, fresh);
    this.#loop = move.loop;
    if (!this.#lit || programme.slides.length === 0) {
      this.#pending = null;
      this.#loop = { ...move.loop, at: null, showing: null };
      if (this.#lit) void this.#play({ slide: idleSlide(), page: 0 }, CHANGE_FADE_MS);
      else if (wasLit) void this.#darken();
      return;
    }
    if (move.show) void this.#change(move.show, isAlert(programme.slides));
    else this.#preparation.ahead(peek(this.#loop));
  }

  /**
   * One change at a time, and what arrives meanwhile is one next change: while files are copied one after the other, a
   * newer one would otherwise always come before the last is painted, and none would reach the wall. Alerts do not wait.
   */
  async #change(show: Show, urgent: boolean): Promise<void> {
    if (urgent) this.#pending = null;
    else if (this.#changing) {
      this.#pending = show;
      return;
    }
    this.#changing = true;
    try {
      await this.#play(show, CHANGE_FADE_MS);
    } finally {
      this.#changing = false;
    }
    const next = this.#pending;
    this.#pending = null;
    if (next) void this.#change(next, false);
  }

  #next(fadeMs = FADE_MS): void {
    const move: Move = nextInTurn(this.#loop);
    this.#loop = move.loop;
    void this.#play(move.show ?? { slide: idleSlide(), page: 0 }, fadeMs);
  }

  async #play(show: Show, fadeMs: number): Promise<void> {
    const turn = ++this.#turn;
    this.#wait?.cancel();
    const prepared = await this.#preparation.take(show);
    if (turn !== this.#turn) {
      if (prepared) this.#around.stage().discard(prepared);
      return;
    }
    if (!prepared) {
      this.#skip(show.slide);
      return;
    }
    this.#failures = 0;
    const stalled = (): void => {
      if (turn === this.#turn) this.#skip(show.slide);
    };
    prepared.element?.addEventListener(STALLED_EVENT, stalled, { once: true });
    try {
      await this.#around.stage().reveal(prepared, this.#reduced ? 0 : fadeMs);
      if (turn === this.#turn) this.#settle(show, prepared);
    } catch (error) {
      // It stands on the wall, and fails all the same: without this the round would stop at it for ever.
      if (turn === this.#turn) this.#hold(show.slide.durationMs);
      reportError(error);
    }
  }

  /** The slide is alone on the wall: for how long, and what comes next. */
  #settle(show: Show, { element }: Prepared): void {
    this.#loop = takePages(this.#loop, element?.pageCount() ?? 1);
    const durationMs = element?.durationMs() ?? RESPITE_MS;
    this.#hold(durationMs);
    this.#around.painted(pageId(show.slide.id, show.page), show.slide, durationMs, element?.accent ?? '');
    this.#preparation.ahead(peek(this.#loop));
  }

  async #darken(): Promise<void> {
    const turn = ++this.#turn;
    this.#wait?.cancel();
    this.#preparation.drop();
    const dark = this.#around.stage().prepareDark();
    await this.#around.stage().reveal(dark, this.#reduced ? 0 : FADE_MS);
    if (turn === this.#turn) this.#around.painted('', null, 0, '');
  }

  /** The slide cannot be shown: the next one, or, where none of them can, the clock for a while. */
  #skip(slide: Slide): void {
    this.#around.unplayable(slide.id);
    this.#failures++;
    if (this.#failures < this.#loop.slides.length) {
      this.#next();
      return;
    }
    this.#failures = 0;
    if (slide.kind !== 'idle') void this.#play({ slide: idleSlide(), page: 0 }, FADE_MS);
    else this.#hold(RESPITE_MS);
  }

  #hold(ms: number): void {
    this.#wait?.cancel();
    this.#wait = new Wait(ms, () => this.#next());
    if (this.#paused) this.#wait.pause();
  }

  get #reduced(): boolean {
    return this.#around.context().reducedMotion;
  }
}

import type { SlideContext } from '../slides/preau-slide.ts';
import type { SlidePage } from './loop.ts';
import type { Prepared, Stage } from './stage.ts';
import type { Strikes } from './strikes.ts';

/** Where pages are prepared. The stage exists once the player has rendered. */
export interface StageAccess {
  readonly stage: () => Stage;
  readonly context: () => SlideContext;
}

/** A page that is prepared ahead of its turn. */
interface Ahead {
  readonly page: SlidePage;
  readonly prepared: Promise<Prepared>;
  hasFailed: boolean;
}

/** A page that has been on the wall for so many times its time does not leave in order: somebody had it loaded again. */
const MAX_TIMES = 2;

/** Prepares pages on the stage, and the following one ahead of its turn. */
export class Preparation {
  readonly #access: StageAccess;
  readonly #strikes: Strikes;
  /** The page that was taken last, and when. */
  #taken: { readonly page: SlidePage; readonly atMs: number } | null = null;
  #ahead: Ahead | null = null;

  constructor(access: StageAccess, strikes: Strikes) {
    this.#access = access;
    this.#strikes = strikes;
  }

  /** The page, prepared now or ahead of its turn; null where it cannot be shown: the caller skips and reports it. */
  async take(page: SlidePage): Promise<Prepared | null> {
    const ahead = this.#ahead;
    this.#ahead = null;
    this.#risk(page);
    const isReady = ahead !== null && isSamePage(ahead.page, page);
    if (ahead && !isReady) this.#release(ahead.prepared);
    try {
      const prepared = await (isReady ? ahead.prepared : this.#prepare(page));
      this.#hasPassed(page);
      return prepared;
    } catch {
      return null;
    }
  }

  /** Begins to prepare the page that comes next; null: none does. A page that is prepared stays; one that failed is tried again. */
  ahead(page: SlidePage | null): void {
    if (page && this.#ahead && !this.#ahead.hasFailed && isSamePage(this.#ahead.page, page)) return;
    this.drop();
    if (!page) return;
    this.#risk(page);
    const ahead: Ahead = { page, prepared: this.#prepare(page), hasFailed: false };
    // `take` meets this failure again, and reports it.
    ahead.prepared.catch(() => {
      ahead.hasFailed = true;
    });
    this.#ahead = ahead;
  }

  /** Discards what was prepared ahead. */
  drop(): void {
    if (this.#ahead) this.#release(this.#ahead.prepared);
    this.#ahead = null;
    this.#risk();
  }

  /** The page is about to be left. */
  leave(): void {
    const { page, atMs } = this.#taken ?? {};
    const isLate = page && performance.now() - (atMs ?? 0) > MAX_TIMES * page.slide.durationMs;
    if (!isLate) this.#strikes.risk();
  }

  /** The page takes the place of the one before, which has had its time. */
  #hasPassed(page: SlidePage): void {
    if (this.#taken) this.#strikes.passed(this.#taken.page.slide.id);
    this.#taken = { page, atMs: performance.now() };
  }

  #risk(...more: readonly SlidePage[]): void {
    const pages = this.#taken ? [this.#taken.page, ...more] : more;
    this.#strikes.risk(...pages.map(({ slide }) => slide.id));
  }

  async #prepare(page: SlidePage): Promise<Prepared> {
    if (this.#strikes.isAside(page.slide.id)) throw new Error(`The slide ${page.slide.id} is put aside.`);
    return this.#access.stage().prepare(page, this.#access.context());
  }

  #release(prepared: Promise<Prepared>): void {
    // A page that failed has left nothing to discard.
    prepared.then(
      (page) => this.#access.stage().discard(page),
      () => undefined,
    );
  }
}

function isSamePage(a: SlidePage, b: SlidePage): boolean {
  return a.slide === b.slide && a.page === b.page;
}

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
  readonly context: SlideContext;
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
    const isReady = ahead !== null && looksSame(ahead, page, this.#access.context());
    if (ahead && !isReady) this.#release(ahead.prepared);
    try {
      const prepared = await (isReady ? ahead.prepared : this.#prepare(page, this.#access.context()));
      this.#hasPassed(page);
      return prepared;
    } catch {
      return null;
    }
  }

  /**
   * Begins to prepare the page that comes next; null: none does. A page that is prepared already stays as it is, also where
   * the same slide has come once more in another programme; one that failed gets another try.
   */
  ahead(page: SlidePage | null): void {
    const context = this.#access.context();
    if (page && this.#ahead && !this.#ahead.hasFailed && looksSame(this.#ahead, page, context)) return;
    this.drop();
    if (!page) return;
    this.#risk(page);
    const ahead: Ahead = { page, context, prepared: this.#prepare(page, context), hasFailed: false };
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

  async #prepare(page: SlidePage, context: SlideContext): Promise<Prepared> {
    if (this.#strikes.isAside(page.slide.id)) throw new Error(`The slide ${page.slide.id} is put aside.`);
    return this.#access.stage().prepare(page, context);
  }

  #release(prepared: Promise<Prepared>): void {
    // A page that failed has left nothing to discard.
    prepared.then(
      (page) => this.#access.stage().discard(page),
      () => undefined,
    );
  }
}

/** Whether this page looks in this context as what was prepared ahead. A stage of another size drops what was prepared. */
function looksSame(ahead: Ahead, page: SlidePage, { day, week, theme, headed }: SlideContext): boolean {
  const before = ahead.context;
  return (
    ahead.page.page === page.page &&
    before.theme === theme &&
    before.headed === headed &&
    isSame([ahead.page.slide, before.day, before.week], [page.slide, day, week])
  );
}

/** Compares what came as JSON from the same service: the order of its keys is the same. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

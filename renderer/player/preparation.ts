import type { SlideContext } from '../slides/preau-slide.ts';
import type { SlidePage } from './loop.ts';
import type { Prepared, Stage } from './stage.ts';

/** Where pages are prepared. The stage exists once the player has rendered. */
export interface StageAccess {
  readonly stage: () => Stage;
  readonly context: () => SlideContext;
}

/** Prepares pages on the stage, and the following one ahead of its turn. */
export class Preparation {
  readonly #access: StageAccess;
  #ahead: { readonly page: SlidePage; readonly prepared: Promise<Prepared> } | null = null;

  constructor(access: StageAccess) {
    this.#access = access;
  }

  /** The page, prepared now or ahead of its turn; null where it cannot be shown: the caller skips and reports it. */
  async take(page: SlidePage): Promise<Prepared | null> {
    const ahead = this.#ahead;
    this.#ahead = null;
    const isReady = ahead !== null && isSamePage(ahead.page, page);
    if (ahead && !isReady) this.#release(ahead.prepared);
    try {
      return await (isReady ? ahead.prepared : this.#prepare(page));
    } catch {
      return null;
    }
  }

  /** Begins to prepare the page that comes next; null: none does. */
  ahead(page: SlidePage | null): void {
    if (page && this.#ahead && isSamePage(this.#ahead.page, page)) return;
    this.drop();
    if (!page) return;
    const prepared = this.#prepare(page);
    // `take` meets this failure again, and reports it.
    prepared.catch(() => undefined);
    this.#ahead = { page, prepared };
  }

  /** Discards what was prepared ahead. */
  drop(): void {
    if (this.#ahead) this.#release(this.#ahead.prepared);
    this.#ahead = null;
  }

  #prepare(page: SlidePage): Promise<Prepared> {
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

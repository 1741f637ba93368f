import type { Move } from './loop.ts';
import type { Prepared, Stage } from './stage.ts';

/** A page of a slide, to be shown. */
export type Show = NonNullable<Move['show']>;

/** Where pages are made ready. */
export interface Workplace {
  readonly stage: () => Stage;
  readonly context: () => Parameters<Stage['prepare']>[2];
}

/** Makes pages ready on the stage, and the following one ahead of its turn. */
export class Preparation {
  readonly #place: Workplace;
  #ahead: ({ readonly prepared: Promise<Prepared> } & Show) | null = null;

  constructor(place: Workplace) {
    this.#place = place;
  }

  /** The page, made ready by now or ahead; null where it cannot be shown: it is skipped and reported by who asked. */
  async take({ slide, page }: Show): Promise<Prepared | null> {
    const ahead = this.#ahead;
    this.#ahead = null;
    const ready = ahead && ahead.slide === slide && ahead.page === page;
    if (ahead && !ready) this.#release(ahead.prepared);
    const { stage, context } = this.#place;
    try {
      return await (ready ? ahead.prepared : stage().prepare(slide, page, context()));
    } catch {
      return null;
    }
  }

  /** Begins with the page that comes next; null: none does. */
  ahead(coming: Show | null): void {
    if (coming && this.#ahead?.slide === coming.slide && this.#ahead.page === coming.page) return;
    this.drop();
    if (!coming) return;
    const prepared = this.#place.stage().prepare(coming.slide, coming.page, this.#place.context());
    // A failure is met again, and told, when its turn comes.
    prepared.catch(() => undefined);
    this.#ahead = { prepared, ...coming };
  }

  /** What was made ready ahead is not wanted any more. */
  drop(): void {
    if (this.#ahead) this.#release(this.#ahead.prepared);
    this.#ahead = null;
  }

  #release(prepared: Promise<Prepared>): void {
    // One that failed has left nothing to discard.
    prepared.then(
      (one) => this.#place.stage().discard(one),
      () => undefined,
    );
  }
}

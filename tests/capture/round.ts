import type { Page } from '@playwright/test';
import { nextIsPrepared } from '../support/wall.ts';

/** One page of one slide, alone on the wall. */
export interface Shot {
  /** `ID`, or `ID~2` for its second page. */
  readonly id: string;
  readonly kind: string;
  readonly png: Buffer;
}

/** A slide that is not painted after this real time will not be; milliseconds. */
const MAX_PAINT_MS = 60_000;

/** Longer than most pages stay, by the clock of the page; milliseconds. */
const A_PAGE_MS = 31_000;
/** How long the next page is waited for, and how long a fade takes on a slow machine; milliseconds of real time. */
const MAX_PREPARE_MS = 20_000;
const MAX_FADE_MS = 3_000;

/** Pages painted again in a row, after which no new one is expected: more than a turn has. */
const MAX_REPEATS = 100;

interface Mark {
  readonly id: string;
  readonly kind: string;
}

/** Runs in the page: keeps the marks of the player, which clears them from time to time. */
function keepMarks(): void {
  const kept: Mark[] = [];
  Object.assign(window, { preauMarks: kept });
  const mark = performance.mark.bind(performance);
  performance.mark = (name: string, options?: PerformanceMarkOptions) => {
    if (name === 'slide') kept.push(options?.detail as Mark);
    return mark(name, options);
  };
}

const marks = (page: Page): Promise<Mark[]> =>
  page.evaluate(() => (window as unknown as { preauMarks: Mark[] }).preauMarks);

/** Resolves when nothing moves any more: leaves have grown, messages have appeared. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    const running = new Set(roots.flatMap((root) => root.getAnimations()));
    const ends = [...running].filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ends.map((animation) => animation.finished));
  });
}

/** Jumps over the time that a page stays, once the next one is prepared, or, where there is none, after a while. */
async function jump(page: Page): Promise<void> {
  const prepared = page.evaluate(nextIsPrepared);
  await Promise.race([prepared, new Promise((resolve) => setTimeout(resolve, MAX_PREPARE_MS))]);
  await page.clock.fastForward(A_PAGE_MS);
}

/** What the player says of itself, for the error of a round that stands still. */
const stateOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { slide = 'none', pulse = 'none' } = document.documentElement.dataset;
    const layers = document.querySelector('preau-player')?.shadowRoot?.querySelectorAll<HTMLElement>('.layer') ?? [];
    const words = [...layers].map(({ ariaHidden, dataset }) =>
      [ariaHidden ? 'below' : 'on the wall', 'prepared' in dataset ? 'prepared' : 'in preparation'].join(', '),
    );
    return `slide ${slide}, pulse ${pulse}, clock ${Math.round(performance.now() / 1000)} s, layers: ${words.join('; ')}`;
  });

/** The mark of page `n` once it is there; undefined where it does not come in the time of a fade. */
async function markSoon(page: Page, n: number): Promise<Mark | undefined> {
  const giveUp = performance.now() + MAX_FADE_MS;
  for (;;) {
    const mark = (await marks(page))[n];
    if (mark || performance.now() > giveUp) return mark;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Opens the player at `url` and yields each page that it paints, once, until all of `slides` (ids) have been painted: what is
 * in quantity takes several turns. After `MAX_REPEATS` pages that were seen before, no other page is waited for: some slide
 * cannot be played. The clock of the page jumps over the time that slides are shown: to run through it, every frame of it, takes a
 * quarter of an hour at 3840x2160. Fades take their 600 ms.
 */
export async function* playRound(page: Page, url: string, slides: readonly string[]): AsyncGenerator<Shot> {
  await page.clock.install();
  // After the clock is installed, because its `performance` has no marks.
  await page.addInitScript(keepMarks);
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  await page.goto(url);
  const seen = new Set<string>();
  const awaited = new Set(slides);
  let repeats = 0;
  for (let n = 0; ; n += 1) {
    let mark: Mark | undefined;
    const giveUp = performance.now() + MAX_PAINT_MS;
    while (!mark) {
      if (performance.now() > giveUp) {
        const found = [await stateOf(page), ...failures].join('\n');
        throw new Error(`Nothing painted after slide ${n} in ${MAX_PAINT_MS / 1000} s: ${found}`);
      }
      // The first page depends on the service, which takes real time; the others on the clock of the page.
      if (n > 0) await jump(page);
      mark = await markSoon(page, n);
    }
    if (seen.has(mark.id)) {
      repeats += 1;
      if (awaited.size === 0 || repeats > MAX_REPEATS) return;
      continue;
    }
    repeats = 0;
    seen.add(mark.id);
    // Two pictures that share the wall are two slides of the programme.
    for (const id of mark.id.split('+')) awaited.delete(id);
    await atRest(page);
    yield { ...mark, png: await page.screenshot() };
  }
}

import type { Page } from '@playwright/test';

/** One page of one slide, alone on the wall. */
export interface Shot {
  /** `ID`, or `ID~2` for its second page. */
  readonly id: string;
  readonly kind: string;
  readonly png: Buffer;
}

/** Real time that a slide may take to be painted, on a slow machine. */
const PATIENCE_MS = 60_000;

/** Pages painted again in a row, after which no new one is expected: more than a turn has. */
const MAX_REPEATS = 100;

interface Mark {
  readonly id: string;
  readonly kind: string;
}

/** The marks of the player, kept even when it clears its own. */
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

/** Resolves when nothing moves any more but the bar of time: a leaf has grown, a message has risen. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    const running = new Set(roots.flatMap((root) => root.getAnimations()));
    const ends = [...running].filter(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return !target?.classList.contains('bar') && Number.isFinite(effect?.getComputedTiming().endTime);
    });
    await Promise.allSettled(ends.map((animation) => animation.finished));
  });
}

/**
 * Opens the player at `url` and gives each page that it paints, once, until all of `slides` (ids) have been painted: what is
 * in quantity takes several turns. A slide that cannot be played is not waited for longer than `MAX_REPEATS`. The clock of the page is
 * moved on, so that a slide of 30 s takes none; the fades run their 600 ms.
 */
export async function* playRound(page: Page, url: string, slides: readonly string[]): AsyncGenerator<Shot> {
  await page.clock.install();
  // After the clock, whose own `performance` marks nothing.
  await page.addInitScript(keepMarks);
  await page.goto(url);
  const seen = new Set<string>();
  const awaited = new Set(slides);
  let repeats = 0;
  for (let n = 0; ; n += 1) {
    let mark: Mark | undefined;
    const giveUp = performance.now() + PATIENCE_MS;
    while (!mark) {
      if (performance.now() > giveUp) throw new Error(`Nothing painted after slide ${n} in ${PATIENCE_MS / 1000} s.`);
      mark = (await marks(page))[n];
      // The first is waited for, as the service has it when it has it; the others are due when their time has come.
      if (!mark) await (n === 0 ? page.waitForTimeout(50) : page.clock.runFor(1_000));
    }
    if (seen.has(mark.id)) {
      repeats += 1;
      if (awaited.size === 0 || repeats > MAX_REPEATS) return;
      continue;
    }
    repeats = 0;
    seen.add(mark.id);
    awaited.delete(mark.id);
    await still(page);
    yield { ...mark, png: await page.screenshot() };
  }
}

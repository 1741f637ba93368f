/** What a hurried page counts. */
export interface Count {
  /** Pages of slides painted so far. */
  readonly changes: number;
  /** The same by kind of slide. */
  readonly kinds: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    /** Set by the script of `hurryScript`. */
    counted: { changes: number; kinds: Record<string, number> };
  }
}

/**
 * Limits of the player, milliseconds: how long a slide may take to be ready, and a film may stand still. They are no part of
 * the round and keep their length, since the machine decodes no faster.
 */
const LIMITS_MS = [10_000, 20_000];

/**
 * The script that lets the round of a page run `speed` times faster: its timers, its monotonic clock and its fades. The
 * messages of the service keep their pace. Has to run before anything of the page.
 */
export const hurryScript = (speed: number) => `(${hurry})(${JSON.stringify({ speed, limits: LIMITS_MS })})`;

function hurry({ speed, limits }: { readonly speed: number; readonly limits: readonly number[] }): void {
  const now = performance.now.bind(performance);
  const later = window.setTimeout.bind(window);
  performance.now = () => now() * speed;
  const faster = (done: () => void, ms = 0) => later(done, limits.includes(ms) ? ms : ms / speed);
  window.setTimeout = faster as typeof window.setTimeout;
  const animate = Element.prototype.animate;
  // Not by the domain Animation of the DevTools: it keeps every animation that there ever was.
  Element.prototype.animate = function (frames, options) {
    const { duration, ...rest } = options as KeyframeAnimationOptions;
    return animate.call(this, frames, { ...rest, duration: Number(duration) / speed });
  };
  window.counted = { changes: 0, kinds: {} };
  new PerformanceObserver((list) => {
    for (const mark of list.getEntriesByName('slide')) {
      const { kind } = (mark as PerformanceMark).detail as { kind: string };
      window.counted.changes += 1;
      window.counted.kinds[kind] = (window.counted.kinds[kind] ?? 0) + 1;
    }
  }).observe({ type: 'mark' });
}

/** Runs in the page. */
export const counted = (): Count => window.counted;

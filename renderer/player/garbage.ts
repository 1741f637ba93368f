/** V8's own collector, which a page has where Chromium was started with `--expose-gc`, as our shells start it. */
type Collect = (options: { readonly type: 'major'; readonly execution: 'async' }) => Promise<void>;

/**
 * Collects garbage as soon as the page has nothing else to run. Left to itself, Chromium collects when a lot has gathered: the
 * pages of its heap that garbage has spread over are hardly ever given back, and a wall that is open for months grows by them.
 * Collected after each slide, the page has 40 MB of its own in place of 51 after 2,750 hurried slides. It takes 4 to 13 ms,
 * while nothing moves, and so leaves the fades alone.
 */
export function collectGarbage(): void {
  const { gc } = globalThis as { readonly gc?: Collect };
  void gc?.({ type: 'major', execution: 'async' });
}

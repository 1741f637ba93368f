import { setSize } from './fit.ts';
import { wordsOf } from './flow.ts';

/** More pages than this are not measured again in another size: it would take too long. */
const MAX_REMEASURED_PAGES = 8;

/**
 * Pages at the size `text`, or at the first of the larger sizes that gives no more pages and leaves none of them emptier.
 * Sizes are those of `--text` on `host`, in stage units; the size that was chosen stays set.
 */
export function largestPaging(
  host: HTMLElement,
  larger: readonly number[],
  text: number,
  measure: () => DocumentFragment[],
): DocumentFragment[] {
  setSize(host, '--text', text);
  const pages = measure();
  if (pages.length > MAX_REMEASURED_PAGES) return pages;
  for (const size of larger) {
    setSize(host, '--text', size);
    const found = measure();
    if (found.length <= pages.length && fewestWords(found) >= fewestWords(pages)) return found;
  }
  setSize(host, '--text', text);
  return pages;
}

/** Words on the emptiest page. */
const fewestWords = (pages: readonly DocumentFragment[]): number => Math.min(...pages.map(wordsOf));

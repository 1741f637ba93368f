import { countWords, MAX_PAGE_WORDS } from '../../main/reading-time.ts';

/** Whether all that is written in a page can be read in the longest time a page stays. */
export function isReadable(page: Node): boolean {
  return countWords(page.textContent ?? '') <= MAX_PAGE_WORDS;
}

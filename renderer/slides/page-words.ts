import { countWords } from '../text/reading.ts';

/** A page stays 30 s at most, 4 of them to find it, and 2.5 words are read in one second (design, section 8). */
export const PAGE_WORDS = 65;

/** Whether all that is written in a page can be read while it stays. */
export function isReadable(page: Node, most = PAGE_WORDS): boolean {
  return countWords(page.textContent ?? '') <= most;
}

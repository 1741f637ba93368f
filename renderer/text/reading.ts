/** Words of a text, as a reader counts them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.:-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Words that are read in the longest time a page stays: 30 s, 4 of them to find it (design, section 8). */
export const PAGE_WORDS = 65;

/** Whether all that is written in a page can be read while it stays. */
export function isReadable(page: Node): boolean {
  return countWords(page.textContent ?? '') <= PAGE_WORDS;
}

/** Milliseconds to read a page: 4 s and 1 s for each 2.5 words, from 8 s to 30 s (design, section 8). */
export function readingMs(text: string): number {
  return Math.round(Math.min(30, Math.max(8, 4 + countWords(text) / 2.5)) * 1000);
}

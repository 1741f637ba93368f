/**
 * How long a text takes to read. The service gives slides their durations with it, and the player its pages: both must count
 * words alike, so this file, `pairs.ts`, `turn.ts` and the types of `contract.ts` are all that `renderer/` may import of `main/`. It imports nothing.
 */

/** Words a passer-by reads in a second, from some metres away. */
export const WORDS_PER_SECOND = 2.5;

/** Seconds to find the text on the wall, before the first word. */
const SECONDS_TO_FIND = 4;
const MIN_SECONDS = 8;
const MAX_SECONDS = 30;

/** Words that are read in the longest time a page stays. */
export const MAX_PAGE_WORDS = (MAX_SECONDS - SECONDS_TO_FIND) * WORDS_PER_SECOND;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.:-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Words of a plain text. A word is a run of letters and figures; an apostrophe, a point, a colon or a hyphen inside it does
 * not end it, so « l’été », « rendez-vous » and « 9:41 » are one word each. Punctuation that stands alone is none.
 */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** Whether a text has more words than are read in the longest time: an agenda of a thousand lines need not be counted. */
function isLong(text: string): boolean {
  let words = 0;
  for (const _word of text.matchAll(WORD)) if (++words > MAX_PAGE_WORDS) return true;
  return false;
}

/** The plain text of HTML that was made from Markdown, for counting its words: tags and entities are not words. */
export function plainText(html: string): string {
  return html.replace(/<[^>]*>|&\w+;/gu, ' ');
}

/** Milliseconds to read a plain text: 4 s and 1 s for each 2.5 words, from 8 s to 30 s. */
export function readingTimeMs(text: string): number {
  if (isLong(text)) return MAX_SECONDS * 1000;
  const seconds = SECONDS_TO_FIND + countWords(text) / WORDS_PER_SECOND;
  return Math.round(Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, seconds)) * 1000);
}

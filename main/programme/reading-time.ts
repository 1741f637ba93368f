/** A slide lasts as long as it takes to read: 4 s and 1 s for each 2.5 words, from 8 s to 30 s. */
export function readingTimeMs(text: string): number {
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return Math.round(Math.min(30, Math.max(8, 4 + words / 2.5)) * 1000);
}

/** How long a picture stays, milliseconds. */
export const PICTURE_MS = 12_000;

/** How long a tree stays: long enough to lift five messages one after the other. */
export const TREE_MS = 30_000;

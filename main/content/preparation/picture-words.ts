import { reachesPerson } from '../privacy/public-lines.ts';

/** What pictures say that were made of words: the pages of a deck or of an old document, a drawing. */
export interface PictureWords {
  /** The first lines. */
  readonly lines: readonly string[];
  /** Whether any line, also behind the first ones, has the number or the address of a person. */
  readonly reachesPerson: boolean;
}

/** A deck that says nothing of a day in so many lines hardly does so behind them. */
const MAX_LINES = 300;
const MAX_LINE = 500;

/** The words of some lines, without the empty ones. Long texts take a second: call it in a thread. */
export function pictureWords(lines: readonly string[]): PictureWords {
  const written = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  return {
    lines: written.slice(0, MAX_LINES).map((line) => line.slice(0, MAX_LINE)),
    reachesPerson: reachesPerson(written.map((text) => ({ text, level: 0 }))),
  };
}

/** The words of one part after another. */
export function joinWords(before: PictureWords | null, after: PictureWords): PictureWords {
  if (before === null) return after;
  return {
    lines: [...before.lines, ...after.lines].slice(0, MAX_LINES),
    reachesPerson: before.reachesPerson || after.reachesPerson,
  };
}

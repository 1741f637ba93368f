import type { Block } from '../documents/block.ts';
import { outline } from './outline.ts';
import type { PressRelease } from './press-release.ts';
import { createDateReader, type ReleaseContext, releaseDay } from './read-dates.ts';
import { readEvents } from './release-reader.ts';

/** A text is a press release from this many events under dated headings on (design, section 8, rule 4). */
const FEWEST_EVENTS = 2;
/** Blocks in which a release says when it was written. */
const OPENING_BLOCKS = 30;

/**
 * The events of a press release, by its structure: date headings, event headings under them, paragraphs under those.
 * null where fewer than two are announced, or none has a date: then it is another kind of text.
 */
export function readPressRelease(blocks: readonly Block[], context: ReleaseContext): PressRelease | null {
  const opening = blocks.slice(0, OPENING_BLOCKS).map((block) => block.text);
  const dates = createDateReader(context, releaseDay(opening, context));
  const { events, warnings, announcements } = readEvents(outline(blocks, dates), dates);
  return events.length === 0 || announcements < FEWEST_EVENTS ? null : { events, warnings };
}

import type { Block } from '../documents/block.ts';
import { isRelease } from './marks.ts';
import { outline } from './outline.ts';
import type { PressRelease } from './press-release.ts';
import type { ReleaseContext } from './read-dates.ts';
import { readEvents } from './release-reader.ts';
import { datesOfRelease } from './release-year.ts';

/** A text is a press release from this many events under dated headings on (design, section 8, rule 4). */
const FEWEST_EVENTS = 2;

/**
 * The events of a press release, by its structure: date headings, event headings under them, paragraphs under those.
 * null where fewer than two are announced, none has a date, or nothing marks the text as a release: then it is another
 * kind of text.
 */
export function readPressRelease(blocks: readonly Block[], context: ReleaseContext): PressRelease | null {
  const { dates, warnings } = datesOfRelease(blocks, context);
  const read = readEvents(outline(blocks, dates), dates);
  if (read.events.length === 0 || read.announcements < FEWEST_EVENTS || !isRelease(blocks, read.events)) return null;
  return { events: read.events, warnings: [...warnings, ...read.warnings] };
}

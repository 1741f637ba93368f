import type { Block } from '../documents/block.ts';
import { isRelease } from './marks.ts';
import { outline } from './outline.ts';
import type { PressRelease } from './press-release.ts';
import type { ReleaseContext } from './read-dates.ts';
import { readEvents } from './release-reader.ts';
import { datesOfRelease } from './release-year.ts';

/** A text is a press release from this many events under dated headings on; a form with its labels is one by itself. */
const MIN_EVENTS = 2;

/**
 * The events of a press release, by its structure: date headings, event headings under them, paragraphs under those.
 * null where fewer than two are announced and none is a form, none has a date, or nothing marks the text as a release: then
 * it is another kind of text.
 */
export function readPressRelease(blocks: readonly Block[], context: ReleaseContext): PressRelease | null {
  const { dates, warnings } = datesOfRelease(blocks, context);
  const read = readEvents(outline(blocks, dates));
  const isProgramme = read.announcements >= MIN_EVENTS || read.forms > 0;
  if (read.events.length === 0 || !isProgramme || !isRelease(blocks, read.events, read.forms)) return null;
  return { events: read.events, warnings: [...warnings, ...read.warnings] };
}

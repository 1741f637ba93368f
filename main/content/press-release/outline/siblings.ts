import type { Block } from '../../documents/block.ts';
import { splitLeadingHours } from '../days/leading-hours.ts';
import { beginsAsEvent } from '../event/category.ts';
import type { EventDraft, Shape } from '../event/event-draft.ts';
import { isNamedVenue } from '../places/places.ts';
import { isStyled } from './is-styled.ts';
import { isItem, isRunning, type Line } from './outline.ts';

/** How a block looks beside its neighbours. */
export function shapeOf(block: Block): Shape {
  return isStyled(block) ? 'styled' : isItem(block) ? 'item' : 'plain';
}

/** True for a line that says by itself that it is an event: a word for one with hours or a venue, or a venue with hours. */
export function soundsLikeEntry(line: Line): boolean {
  const { block, entry, dates } = line;
  if (entry === null) return false;
  const { heading, namesEvent, hasHours, hasVenue } = entry;
  const hasDays = heading.dates.some((text) => dates.days(text)?.ok === true);
  const hasParts = /\s[–—-]\s/u.test(block.text);
  const isPlaced = isItem(block) || hasDays || hasParts;
  return (
    (namesEvent && (hasHours || hasVenue)) ||
    hasOwnDay(line) ||
    (isNamedVenue(heading.title) && hasHours) ||
    (isPlaced && hasHours && (hasVenue || (hasDays && heading.town !== ''))) ||
    (hasParts && hasHours && heading.venue !== undefined)
  );
}

/** « Médiathèque X : exposition, du 4 au 16 mai »: a word for an event with its place and its day. */
function hasOwnDay({ entry, dates }: Line): boolean {
  if (entry === null || !entry.hasVenue || !beginsAsEvent(entry.heading.title)) return false;
  return entry.heading.dates.some((text) => dates.days(text)?.ok === true);
}

/** How many lines above and below a line are compared with it: more would be slow in a list of thousands. */
const MAX_DISTANCE = 20;

/** The lines of one look that stand together with a line, up to a date or a line of another look. */
function group(lines: readonly Line[], at: number): readonly Line[] {
  const own = lines[at];
  if (own === undefined) return [];
  const shape = shapeOf(own.block);
  const isSame = (line: Line | undefined): boolean =>
    line !== undefined && line.days === null && line.field === null && shapeOf(line.block) === shape;
  let from = at;
  let to = at;
  while (at - from < MAX_DISTANCE && isSame(lines[from - 1])) from--;
  while (to - at < MAX_DISTANCE && isSame(lines[to + 1])) to++;
  return lines.slice(from, to + 1);
}

/** True for an item of a list in which at least every second item is an event. */
export function isAmongEvents(lines: readonly Line[], at: number): boolean {
  const items = group(lines, at);
  const events = items.filter(
    (line) => line.heading !== null || beginsAsEvent(line.block.text) || soundsLikeEntry(line),
  );
  return items.length > 1 && events.length * 2 >= items.length;
}

/** True for one of several plain lines that all begin with a word for an event. */
export function isListOfEvents(lines: readonly Line[], at: number): boolean {
  const plain = group(lines, at);
  const isEvent = ({ block, isContact }: Line): boolean =>
    block.text.length <= 100 && !isRunning(block) && beginsAsEvent(block.text) && !isContact;
  return plain.length > 1 && plain.every(isEvent);
}

/** True where a line may be an event beside the one above it, and not a line of its description. */
export function mayFollow(draft: EventDraft | null, line: Line): boolean {
  if (draft === null) return true;
  if (draft.shape !== shapeOf(line.block)) return false;
  if (draft.shape === 'item' || draft.heading.form === 'title') return true;
  // Under an event that names its town, a line without one must have hours of its own, or a day and a place.
  return (line.entry?.namesEvent === true && line.entry.hasHours) || (draft.isDated && hasOwnDay(line));
}

/** True for a title right above a line of hours: « Lycée X », then « 17h – 20h ». */
export function isAboveHours(lines: readonly Line[], at: number): boolean {
  const below = lines[at + 1];
  const title = lines[at];
  if (below === undefined || title === undefined || title.entry === null || title.entry.hasHours) return false;
  if (below.days !== null || isStyled(below.block) || isRunning(title.block)) return false;
  const { facts, dates, block } = below;
  // « Mardi 5 mai, 19h, auditorium » is of the event under it.
  if (facts?.dates.some((text) => dates.days(text) !== null)) return false;
  return (facts !== null && facts.dates.length > 0) || splitLeadingHours(block.text, dates) !== null;
}

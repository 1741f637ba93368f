import type { Block } from '../../documents/block.ts';
import { beginsAsEvent, proposeCategory } from '../event/category.ts';
import type { PressEvent } from '../press-release.ts';
import { looksLikeTown } from './places.ts';

/** Lines in which a text says what all its events are. */
const OPENING = 3;
const MAX_TITLE = 80;
/** One line of that shape may name an event by a word that looks like a town. */
const MIN_PLACES = 2;
const OPEN_DAYS = /portes ouvertes|(?<!\p{L})jpo(?!\p{L})/iu;
const ESTABLISHMENT = /^(?:lyc[ée]e|lp|lpo|lgt|lpa|legta|coll[èe]ge|[ée]cole|cfa|mfr|iut|cio|universit[ée])(?!\p{L})/iu;

/**
 * « Portes ouvertes des lycées » above « Lycée X – Ville – samedi 16 mai »: such lines name no event but where it takes place,
 * and what stands behind the establishment is its town, not the title of an event in it. Other events stay as they are.
 */
export function withPlacesListed(blocks: readonly Block[], events: readonly PressEvent[]): readonly PressEvent[] {
  const isNamed = blocks
    .slice(0, OPENING)
    .some(({ text }) => text.length <= MAX_TITLE && (beginsAsEvent(text) || proposeCategory(text, '') !== null));
  const titles = new Set(events.map(({ title }) => title));
  // Several lycées of one town may have open days; of another list, what comes again is rather what takes place.
  const mayRepeat = blocks.slice(0, OPENING).some(({ text }) => OPEN_DAYS.test(text));
  const isList = events.length >= MIN_PLACES && (mayRepeat || titles.size === events.length) && events.every(isPlace);
  return isNamed && isList ? events.map(placed) : events;
}

const isPlace = ({ title, town, venue = '' }: PressEvent): boolean =>
  town === '' && ESTABLISHMENT.test(venue) && looksLikeTown(title) && proposeCategory(title, '') === null;

function placed({ venue, title, ...event }: PressEvent): PressEvent {
  return venue === undefined ? { ...event, title } : { ...event, title: venue, town: title };
}

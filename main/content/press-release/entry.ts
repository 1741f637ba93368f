import { fold } from '../../lib/fold.ts';
import { beginsAsEvent } from './category.ts';
import type { EventHeading } from './event-heading.ts';
import { beginsAsVenue, isNamedVenue, looksLikeTown } from './places.ts';
import { type Part, splitCommas, splitParts } from './split-parts.ts';
import { type IsDate, takeDates } from './take-dates.ts';
import { readParts, readTitleWithTown } from './title.ts';

/** A line as an event that names no town first, and what in it tells that it is one. */
export interface Entry {
  readonly heading: EventHeading;
  /** It begins with a word for an event. */
  readonly namesEvent: boolean;
  readonly hasHours: boolean;
  readonly hasVenue: boolean;
  /** It begins with its hours: « 14h : atelier ». */
  readonly hoursFirst: boolean;
}

const HOURS_FIRST =
  /^((?:de\s+|dès\s+|à\s+)?\d{1,2}\s?(?:h|:)\s?\d{0,2}(?:\s?(?:-|–|à|\/)\s?\d{1,2}\s?(?:h|:)\s?\d{0,2})?)\s+(?!(?:à|et|ou)\s)(?=[\p{L}«"“])(.+)$/iu;

/** Classes, and rooms by their number alone: they tell who or where, and not what. */
const NO_EVENT =
  /^(?:classes?|groupes?|[3456]e|2de|1re|tle|secondes?|premieres?|terminales?|(?:salle|bureau|batiment) ?[a-z]?\d+)(?: |$)/;

/** Reads a line as an event by the kinds of its parts, in whatever order; null where it has no title. */
export function readEntry(text: string, isDate: IsDate): Entry | null {
  const [, hours, rest] = HOURS_FIRST.exec(text) ?? [];
  const leads = hours !== undefined && rest !== undefined && isDate(hours) && !isDate(text);
  const parts = splitParts(leads ? rest : text, { colons: false }).flatMap((part) => withBrackets(part, isDate));
  const taken = takeDates(parts, isDate);
  const kept = taken.kept.flatMap((part) => withBrackets(part, isDate));
  const town = townAmong(kept);
  const others = kept.filter((part) => part !== town);
  const title =
    others.length === 1 && town === null
      ? readTitleWithTown(others[0]?.text ?? '', isDate)
      : readParts(others, true, isDate);
  if (title.title === '' || NO_EVENT.test(fold(title.title))) return null;
  const all = [...(leads ? [hours] : []), ...taken.dates, ...title.dates];
  const heading: EventHeading = {
    town: '',
    ...title,
    ...(town === null ? {} : { town: town.text }),
    dates: all,
    form: 'title',
  };
  return {
    heading,
    namesEvent: beginsAsEvent(heading.title),
    hasHours: all.length > 0,
    hasVenue: heading.venue !== undefined && beginsAsVenue(heading.venue),
    hoursFirst: leads || (all[0] !== undefined && text.startsWith(all[0])),
  };
}

/** « Titre (ville, lieu, 14h) » as its parts, where nothing else stands in the brackets. */
function withBrackets(part: Part, isDate: IsDate): Part[] {
  const [, before, inside] = /^(.+?)\s*\(([^()]+)\)$/.exec(part.text) ?? [];
  if (before === undefined || inside === undefined || isDate(inside)) return [part];
  const pieces = splitCommas(inside);
  const isKnown = pieces.every(({ text }) => isDate(text) || isNamedVenue(text) || isTown(text));
  const isTold = pieces.some(({ text }) => !isTown(text)) || isNamedVenue(before);
  if (!isKnown || !isTold) return [part];
  return [{ ...part, text: before }, ...pieces.map(({ text }): Part => ({ text, before: isTown(text) ? '(' : '-' }))];
}

function isTown(text: string): boolean {
  return looksLikeTown(text) && !beginsAsVenue(text);
}

/** The town among the parts of a line: one in brackets, one in capitals, or one word right after the venue. */
function townAmong(parts: readonly Part[]): Part | null {
  if (parts.length < 2) return null;
  const towns = parts.filter(({ text, before }, at) => {
    if (!isTown(text)) return false;
    if (before === '(') return true;
    const isShouted = /^[\p{Lu}\s'’-]{4,}$/u.test(text) && parts.some((part) => /\p{Ll}/u.test(part.text));
    const previous = parts[at - 1];
    const followsVenue = at > 1 && previous !== undefined && isNamedVenue(previous.text) && !/\s/.test(text);
    return isShouted || (followsVenue && fold(text) !== fold(previous.text));
  });
  const [only] = towns;
  return only !== undefined && towns.length === 1 ? only : null;
}

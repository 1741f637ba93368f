import { fold } from '../../../lib/fold.ts';
import type { IsDate } from '../days/is-date.ts';
import { takeDates } from '../days/take-dates.ts';
import { beginsAsEvent } from '../event/category.ts';
import type { EventHeading } from '../event/event-heading.ts';
import { readParts, readTitleWithTown, type TitleReading } from '../event/title.ts';
import { type Part, splitParts } from '../outline/split-parts.ts';
import { isTown, venueAndTown, withBrackets } from '../places/brackets.ts';
import { beginsAsVenue, isNamedVenue } from '../places/places.ts';

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
  /^((?:de\s+|dès\s+|(?:à|a)\s+partir\s+de\s+|à\s+|vers\s+)?\d{1,2}(?:\s?(?:h|:)\s?\d{0,2}|\.\d\d)(?:\s?(?:-|–|à|\/)\s?(?:\d{1,2}(?:\s?(?:h|:)\s?\d{0,2}|\.\d\d)|minuit|midi))?)\s+(?!(?:à|et|ou|de|des|pile|précises?)(?!\p{L})|d['’])(?=[\p{L}«"“])(.+)$/iu;

/** Classes, and rooms by their number alone: they tell who or where, and not what. */
const NO_EVENT =
  /^(?:classes?|groupes?|[3456]e|2de|1re|tle|secondes?|premieres?|terminales?|(?:salle|bureau|batiment) ?[a-z]?\d+)(?: |$)/;

/** Reads a line as an event by the kinds of its parts, in whatever order; null where it has no title. */
export function readEntry(text: string, isDate: IsDate): Entry | null {
  const [, hours, rest] = HOURS_FIRST.exec(text) ?? [];
  const leads = hours !== undefined && rest !== undefined && isDate(hours) && !isDate(text);
  const parts = splitParts(leads ? rest : text, { colons: false }).flatMap((part) => withBrackets(part, isDate));
  const taken = takeDates(parts, isDate);
  const kept = withTownBeforeColon(taken.kept.flatMap((part) => withBrackets(part, isDate)));
  const town = townAmong(kept);
  const others = kept.filter((part) => part !== town);
  const title =
    others.length === 1 && town === null
      ? readTitleWithTown(others[0]?.text ?? '', isDate)
      : readParts(others, true, isDate);
  if (title.title === '' || NO_EVENT.test(fold(title.title))) return null;
  const all = [...(leads ? [hours] : []), ...taken.dates, ...title.dates];
  const heading: EventHeading = {
    ...(town === null ? withTown(title) : { ...title, town: town.text }),
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

/** « Forum, lycée X, Ville » and « Portes ouvertes au lycée X, Ville »: what follows a venue is its town. */
function withTown(read: TitleReading & { readonly town?: string }): TitleReading & { readonly town: string } {
  const both = venueAndTown(read.venue ?? '');
  if (both !== null) return { ...read, ...both };
  const { venue, ...title } = read;
  const within = /\s((?:au|aux|à la|à l['’]|dans (?:le|la|l['’]))\s*\p{L}.*)$/u.exec(title.title)?.[1];
  const isBehind = venue !== undefined && isTown(venue) && within !== undefined && isNamedVenue(within);
  return isBehind ? { ...title, town: venue } : { town: '', ...read };
}

/** The town among the parts of a line: one in brackets, one in capitals, or one word right after the venue. */
function townAmong(parts: readonly Part[]): Part | null {
  if (parts.length < 2) return null;
  const towns = parts.filter((part, at) => isTown(part.text) && isTownThere(parts, at));
  const [only] = towns;
  return only !== undefined && towns.length === 1 ? only : null;
}

function isTownThere(parts: readonly Part[], at: number): boolean {
  const [previous, part, next] = [parts[at - 1], parts[at], parts[at + 1]];
  if (part === undefined) return false;
  const isShouted = SHOUTED.test(part.text) && parts.some(({ text }) => /\p{Ll}/u.test(text));
  const isBeforeVenue = at > 0 && next !== undefined && next.before === '(' && isNamedVenue(next.text);
  const isAfterVenue =
    parts.length > 2 && previous !== undefined && isNamedVenue(previous.text) && !/\s/.test(part.text);
  // « Mardi 10 mars à 9h30, Ville »: what ends a line right after its day, in one word, is where it takes place.
  const isLast = part.afterDay === true && next === undefined && !/\s/.test(part.text);
  return part.before === '(' || isShouted || isBeforeVenue || isAfterVenue || isLast;
}

const SHOUTED = /^[\p{Lu}\s'’-]{4,}$/u;

/** « Lieu – heures – VILLE : titre »: a town in capitals before a colon, beside a venue, is a part of its own. */
function withTownBeforeColon(parts: readonly Part[]): Part[] {
  if (!parts.some(({ text }) => isNamedVenue(text))) return [...parts];
  return parts.flatMap((part) => {
    const [town, ...others] = splitParts(part.text, { colons: true, dashes: false });
    const isSplit = town !== undefined && others.length > 0 && isTown(town.text) && SHOUTED.test(town.text);
    return isSplit ? [{ ...part, text: town.text }, ...others] : [part];
  });
}

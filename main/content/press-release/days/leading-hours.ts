import { fold } from '../../../lib/fold.ts';
import { beginsAsVenue } from '../places/places.ts';
import type { DateReader } from './read-dates.ts';

/** A line that begins with the hours of its event: « De 14h à 17h, sans inscription. » */
export interface TimedLine {
  readonly hours: string;
  /** What follows the hours, as a sentence. */
  readonly rest: string;
}

const SEPARATOR = /[,;.:]\s+|\s[–—-]\s+/gu;
/** Hours at the front of a line end within this many characters. */
const MAX_HOURS = 50;
const RANGE = /^(?:de|entre)\b|\d\s*(?:h\d{0,2}|heures)?\s*(?:[-–—]|à)\s*\d/iu;
/** What stands beside hours and tells nothing that has hours of its own. */
const PRACTICAL =
  /^(?:sans|sur|avec|entree|acces|gratuit|ouvert|pour|tout public|tous publics|inscription|reservation|places?|public|en presence|venez|rendez-vous)\b/;

/** Splits the hours of an event from the front of a line; null where the line may have hours of a part of the event. */
export function splitLeadingHours(text: string, dates: DateReader): TimedLine | null {
  const cuts = [...text.slice(0, MAX_HOURS).matchAll(SEPARATOR)].filter(({ index }) => {
    const front = text.slice(0, index);
    return dates.isDate(front) && dates.days(front) === null;
  });
  const last = cuts.at(-1);
  if (last === undefined) return null;
  const hours = text.slice(0, last.index);
  const rest = text.slice(last.index + last[0].length);
  if (rest === '') return null;
  if (/\d\s*(?:h|:)\s*\d|\d\s*h\b/i.test(rest)) return null;
  const isWhole = RANGE.test(hours) || PRACTICAL.test(fold(rest)) || beginsAsVenue(rest);
  return isWhole ? { hours, rest: rest.charAt(0).toUpperCase() + rest.slice(1) } : null;
}

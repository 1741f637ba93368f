import { type CalendarComponent, propertyOf, writtenOf } from '../file/calendar-components.ts';
import { describedZone } from './described-zone.ts';
import { guessedZone, ianaZone, shortZone } from './iana-zone.ts';

/** How sure a zone is: as written, one that the name seems to mean, or the place's own for want of any. */
export type ZoneCertainty = 'known' | 'guessed' | 'unknown';

/** The zone behind a TZID. */
interface FoundZone {
  /** IANA name or offset (`+02:00`); null: the place's own, or floating. */
  readonly zone: string | null;
  readonly certainty: ZoneCertainty;
}

/** The zones of one file: those it describes, the one it gives for itself (X-WR-TIMEZONE, of Apple and Google), the place's. */
export interface ZoneBook {
  readonly place: string;
  readonly own: string | null;
  /** The zone of a TZID; null is floating time. `wall` is the time that is meant, in its own wall minutes. */
  zoneOf(tzid: string | null, wall: number): FoundZone;
}

const KNOWN_PLACE: FoundZone = { zone: null, certainty: 'known' };
const always = (found: FoundZone) => () => found;

/** Makes the book of a file. */
export function createZoneBook(place: string, own: string | null, described: readonly CalendarComponent[]): ZoneBook {
  const byTzid = new Map(
    described.map((zone) => [propertyOf(zone, 'tzid')?.value.replaceAll('"', '').trim() ?? '', zone]),
  );
  const found = new Map<string, (wall: number) => FoundZone>();
  const find = (written: string): ((wall: number) => FoundZone) => {
    // A quote that ends too late takes the next parameter in: « "local;VALUE=DATE-TIME" ».
    const tzid = written.replace(/;VALUE=.*$/iu, '');
    const description = byTzid.get(tzid.replaceAll('"', '').trim());
    // Some programs give a zone a name of their own, and say beside it which one it is.
    const named = ianaZone(tzid) ?? (description ? ianaZone(writtenOf(description, 'x-lic-location')) : null);
    if (named !== null) return always(named === place ? KNOWN_PLACE : { zone: named, certainty: 'known' });
    const like = description ? describedZone(description, place) : null;
    if (like)
      return (wall) => {
        const { zone, isGuess } = like(wall);
        return { zone, certainty: isGuess ? 'guessed' : 'known' };
      };
    const short = shortZone(tzid);
    if (short !== null) return always({ zone: short, certainty: 'known' });
    const guess = guessedZone(tzid);
    return always(guess === null ? { zone: null, certainty: 'unknown' } : { zone: guess, certainty: 'guessed' });
  };
  return {
    place,
    own: own === null ? null : (ianaZone(own) ?? shortZone(own)),
    zoneOf(tzid, wall) {
      if (tzid === null || tzid === place) return KNOWN_PLACE;
      const known = found.get(tzid);
      const zone = known ?? find(tzid);
      if (!known) found.set(tzid, zone);
      return zone(wall);
    },
  };
}

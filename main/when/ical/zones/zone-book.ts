import { type CalendarComponent, propertyOf } from '../file/calendar-components.ts';
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

/** Makes the book of a file. */
export function createZoneBook(place: string, own: string | null, described: readonly CalendarComponent[]): ZoneBook {
  const byTzid = new Map(
    described.map((zone) => [propertyOf(zone, 'tzid')?.value.replaceAll('"', '').trim() ?? '', zone]),
  );
  const found = new Map<string, FoundZone>();
  const find = (tzid: string, wall: number): FoundZone => {
    const named = ianaZone(tzid);
    if (named !== null) return named === place ? KNOWN_PLACE : { zone: named, certainty: 'known' };
    const description = byTzid.get(tzid.replaceAll('"', '').trim());
    const like = description && describedZone(description, wall, place);
    if (like) return { zone: like.zone, certainty: like.isGuess ? 'guessed' : 'known' };
    const short = shortZone(tzid);
    if (short !== null) return { zone: short, certainty: 'known' };
    const guess = guessedZone(tzid);
    return guess === null ? { zone: null, certainty: 'unknown' } : { zone: guess, certainty: 'guessed' };
  };
  return {
    place,
    own: own === null ? null : (ianaZone(own) ?? shortZone(own)),
    zoneOf(tzid, wall) {
      if (tzid === null || tzid === place) return KNOWN_PLACE;
      const known = found.get(tzid);
      if (known) return known;
      const zone = find(tzid, wall);
      found.set(tzid, zone);
      return zone;
    },
  };
}

import { Temporal } from 'temporal-polyfill';

/** The zone of an instant that names none: the school's, whatever the zone of the machine. */
const LOCAL_ZONE = 'Europe/Paris';

/**
 * The instant that `text` names, or null where it names none. `text` is an ISO day (its first moment) or an ISO local time,
 * each alone or with an offset, `Z` or an RFC 9557 zone. A local time that the change to summer time skips is moved an hour
 * later.
 */
export function parseAt(text: string, zone: string = LOCAL_ZONE): Temporal.Instant | null {
  for (const read of [readZoned, readInstant, readLocal]) {
    try {
      return within(read(text.trim(), zone));
    } catch (error) {
      // Temporal throws a RangeError for a text of another form: the next form is tried.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}

/** Null for years that have not four digits: the wall cannot write them, and far beyond them Temporal has no dates. */
function within(instant: Temporal.Instant): Temporal.Instant | null {
  const { year } = instant.toZonedDateTimeISO('UTC');
  return year >= 1 && year <= 9999 ? instant : null;
}

function readZoned(text: string): Temporal.Instant {
  return Temporal.ZonedDateTime.from(text).toInstant();
}

function readInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

function readLocal(text: string, zone: string): Temporal.Instant {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) throw new RangeError('not an ISO day');
  return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(zone).toInstant();
}

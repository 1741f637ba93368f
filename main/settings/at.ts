import { Temporal } from 'temporal-polyfill';

/** Zone of an instant that names none: the school's, whatever the machine's. */
const LOCAL_ZONE = 'Europe/Paris';

/**
 * The instant that `text` names, or null where it names none: an ISO day (its first moment), an ISO local time, or
 * either with an offset, `Z` or an RFC 9557 zone. A time that a change to summer time skips is the one after it.
 */
export function parseAt(text: string, zone: string = LOCAL_ZONE): Temporal.Instant | null {
  for (const read of [readZoned, readInstant, readLocal]) {
    try {
      return within(read(text.trim(), zone));
    } catch (error) {
      // Temporal says « not of this form » by a RangeError; the next form is tried.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}

/** Years of four digits, what the wall can write: beyond them Temporal itself comes to an end. */
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

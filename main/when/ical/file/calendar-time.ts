import { minutesPerDay } from '../../wall-time.ts';
import type { CalendarProperty } from './calendar-property.ts';

/** A date or a date and time as a calendar file writes it. */
export interface CalendarTime {
  /** Wall minutes in its own zone; seconds are cut. */
  readonly wall: number;
  readonly isDate: boolean;
  /** Whether it stands at second 59 or later: as an end, it then means the minute after. */
  readonly isLastSecond: boolean;
  /** TZID; `UTC`; an offset, `+02:00`; null: floating, the time of whoever reads it. */
  readonly zone: string | null;
}

/** A date of RDATE, with an end where it is a period. */
export interface CalendarPeriod {
  readonly start: CalendarTime;
  readonly end: CalendarTime | null;
  /** Minutes; null where no length is written. */
  readonly minutes: number | null;
}

const DAY_MS = 86_400_000;
/** `20260505`, `20260505T140000Z`; also the extended form of ISO 8601 and offsets, which programs of one's own make write. */
const TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:Z|(?:T|\s+T?)(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/iu;
/** Without months, which RFC 5545 does not have: « P90M » is 90 minutes. « P1M » is nobody's minute. */
const DURATION = /^(?![+-]?P\dM$)([+-]?)P(?:(\d+)W)?(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/iu;

function zoneOfSuffix(suffix: string | undefined, tzid: string | null): string | null {
  if (suffix === undefined) return tzid;
  return suffix.toUpperCase() === 'Z' ? 'UTC' : `${suffix.slice(0, 3)}:${suffix.slice(-2)}`;
}

/** Reads one date or time; null if there is no such day or time. `tzid` is that of its property. */
export function readCalendarTime(text: string, tzid: string | null): CalendarTime | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [, year = '', month = '', date = '', hours, minutes, seconds, suffix] = match;
  const midnight = new Date(`${year}-${month}-${date}T00:00:00Z`);
  // A month without this day gives a day of the next one.
  if (midnight.getUTCDate() !== Number(date)) return null;
  const day = midnight.getTime() / DAY_MS;
  if (hours === undefined) return { wall: day * minutesPerDay, isDate: true, isLastSecond: false, zone: null };
  const [hour, minute, second] = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)];
  // « 24:00 » is the end of the day: RFC 5545 has no such hour, and several programs write it.
  if (minute > 59 || second > 60 || hour * 60 + minute > minutesPerDay) return null;
  const wall = day * minutesPerDay + hour * 60 + minute;
  return { wall, isDate: false, isLastSecond: second >= 59, zone: zoneOfSuffix(suffix, tzid) };
}

/** Minutes of an RFC 5545 duration, to the nearest one; null for an unreadable one. */
export function minutesOfDuration(text: string): number | null {
  const match = DURATION.exec(text.trim());
  if (!match || match.slice(2).every((part) => part === undefined)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2, 7).map((part) => Number(part ?? 0));
  const total = (weeks * 7 + days) * minutesPerDay + hours * 60 + minutes + Math.round(seconds / 60);
  return match[1] === '-' ? -total : total;
}

const tzidOf = ({ parameters }: CalendarProperty) => parameters.get('tzid') || null;

/** A property that is said to be a date is one, though it has an hour: `DTSTART;VALUE=DATE:20260505T000000`. */
function asSaid(time: CalendarTime | null, property: CalendarProperty): CalendarTime | null {
  const isSaid = property.parameters.get('value')?.toUpperCase() === 'DATE';
  return time && isSaid && time.wall % minutesPerDay === 0 ? { ...time, isDate: true, zone: null } : time;
}

/** The time of a property that has one; null where it cannot be read. */
export function timeOfProperty(property: CalendarProperty): CalendarTime | null {
  return asSaid(readCalendarTime(property.value, tzidOf(property)), property);
}

/** Every time of a property that is a list (EXDATE), of periods their starts; null for each that cannot be read. */
export function timesOfProperty(property: CalendarProperty): (CalendarTime | null)[] {
  return property.value
    .split(/[,;]/u)
    .filter((part) => part.trim() !== '')
    .map((part) => asSaid(readCalendarTime(part.split('/', 1)[0] ?? '', tzidOf(property)), property));
}

/** Every date or period of a RDATE; null for each that cannot be read. */
export function periodsOfProperty(property: CalendarProperty): (CalendarPeriod | null)[] {
  const tzid = tzidOf(property);
  return property.value
    .split(/[,;]/u)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [from = '', to] = part.split('/');
      const start = asSaid(readCalendarTime(from, tzid), property);
      if (!start || to === undefined) return start && { start, end: null, minutes: null };
      const minutes = minutesOfDuration(to);
      const end = minutes === null ? readCalendarTime(to, tzid) : null;
      return minutes === null && end === null ? null : { start, end, minutes };
    });
}

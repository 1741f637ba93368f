import { minutesPerDay } from '../wall-time.ts';
import type { EventDoubt } from './event-doubt.ts';
import type { EventTimes } from './event-times.ts';
import { type CalendarComponent, propertyOf, writtenOf } from './file/calendar-components.ts';
import { type CalendarTime, minutesOfDuration, timeOfProperty } from './file/calendar-time.ts';
import { ianaZone } from './zones/iana-zone.ts';
import { epochMinutes, isPlaceTime, wallAt } from './zones/to-place.ts';
import type { ZoneBook } from './zones/zone-book.ts';

/** Years before are those of a clock that was never set. */
const FIRST_WALL = Date.UTC(1900, 0, 1) / 60_000;

/** The words by which programs say that an event takes whole days. */
const ALL_DAY = [
  'x-microsoft-cdo-alldayevent',
  'x-microsoft-msncalendar-alldayevent',
  'x-funambol-allday',
  'x-mozilla-allday',
];

/** Whole days that were written as times, midnight to midnight in the zone of the times or at the place, with a word that says so. */
function allDayStart(component: CalendarComponent, start: CalendarTime, times: EventTimes): CalendarTime | null {
  if (!ALL_DAY.some((name) => /^(?:TRUE|1)$/iu.test(writtenOf(component, name)))) return null;
  const wall = [start.wall, times.atPlace(start)].find((each) => each % minutesPerDay === 0);
  return wall === undefined ? null : { ...start, wall, isDate: true, zone: null };
}

const isMidnight = (time: CalendarTime) => time.zone === 'UTC' && !time.isDate && time.wall % minutesPerDay === 0;

/**
 * Whole days that were written as midnight to midnight in universal time, without a word that says so: at the place they would
 * be from two at night to two at night. Null for any other event.
 */
function utcDayStart(component: CalendarComponent, start: CalendarTime, times: EventTimes): CalendarTime | null {
  if (!isMidnight(start) || times.atPlace(start) % minutesPerDay === 0) return null;
  const dtend = propertyOf(component, 'dtend');
  const end = dtend && timeOfProperty(dtend);
  const duration = minutesOfDuration(writtenOf(component, 'duration'));
  const isWhole = end ? isMidnight(end) && end.wall >= start.wall : duration !== null && duration % minutesPerDay === 0;
  return isWhole ? { ...start, isDate: true, zone: null } : null;
}

/**
 * A series that was written in universal time, in a calendar that names its own zone (X-WR-TIMEZONE): it means the hour of the
 * wall there, « every Tuesday at 14 h », in summer as in winter.
 */
function inOwnZone(start: CalendarTime, component: CalendarComponent, own: string | null): CalendarTime {
  const comesBack = component.properties.some(({ name }) => name === 'rrule' || name === 'rdate');
  if (own === null || start.zone !== 'UTC' || !comesBack) return start;
  return { ...start, wall: wallAt(epochMinutes(start.wall, 'UTC'), own), zone: own };
}

/** The start of an event as it is read, and what of it was guessed. */
export interface EventStart {
  readonly start: CalendarTime;
  readonly doubts: readonly EventDoubt[];
}

/** Whether the clocks of a zone are changed in the course of a year. */
const hasSummer = (zone: string, wall: number) =>
  new Set([0, 91, 182, 273].map((days) => wallAt(wall + days * minutesPerDay, zone) - days * minutesPerDay)).size > 1;

/** Reads the start of an event; null where it has none that exists. */
export function eventStart(component: CalendarComponent, book: ZoneBook, times: EventTimes): EventStart | null {
  // A message that cancels one occurrence may name it alone.
  const written = propertyOf(component, 'dtstart') ?? propertyOf(component, 'recurrence-id');
  const start = written ? timeOfProperty(written) : null;
  // A birthday of which Apple knows no year comes back every year since 1604.
  const isSince = propertyOf(component, 'rrule') !== undefined && start?.isDate;
  if (!start || (start.wall < FIRST_WALL && !isSince)) return null;
  const wholeDay = allDayStart(component, start, times);
  if (wholeDay) return { start: wholeDay, doubts: [] };
  const utcDay = utcDayStart(component, start, times);
  if (utcDay) return { start: utcDay, doubts: [{ kind: 'utc-day' }] };
  const read = inOwnZone(start, component, book.own);
  const { own, place } = book;
  const tzid = written?.parameters.get('tzid') ?? '';
  const isTwice = tzid !== '' && start.zone === 'UTC' && !/^(?:etc\/)?(?:utc|gmt)$/iu.test(ianaZone(tzid) ?? tzid);
  const isFloating = start.zone === null && !start.isDate && own !== null && !isPlaceTime(own, place);
  const isOwn = read.zone !== start.zone && own !== null && hasSummer(own, start.wall);
  return {
    start: read,
    doubts: [
      ...(isTwice ? [{ kind: 'zone-twice', zone: tzid } as const] : []),
      ...(isFloating ? [{ kind: 'zone-floating', zone: own } as const] : []),
      ...(isOwn ? [{ kind: 'zone-own', zone: own } as const] : []),
    ],
  };
}

import { minutesPerDay } from '../wall-time.ts';
import type { EventDoubt } from './event-doubt.ts';
import { eventRules } from './event-rules.ts';
import { addedBy, createEventTimes, type EventTimes, lengthOf, type NamedStart, namedStart } from './event-times.ts';
import { type CalendarComponent, propertiesOf, propertyOf, writtenOf } from './file/calendar-components.ts';
import { type CalendarTime, periodsOfProperty, timeOfProperty, timesOfProperty } from './file/calendar-time.ts';
import { isBusyMark, isPrivate } from './private-event.ts';
import type { RecurrenceRule } from './recurrence/recurrence-rule.ts';
import type { Occurrence } from './strand.ts';
import { epochMinutes, isPlaceTime, wallAt } from './zones/to-place.ts';
import type { ZoneBook } from './zones/zone-book.ts';

/** A VEVENT with its times read. */
export interface CalendarEvent {
  readonly component: CalendarComponent;
  readonly uid: string;
  /** First occurrence. */
  readonly first: Occurrence;
  /** DTSTART, wall minutes in `zone`. */
  readonly start: number;
  /** Zone in which its recurrence is counted; null: the place's. */
  readonly zone: string | null;
  readonly rules: readonly RecurrenceRule[];
  readonly exceptRules: readonly RecurrenceRule[];
  /** Occurrences that RDATE adds. */
  readonly added: readonly Occurrence[];
  readonly excluded: readonly NamedStart[];
  /** Which occurrence of its series it replaces; null for the series itself. */
  readonly recurrenceId: NamedStart | null;
  /** Whether it replaces all later occurrences too (RANGE=THISANDFUTURE). */
  readonly andFuture: boolean;
  /** Whether it says no times of its own: it takes place when what it replaces would have. */
  readonly keepsTimes: boolean;
  /** SEQUENCE and the time of its last change: the greater one is the newer revision. */
  readonly sequence: number;
  readonly changed: string;
  readonly cancelled: boolean;
  /** Not for the public: private, confidential, of a class that nobody knows, or without another title than « Occupé ». */
  readonly isPrivate: boolean;
  readonly doubts: readonly EventDoubt[];
}

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

/**
 * A series that was written in universal time, in a calendar that names its own zone (X-WR-TIMEZONE): it means the hour of the
 * wall there, « every Tuesday at 14 h », in summer as in winter.
 */
function inOwnZone(start: CalendarTime, component: CalendarComponent, own: string | null): CalendarTime {
  const comesBack = component.properties.some(({ name }) => name === 'rrule' || name === 'rdate');
  if (own === null || start.zone !== 'UTC' || !comesBack) return start;
  return { ...start, wall: wallAt(epochMinutes(start.wall, 'UTC'), own), zone: own };
}

/**
 * Puts a time that names no zone (RDATE, EXDATE, RECURRENCE-ID) into that of its series, in which people read it. Beside a start in
 * universal time it takes the hour of this start to tell: others are hours of the wall.
 */
const inZoneOf =
  (start: CalendarTime) =>
  (time: CalendarTime): CalendarTime => {
    const isOther = start.zone === 'UTC' && (time.wall - start.wall) % minutesPerDay !== 0;
    return time.isDate || time.zone !== null || isOther ? time : { ...time, zone: start.zone };
  };

function startOf(component: CalendarComponent, own: string | null, times: EventTimes): CalendarTime | null {
  // A message that cancels one occurrence may name it alone.
  const written = propertyOf(component, 'dtstart') ?? propertyOf(component, 'recurrence-id');
  const start = written ? timeOfProperty(written) : null;
  // A birthday of which Apple knows no year comes back every year since 1604.
  const isSince = propertyOf(component, 'rrule') !== undefined && start?.isDate;
  if (!start || (start.wall < FIRST_WALL && !isSince)) return null;
  return allDayStart(component, start, times) ?? inOwnZone(start, component, own);
}

/** Reads a VEVENT; null if it has no start that exists. */
export function readCalendarEvent(component: CalendarComponent, book: ZoneBook): CalendarEvent | null {
  const times = createEventTimes(book);
  const start = startOf(component, book.own, times);
  if (!start) return null;
  const allDay = start.isDate;
  const from = times.atPlace(start);
  const length = lengthOf(component, from, allDay, times);
  const first: Occurrence = { from, to: from + length.minutes, allDay };
  const written = times.zone(start);
  const zone = isPlaceTime(written, book.place) ? null : written;
  const ruleStart = { wall: start.wall, allDay, zone, place: book.place };
  const rules = eventRules(component, 'rrule', ruleStart);
  const exceptRules = eventRules(component, 'exrule', ruleStart);
  const own = inZoneOf(start);
  const periods = propertiesOf(component, 'rdate').flatMap(periodsOfProperty);
  const exdates = propertiesOf(component, 'exdate').flatMap(timesOfProperty);
  const replaced = propertyOf(component, 'recurrence-id');
  const id = replaced ? timeOfProperty(replaced) : null;
  const range = replaced?.parameters.get('range')?.toUpperCase();
  const isUnread =
    [...periods, ...exdates, ...(replaced ? [id] : [])].includes(null) || ![undefined, 'THISANDFUTURE'].includes(range);
  return {
    component,
    uid: writtenOf(component, 'uid') || `line ${component.line}`,
    first,
    start: start.wall,
    zone,
    rules: rules.rules,
    exceptRules: exceptRules.rules,
    added: periods
      .filter((period) => period !== null)
      .map(({ start, end, minutes }) => addedBy({ start: own(start), end: end && own(end), minutes }, first, times)),
    excluded: exdates.filter((time) => time !== null).map((time) => namedStart(own(time), first, times)),
    recurrenceId: id && namedStart(own(id), first, times),
    andFuture: range === 'THISANDFUTURE',
    keepsTimes: !component.properties.some(({ name }) => name === 'dtstart'),
    sequence: Number(writtenOf(component, 'sequence')) || 0,
    changed: writtenOf(component, 'last-modified') || writtenOf(component, 'dtstamp'),
    cancelled: /^CANCELL?ED$/iu.test(writtenOf(component, 'status')),
    isPrivate: isPrivate(component) || isBusyMark(component),
    doubts: [
      ...rules.doubts,
      ...exceptRules.doubts,
      ...length.doubts,
      ...(isUnread ? [{ kind: 'date-unread' } as const] : []),
      ...times.doubts,
    ],
  };
}

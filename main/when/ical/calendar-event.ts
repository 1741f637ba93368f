import { minutesPerDay } from '../wall-time.ts';
import type { EventDoubt } from './event-doubt.ts';
import { eventRules } from './event-rules.ts';
import { eventStart } from './event-start.ts';
import { addedBy, createEventTimes, type EventTimes, lengthOf, type NamedStart, namedStart } from './event-times.ts';
import { type CalendarComponent, propertiesOf, propertyOf, writtenOf } from './file/calendar-components.ts';
import { type CalendarTime, periodsOfProperty, timeOfProperty, timesOfProperty } from './file/calendar-time.ts';
import { isBusyMark, isPrivate } from './private-event.ts';
import type { RecurrenceRule } from './recurrence/recurrence-rule.ts';
import type { Occurrence } from './strand.ts';
import { isPlaceTime } from './zones/to-place.ts';
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

const isSameHour = (a: number, b: number) => (a - b) % minutesPerDay === 0;

/**
 * Puts a time that names no zone (RDATE, EXDATE, RECURRENCE-ID) into that of its series, in which people read it. Beside a start in
 * universal time it takes the hour of this start to tell: others are hours of the wall.
 */
const inZoneOf =
  (start: CalendarTime) =>
  (time: CalendarTime): CalendarTime => {
    const isOther = start.zone === 'UTC' && !isSameHour(time.wall, start.wall);
    return time.isDate || time.zone !== null || isOther ? time : { ...time, zone: start.zone };
  };

/** A date taken out that has the hour of its series on the clock, and a « Z » that does not belong to it. */
const isLocalZ = (time: CalendarTime, start: CalendarTime, first: Occurrence, times: EventTimes) =>
  time.zone === 'UTC' &&
  start.zone !== 'UTC' &&
  !first.allDay &&
  isSameHour(time.wall, start.wall) &&
  !isSameHour(times.atPlace(time), first.from);

/** Reads a VEVENT; null if it has no start that exists. */
export function readCalendarEvent(component: CalendarComponent, book: ZoneBook): CalendarEvent | null {
  const times = createEventTimes(book);
  const found = eventStart(component, book, times);
  if (!found) return null;
  const { start } = found;
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
  const taken = exdates.filter((time) => time !== null);
  const isLocal = (time: CalendarTime) => isLocalZ(time, start, first, times);
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
    excluded: taken.map((time) => namedStart(isLocal(time) ? { ...time, zone: start.zone } : own(time), first, times)),
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
      ...found.doubts,
      ...(taken.some(isLocal) ? [{ kind: 'date-local' } as const] : []),
      ...(isUnread ? [{ kind: 'date-unread' } as const] : []),
      ...times.doubts,
    ],
  };
}

import { minutesPerDay } from '../wall-time.ts';
import type { Occurrence } from './calendar-series.ts';
import type { CalendarPeriod, CalendarTime } from './file/calendar-time.ts';
import { minutesOfDuration, periodsOfProperty, timeOfProperty, timesOfProperty } from './file/calendar-time.ts';
import { type CalendarComponent, propertiesOf, propertyOf, writtenOf } from './file/components.ts';
import { endOfDay, readRecurrence } from './recurrence/read-recurrence.ts';
import type { RecurrenceRule } from './recurrence/recurrence-rule.ts';
import type { ZoneBook, ZoneCertainty } from './zones/zone-book.ts';
import { epochMinutes, isPlaceTime, toPlaceFrom, wallAt } from './zones/zone-shift.ts';

/** A start that EXDATE or RECURRENCE-ID names: its minute on the wall of the place, or a whole day by its number. */
export interface NamedStart {
  readonly at: number;
  readonly isDay: boolean;
}

/** What of an event was not understood, or was guessed. */
export type EventDoubt =
  | {
      readonly kind:
        | 'end-unread'
        | 'too-long'
        | 'backwards'
        | 'no-length'
        | 'rule-unread'
        | 'date-unread'
        | 'day-taken';
    }
  | { readonly kind: 'rule-ignored'; readonly part: string }
  | { readonly kind: 'zone'; readonly tzid: string; readonly zone: string | null; readonly certainty: ZoneCertainty };

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
  /** SEQUENCE and the time of its last change: the greater one is the newer revision. */
  readonly sequence: number;
  readonly changed: string;
  readonly cancelled: boolean;
  /** Not for the public: private, confidential, or of a class that nobody knows. */
  readonly isPrivate: boolean;
  readonly doubts: readonly EventDoubt[];
}

/** An event of a hall that lasts longer is a mistake of a program. */
const MAX_MINUTES = 100 * 366 * minutesPerDay;

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);

/** RFC 5545, 3.8.1.3: without a class an event is public; a class that is not known counts as private. */
export const isPrivate = (component: CalendarComponent): boolean =>
  !['PUBLIC', ''].includes(writtenOf(component, 'class').toUpperCase());

/** Reads times of one event, and notes the zones that it had doubts about. */
function createTimes({ place, zoneOf }: ZoneBook) {
  const doubts: EventDoubt[] = [];
  const zone = (time: CalendarTime): string | null => {
    if (time.isDate || time.zone === null) return null;
    const found = zoneOf(time.zone, time.wall);
    const tzid = time.zone;
    const isNew = !doubts.some((doubt) => doubt.kind === 'zone' && doubt.tzid === tzid);
    if (found.certainty !== 'known' && isNew) doubts.push({ kind: 'zone', tzid, ...found });
    return found.zone;
  };
  const atPlace = (time: CalendarTime): number => (time.isDate ? time.wall : toPlaceFrom(zone(time), place)(time.wall));
  /** The day that a time means in a series of whole days: midnight of its own zone is a day, whatever the zone. */
  const asDay = (time: CalendarTime): number =>
    time.isDate || time.wall % minutesPerDay === 0 ? dayOf(time.wall) : dayOf(atPlace(time));
  return { doubts, zone, atPlace, asDay };
}
type Times = ReturnType<typeof createTimes>;

/** Whole days that were written as times: midnight to midnight, in Outlook with a word that says so. */
function isMarkedAllDay(component: CalendarComponent, start: CalendarTime): boolean {
  const isMarked = ['x-microsoft-cdo-alldayevent', 'x-funambol-allday', 'x-mozilla-allday'].some((name) =>
    /^(?:TRUE|1)$/iu.test(writtenOf(component, name)),
  );
  return isMarked && start.wall % minutesPerDay === 0;
}

/** The end of an event, wall minutes at the place: 23:59:59 is the end of the day, and so is 23:59 of a day that began at 0:00. */
function endAt(end: CalendarTime, from: number, times: Times): number {
  const wall = times.atPlace(end) + (end.isLastSecond ? 1 : 0);
  const isLastMinute = (wall + 1) % minutesPerDay === 0 && from % minutesPerDay === 0;
  return isLastMinute ? wall + 1 : wall;
}

interface Length {
  /** Minutes that each occurrence lasts. */
  readonly minutes: number;
  readonly doubts: readonly EventDoubt[];
}

function lengthOf(component: CalendarComponent, from: number, allDay: boolean, times: Times): Length {
  const dtend = propertyOf(component, 'dtend');
  const end = dtend && timeOfProperty(dtend);
  const duration = writtenOf(component, 'duration');
  const isMidnight = (time: CalendarTime) => time.wall % minutesPerDay === 0 && !time.isLastSecond;
  const endDay = (time: CalendarTime) => (isMidnight(time) ? time.wall : endAt(time, from, times));
  const written = end ? (allDay ? endDay(end) : endAt(end, from, times)) - from : minutesOfDuration(duration);
  // RFC 5545, 3.6.1: a date alone lasts one day, a time alone ends at once.
  const least = allDay ? minutesPerDay : 0;
  if (written === null) {
    const isUnread = duration !== '' || (dtend?.value.trim() ?? '') !== '';
    return { minutes: least, doubts: isUnread ? [{ kind: 'end-unread' }] : [] };
  }
  if (written > MAX_MINUTES) return { minutes: least, doubts: [{ kind: 'too-long' }] };
  if (written < 0) return { minutes: least, doubts: [{ kind: 'backwards' }] };
  // One day from a date to itself is what everyone but RFC 5545 means by it.
  if (written === 0 && !allDay) return { minutes: 0, doubts: [{ kind: 'no-length' }] };
  return { minutes: Math.max(least, written), doubts: [] };
}

/** The last start that UNTIL allows, in the time of the series. */
function lastStart(until: CalendarTime, allDay: boolean, zone: string | null, place: string): number {
  if (until.isDate) return endOfDay(until.wall);
  const own = zone ?? place;
  const wall = until.zone === null ? until.wall : wallAt(epochMinutes(until.wall, until.zone), own);
  if (!allDay) return wall;
  // A series of days has days for ends; programs write them as the last second or the midnight of universal time, or as local midnight.
  const inDay = until.wall % minutesPerDay;
  const isLiteral = until.zone === null || inDay === 0 || inDay === minutesPerDay - 1;
  return endOfDay(isLiteral ? until.wall : wall);
}

interface Rules {
  readonly rules: readonly RecurrenceRule[];
  readonly doubts: readonly EventDoubt[];
}

function rulesOf(
  component: CalendarComponent,
  name: 'rrule' | 'exrule',
  start: number,
  allDay: boolean,
  lastOf: (until: CalendarTime) => number,
): Rules {
  const read = propertiesOf(component, name)
    .filter(({ value }) => value.trim() !== '')
    .map(({ value }) => readRecurrence(value, { wall: start, allDay, lastOf }));
  const understood = read.filter((one) => one !== null);
  const ignored = understood.flatMap((one) => one.ignored);
  const isUnread = understood.length < read.length;
  return {
    rules: isUnread && name === 'rrule' ? [] : understood.map(({ rule }) => rule),
    doubts: [
      ...(isUnread ? [{ kind: name === 'rrule' ? 'rule-unread' : 'date-unread' } as const] : []),
      ...ignored.map((part): EventDoubt => ({ kind: 'rule-ignored', part })),
    ],
  };
}

function addedBy(period: CalendarPeriod, first: Occurrence, times: Times): Occurrence {
  const { start, end, minutes } = period;
  if (first.allDay) {
    const from = times.asDay(start) * minutesPerDay;
    return { from, to: from + first.to - first.from, allDay: true };
  }
  // A date among times: that day at the usual hour.
  const from = start.isDate ? start.wall + (first.from - dayOf(first.from) * minutesPerDay) : times.atPlace(start);
  const length = end ? endAt(end, from, times) - from : (minutes ?? first.to - first.from);
  return { from, to: from + Math.max(0, length), allDay: false };
}

/** A midnight, in a series that does not start at midnight, is how some programs write a day. */
function namedStart(time: CalendarTime, first: Occurrence, times: Times): NamedStart {
  if (first.allDay || time.isDate) return { at: times.asDay(time), isDay: true };
  if (time.wall % minutesPerDay !== 0 || first.from % minutesPerDay === 0)
    return { at: times.atPlace(time), isDay: false };
  const at = times.atPlace(time);
  if (at % minutesPerDay === first.from % minutesPerDay) return { at, isDay: false };
  if (!times.doubts.some(({ kind }) => kind === 'day-taken')) times.doubts.push({ kind: 'day-taken' });
  return { at: times.asDay(time), isDay: true };
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

function startOf(component: CalendarComponent, own: string | null): CalendarTime | null {
  const written = propertyOf(component, 'dtstart');
  const start = written ? timeOfProperty(written) : null;
  if (!start || start.wall < dayOf(Date.UTC(1900, 0, 1) / 60_000) * minutesPerDay) return null;
  return isMarkedAllDay(component, start) ? { ...start, isDate: true, zone: null } : inOwnZone(start, component, own);
}

/** Reads a VEVENT; null if it has no start that exists. */
export function readCalendarEvent(component: CalendarComponent, book: ZoneBook): CalendarEvent | null {
  const times = createTimes(book);
  const start = startOf(component, book.own);
  if (!start) return null;
  const allDay = start.isDate;
  const from = times.atPlace(start);
  const length = lengthOf(component, from, allDay, times);
  const first: Occurrence = { from, to: from + length.minutes, allDay };
  const written = times.zone(start);
  const zone = isPlaceTime(written, book.place) ? null : written;
  const lastOf = (until: CalendarTime) => lastStart(until, allDay, zone, book.place);
  const rules = rulesOf(component, 'rrule', start.wall, allDay, lastOf);
  const exceptRules = rulesOf(component, 'exrule', start.wall, allDay, lastOf);
  const periods = propertiesOf(component, 'rdate').flatMap(periodsOfProperty);
  const exdates = propertiesOf(component, 'exdate').flatMap(timesOfProperty);
  const replaced = propertyOf(component, 'recurrence-id');
  const id = replaced ? timeOfProperty(replaced) : null;
  const isUnread = [...periods, ...exdates, ...(replaced ? [id] : [])].includes(null);
  return {
    component,
    uid: writtenOf(component, 'uid') || `line ${component.line}`,
    first,
    start: start.wall,
    zone,
    rules: rules.rules,
    exceptRules: exceptRules.rules,
    added: periods.filter((period) => period !== null).map((period) => addedBy(period, first, times)),
    excluded: exdates.filter((time) => time !== null).map((time) => namedStart(time, first, times)),
    recurrenceId: id && namedStart(id, first, times),
    andFuture: replaced?.parameters.get('range')?.toUpperCase() === 'THISANDFUTURE',
    sequence: Number(writtenOf(component, 'sequence')) || 0,
    changed: writtenOf(component, 'last-modified') || writtenOf(component, 'dtstamp'),
    cancelled: writtenOf(component, 'status').toUpperCase() === 'CANCELLED',
    isPrivate: isPrivate(component),
    doubts: [
      ...rules.doubts,
      ...exceptRules.doubts,
      ...length.doubts,
      ...(isUnread ? [{ kind: 'date-unread' } as const] : []),
      ...times.doubts,
    ],
  };
}

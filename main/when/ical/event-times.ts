import { minutesPerDay } from '../wall-time.ts';
import type { EventDoubt } from './event-doubt.ts';
import { type CalendarComponent, propertyOf, writtenOf } from './file/calendar-components.ts';
import { type CalendarPeriod, type CalendarTime, minutesOfDuration, timeOfProperty } from './file/calendar-time.ts';
import type { Occurrence } from './strand.ts';
import { toPlaceFrom } from './zones/to-place.ts';
import type { ZoneBook } from './zones/zone-book.ts';

/** A start that EXDATE or RECURRENCE-ID names: its minute on the wall of the place, or a whole day by its number. */
export interface NamedStart {
  readonly at: number;
  readonly isDay: boolean;
}

/** An event of a hall that lasts longer is a mistake of a program. */
const MAX_MINUTES = 100 * 366 * minutesPerDay;

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);

/** Reads the times of one event, and notes what it had doubts about. */
export function createEventTimes({ place, zoneOf }: ZoneBook) {
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
export type EventTimes = ReturnType<typeof createEventTimes>;

/** The end of an event, wall minutes at the place: 23:59:59 is the end of the day, and so is 23:59 of a day that began at 0:00. */
function endAt(end: CalendarTime, from: number, times: EventTimes): number {
  const wall = times.atPlace(end) + (end.isLastSecond ? 1 : 0);
  const isLastMinute = (wall + 1) % minutesPerDay === 0 && from % minutesPerDay === 0;
  return isLastMinute ? wall + 1 : wall;
}

interface Length {
  /** Minutes that each occurrence lasts. */
  readonly minutes: number;
  readonly doubts: readonly EventDoubt[];
}

/** How long an event lasts: to its end, or as long as it says. `from` is its start, wall minutes at the place. */
export function lengthOf(component: CalendarComponent, from: number, allDay: boolean, times: EventTimes): Length {
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

/** The occurrence that a date of RDATE adds; without an end of its own it is as long as the first one. */
export function addedBy(period: CalendarPeriod, first: Occurrence, times: EventTimes): Occurrence {
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

/** The start that a date of EXDATE or RECURRENCE-ID names. A midnight, in a series that does not start at midnight, is how some programs write a day. */
export function namedStart(time: CalendarTime, first: Occurrence, times: EventTimes): NamedStart {
  if (first.allDay || time.isDate) return { at: times.asDay(time), isDay: true };
  if (time.wall % minutesPerDay !== 0 || first.from % minutesPerDay === 0)
    return { at: times.atPlace(time), isDay: false };
  const at = times.atPlace(time);
  if (at % minutesPerDay === first.from % minutesPerDay) return { at, isDay: false };
  if (!times.doubts.some(({ kind }) => kind === 'day-taken')) times.doubts.push({ kind: 'day-taken' });
  return { at: times.asDay(time), isDay: true };
}

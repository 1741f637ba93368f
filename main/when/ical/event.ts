import { minutesPerDay } from '../wall-time.ts';
import { type JcalComponent, type JcalTime, samePlace, type ToPlace, timesOf, toPlaceFrom } from './zone.ts';

/** Something that takes place once, wall minutes at the place; `to` excluded. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
  readonly allDay: boolean;
}

/** A VEVENT with its times read: everything but its recurrence is in the time of the place. */
export interface CalendarEvent {
  readonly component: JcalComponent;
  readonly start: JcalTime;
  /** First occurrence. */
  readonly first: Occurrence;
  /** Minutes that each occurrence lasts. */
  readonly length: number;
  /** Minutes that are written, which may be none or less; null where the event has neither end nor length. */
  readonly written: number | null;
  readonly toPlace: ToPlace;
  readonly utcToPlace: ToPlace;
  /** Whether its own time is the place's. */
  readonly placeTime: boolean;
  /** RRULE values as text objects of jCal. */
  readonly rules: readonly unknown[];
  /** Starts that are added and starts that are taken out, wall minutes; days for those without a time. */
  readonly added: readonly number[];
  readonly excluded: ReadonlySet<string>;
  readonly recurrenceId: string | null;
  readonly cancelled: boolean;
  /** Not for the public: private, confidential, or of a class that nobody knows (`isPrivate`). */
  readonly isPrivate: boolean;
}

export function propertyOf(component: JcalComponent, name: string): unknown {
  return component[1].find(([key]) => key === name)?.[3];
}

/** Key of a start: its instant on the wall of the place, or its day. */
export const startKey = (wall: number, isDate: boolean) =>
  isDate ? `day ${Math.floor(wall / minutesPerDay)}` : `at ${wall}`;

const durationPattern = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/** Minutes of an RFC 5545 duration; null for an unreadable one. */
function minutesOfDuration(text: unknown): number | null {
  const match = typeof text === 'string' ? durationPattern.exec(text) : null;
  if (!match) return null;
  const [weeks, days, hours, minutes] = match.slice(2, 6).map((part) => Number(part ?? 0));
  const total = (weeks ?? 0) * 7 * minutesPerDay + (days ?? 0) * minutesPerDay + (hours ?? 0) * 60 + (minutes ?? 0);
  return match[1] === '-' ? -total : total;
}

/** RFC 5545, 3.8.1.3: without a class an event is public; a class that is not known counts as private. */
export function isPrivate(component: JcalComponent): boolean {
  const [written = 'PUBLIC'] = [propertyOf(component, 'class')].flat();
  return !['PUBLIC', ''].includes(String(written).trim().toUpperCase());
}

/**
 * Reads a VEVENT; null if it has no start that exists. `onUnknownZone` is told of a TZID that nobody knows; its times are then
 * taken as the place's.
 */
export function readCalendarEvent(
  component: JcalComponent,
  calendar: JcalComponent,
  place: string,
  onUnknownZone: (tzid: string) => void = () => undefined,
): CalendarEvent | null {
  const zones = new Map<string | null, ToPlace>();
  const placeOf = (tzid: string | null): ToPlace => {
    const known = zones.get(tzid);
    if (known) return known;
    const found = toPlaceFrom(tzid, calendar, place);
    if (!found && tzid !== null) onUnknownZone(tzid);
    const toPlace = found ?? samePlace;
    zones.set(tzid, toPlace);
    return toPlace;
  };
  const atPlace = (time: JcalTime) => (time.isDate ? time.wall : placeOf(time.tzid)(time.wall));
  const [start] = timesOf(component, 'dtstart');
  if (!start) return null;
  const from = atPlace(start);
  const [end] = timesOf(component, 'dtend');
  const written = end ? atPlace(end) - from : minutesOfDuration(propertyOf(component, 'duration'));
  // RFC 5545, 3.6.1: a date alone lasts one day, a time alone ends at once.
  const length = start.isDate ? Math.max(minutesPerDay, written ?? 0) : Math.max(0, written ?? 0);
  const keyOf = (time: JcalTime) => startKey(atPlace(time), time.isDate);
  const [recurrenceId] = timesOf(component, 'recurrence-id');
  return {
    component,
    start,
    first: { from, to: from + length, allDay: start.isDate },
    length,
    written,
    toPlace: start.isDate ? samePlace : placeOf(start.tzid),
    utcToPlace: placeOf('UTC'),
    placeTime: start.isDate || placeOf(start.tzid) === samePlace,
    rules: component[1].filter(([name]) => name === 'rrule').map((rule) => rule[3]),
    added: timesOf(component, 'rdate').map(atPlace),
    excluded: new Set(timesOf(component, 'exdate').map(keyOf)),
    recurrenceId: recurrenceId ? keyOf(recurrenceId) : null,
    cancelled: String(propertyOf(component, 'status') ?? '').toUpperCase() === 'CANCELLED',
    isPrivate: isPrivate(component),
  };
}

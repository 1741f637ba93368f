import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { dayNumber, isoOfNumber } from '../day-number.ts';
import { instantOfWall, minutesPerDay, wallOf } from '../wall-time.ts';

/** A property in jCal (RFC 7265): name, parameters, type, values. */
export type JcalProperty = [name: string, parameters: Record<string, string | string[]>, type: string, ...unknown[]];
/** A component in jCal: name, properties, components. */
export type JcalComponent = [name: string, properties: JcalProperty[], components: JcalComponent[]];

/** From wall minutes in the zone of an event to wall minutes in the zone of the place. */
export type ToPlace = (wall: number) => number;

/**
 * Names that Outlook gives to zones (Unicode CLDR, windowsZones), for files that use one without describing it: France and
 * its neighbours, and what is always in use.
 */
const windowsZones: ReadonlyMap<string, string> = new Map([
  ['romance standard time', 'Europe/Paris'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['central europe standard time', 'Europe/Budapest'],
  ['central european standard time', 'Europe/Warsaw'],
  ['gmt standard time', 'Europe/London'],
  ['greenwich standard time', 'Atlantic/Reykjavik'],
  ['sa western standard time', 'America/La_Paz'],
  ['sa eastern standard time', 'America/Cayenne'],
  ['mauritius standard time', 'Indian/Mauritius'],
  ['saint pierre standard time', 'America/Miquelon'],
  ['central pacific standard time', 'Pacific/Guadalcanal'],
  ['e. africa standard time', 'Africa/Nairobi'],
  ['utc', 'UTC'],
  ['coordinated universal time', 'UTC'],
]);

const knownZones = new Map<string, string | null>();

/** The IANA zone that a TZID names, with or without a prefix (`/vendor/Europe/Paris`); null if none. */
export function ianaZone(tzid: string): string | null {
  const known = knownZones.get(tzid);
  if (known !== undefined) return known;
  const parts = tzid.replace(/^"|"$/gu, '').split('/').filter(Boolean);
  const candidates = [parts.join('/'), parts.slice(-2).join('/'), parts.slice(-3).join('/')];
  const named = windowsZones.get(parts.join('/').toLowerCase()) ?? candidates.find(isZone) ?? null;
  if (knownZones.size < 500) knownZones.set(tzid, named);
  return named;
}

function isZone(id: string): boolean {
  try {
    return id !== '' && Temporal.PlainDate.from('2026-01-01').toZonedDateTime(id) !== undefined;
  } catch {
    // A RangeError is how Temporal says that there is no such zone.
    return false;
  }
}

const property = (component: JcalComponent, name: string) => component[1].find(([key]) => key === name);

/** The VTIMEZONE of a calendar by its TZID, if it says anything. */
export function describedZone(calendar: JcalComponent, tzid: string): JcalComponent | null {
  const found = calendar[2].find((part) => part[0] === 'vtimezone' && property(part, 'tzid')?.[3] === tzid);
  return found?.[2].some((part) => property(part, 'tzoffsetto') && property(part, 'dtstart')) ? found : null;
}

/** For times that are the place's own. */
export const samePlace: ToPlace = (wall) => wall;

function fromEpoch(milliseconds: number, place: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(place);
  return Math.floor(wallOf(at).minutes);
}

function fromDescribed(zone: JcalComponent, place: string): ToPlace {
  const timezone = new ICAL.Timezone(new ICAL.Component(zone));
  return (wall) => {
    const [year = 0, month = 0, day = 0] = isoOfNumber(Math.floor(wall / minutesPerDay))
      .split('-')
      .map(Number);
    const minute = ((wall % minutesPerDay) + minutesPerDay) % minutesPerDay;
    const time = { year, month, day, hour: Math.floor(minute / 60), minute: minute % 60, second: 0, isDate: false };
    return fromEpoch(ICAL.Time.fromData(time, timezone).toUnixTime() * 1000, place);
  };
}

/** How times with this TZID (null: floating, the place's own) are brought to the place; null if nobody knows the zone. */
export function toPlaceFrom(tzid: string | null, calendar: JcalComponent, place: string): ToPlace | null {
  if (tzid === null || tzid === place) return samePlace;
  const named = ianaZone(tzid);
  if (named === place) return samePlace;
  if (named !== null) return (wall) => fromEpoch(instantOfWall(wall, named).epochMilliseconds, place);
  const described = describedZone(calendar, tzid);
  return described ? fromDescribed(described, place) : null;
}

/** A date or a date and time of jCal: its own wall minutes, whether it is a whole day, and its zone. */
export interface JcalTime {
  readonly wall: number;
  readonly isDate: boolean;
  /** TZID; `UTC`; null: floating. */
  readonly tzid: string | null;
}

const timePattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):\d{2}(Z?))?$/u;

/** Reads one value of a property; null if there is no such day or time. */
export function readJcalTime(value: unknown, tzid: string | null): JcalTime | null {
  const match = typeof value === 'string' ? timePattern.exec(value) : null;
  const iso = match?.[1];
  if (!match || iso === undefined) return null;
  const day = dayNumber(iso);
  if (Number.isNaN(day) || isoOfNumber(day) !== iso || Number(iso.slice(0, 4)) < 1900) return null;
  if (match[2] === undefined) return { wall: day * minutesPerDay, isDate: true, tzid: null };
  const [hour, minute] = [Number(match[2]), Number(match[3])];
  if (hour > 23 || minute > 59) return null;
  return { wall: day * minutesPerDay + hour * 60 + minute, isDate: false, tzid: match[4] === 'Z' ? 'UTC' : tzid };
}

/** The TZID of a property; null if it has none. */
export function tzidOf(from: JcalProperty | undefined): string | null {
  const tzid = from?.[1].tzid;
  return typeof tzid === 'string' ? tzid : null;
}

const comesBack = (component: JcalComponent) => component[1].some(([name]) => name === 'rrule' || name === 'rdate');

/**
 * A component that comes back, its universal times in the zone of its calendar. Programs that write every time in UTC and
 * name the calendar’s own zone (X-WR-TIMEZONE) mean the hour of the wall there: « every Tuesday at 14 h », in summer as in
 * winter.
 */
export function inOwnZone(component: JcalComponent, zone: string): JcalComponent {
  const inZone = (value: unknown) => {
    const time = readJcalTime(value, null);
    if (time?.tzid !== 'UTC' || typeof value !== 'string') return value;
    const at = Temporal.Instant.from(value).toZonedDateTimeISO(zone);
    return at.toPlainDateTime().toString({ smallestUnit: 'second' });
  };
  if (!comesBack(component)) return component;
  const properties = component[1].map((property): JcalProperty => {
    const [name, parameters, type, ...values] = property;
    const moved = type === 'date-time' ? values.map(inZone) : values;
    const same = moved.every((value, index) => value === values[index]);
    return same ? property : [name, { ...parameters, tzid: zone }, type, ...moved];
  });
  return [component[0], properties, component[2]];
}

/** Every time of every property of this name. Periods count by their start. */
export function timesOf(component: JcalComponent, name: string): JcalTime[] {
  return component[1]
    .filter(([key]) => key === name)
    .flatMap((from) =>
      from.slice(3).map((value) => readJcalTime(Array.isArray(value) ? value[0] : value, tzidOf(from))),
    )
    .filter((time) => time !== null);
}

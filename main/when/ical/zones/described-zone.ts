import { clockText, minutesPerDay } from '../../wall-time.ts';
import { type CalendarComponent, propertiesOf, propertyOf } from '../file/calendar-components.ts';
import { readCalendarTime, timesOfProperty } from '../file/calendar-time.ts';
import { readRecurrence } from '../recurrence/read-recurrence.ts';
import { startsOfRule } from '../recurrence/rule-starts.ts';
import { wallAt } from './to-place.ts';
import { windowsZones } from './windows-zones.ts';

/** One of the two halves of a year that a VTIMEZONE describes, or one that is over. */
interface Observance {
  /** The last wall minute before or at `wall` from which it holds; null if it did not yet. */
  readonly onset: (wall: number) => number | null;
  /** DTSTART: the first wall minute of all. */
  readonly start: number;
  /** Minutes ahead of universal time before it. */
  readonly before: number;
  /** Minutes that clocks are ahead of universal time. */
  readonly offset: number;
}

const OFFSET = /^([+-])(\d{2}):?(\d{2})/u;
/** Whoever changes clocks does so every year. */
const YEAR = 400 * minutesPerDay;

function offsetOf(component: CalendarComponent, name: string): number | null {
  const match = OFFSET.exec(propertyOf(component, name)?.value.trim() ?? '');
  return match && (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function observanceOf(component: CalendarComponent): Observance | null {
  const offset = offsetOf(component, 'tzoffsetto');
  const start = readCalendarTime(propertyOf(component, 'dtstart')?.value ?? '', null);
  if (offset === null || !start) return null;
  const dates = propertiesOf(component, 'rdate')
    .flatMap(timesOfProperty)
    .filter((time) => time !== null)
    .map(({ wall }) => wall);
  const before = offsetOf(component, 'tzoffsetfrom') ?? offset;
  const lastOf = (until: { wall: number; zone: string | null }) => until.wall + (until.zone === 'UTC' ? before : 0);
  const rules = propertiesOf(component, 'rrule').map(({ value }) =>
    readRecurrence(value, { wall: start.wall, allDay: false, lastOf }),
  );
  const starts = rules
    .filter((read) => read !== null)
    .map(({ rule }) => ({
      of: startsOfRule(rule, start.wall, false),
      last: rule.last ?? Number.POSITIVE_INFINITY,
    }));
  return {
    offset,
    start: start.wall,
    before,
    onset: (wall) => {
      const ruled = starts.flatMap(({ of, last }) => of(Math.min(wall, last) - YEAR, Math.min(wall, last)));
      const reached = [start.wall, ...dates, ...ruled].filter((onset) => onset <= wall);
      return reached.length === 0 ? null : Math.max(...reached);
    },
  };
}

/** What clocks show in a zone that a VTIMEZONE describes: minutes ahead of universal time, by its own wall minutes. */
type DescribedOffset = (wall: number) => number;

function offsetsOf(zone: CalendarComponent): DescribedOffset | null {
  const observances = zone.parts.map(observanceOf).filter((one) => one !== null);
  const earliest = observances.toSorted((a, b) => a.start - b.start)[0];
  if (!earliest) return null;
  return (wall) => {
    const held = observances
      .map(({ offset, onset }) => ({ offset, since: onset(wall) }))
      .filter(({ since }) => since !== null)
      .sort((a, b) => (b.since ?? 0) - (a.since ?? 0));
    return held[0]?.offset ?? earliest.before;
  };
}

/** Days of a year on which two zones are compared: every sixth, which tells the Sundays apart on which clocks are changed. */
function sampleDays(day: number): number[] {
  return Array.from({ length: 61 }, (_, index) => day - 180 + index * 6);
}

/** The sampled days that two zones may differ on where one stands for the other: clocks that are changed on other Sundays. */
const MAX_OTHER_DAYS = 15;

const MAX_KEPT_HOURS = 20_000;

/** What is found of a described zone: the zone itself, and whether that is not quite what the file describes. */
export interface DescribedZone {
  readonly zone: string;
  readonly isGuess: boolean;
}

/** The known zone whose clocks differ on the fewest days of a year from those that are described, the place first; and how many these are. */
function nearestZone(offsets: DescribedOffset, wall: number, place: string): { zone: string; others: number } {
  const noons = sampleDays(Math.floor(wall / minutesPerDay)).map((day) => day * minutesPerDay + 720);
  const described = noons.map(offsets);
  let nearest = { zone: place, others: Number.POSITIVE_INFINITY };
  for (const zone of [place, ...new Set(windowsZones.values())]) {
    const others = noons.filter((noon, index) => wallAt(noon - (described[index] ?? 0), zone) !== noon).length;
    if (others < nearest.others) nearest = { zone, others };
    if (others === 0) break;
  }
  return nearest;
}

function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${clockText(Math.floor(size / 60), size % 60)}`;
}

/**
 * The zone that a VTIMEZONE describes, by the time that is meant: the first one known whose clocks show the same around the first time
 * that is asked for. One like no other is the nearest one, where that shows the same at this time, and else the offset that is
 * described for it. Null if it describes nothing.
 */
export function describedZone(component: CalendarComponent, place: string): ((wall: number) => DescribedZone) | null {
  const offsets = offsetsOf(component);
  if (!offsets) return null;
  let nearest: ReturnType<typeof nearestZone> | null = null;
  const guessed = (wall: number, { zone, others }: ReturnType<typeof nearestZone>): DescribedZone => {
    const offset = offsets(wall);
    const isNear = others <= MAX_OTHER_DAYS && wallAt(wall - offset, zone) === wall;
    return { zone: isNear ? zone : offsetName(offset), isGuess: true };
  };
  // Thousands of events stand at few hours, and clocks are changed at whole ones.
  const byHour = new Map<number, DescribedZone>();
  return (wall) => {
    nearest ??= nearestZone(offsets, wall, place);
    if (nearest.others === 0) return { zone: nearest.zone, isGuess: false };
    const hour = Math.floor(wall / 60);
    const known = byHour.get(hour) ?? guessed(hour * 60, nearest);
    if (byHour.size < MAX_KEPT_HOURS) byHour.set(hour, known);
    return known;
  };
}

import { Temporal } from 'temporal-polyfill';
import { dayOfNumber } from '../../day-number.ts';
import { instantOfWall, minutesPerDay, wallOf } from '../../wall-time.ts';

/** Brings wall minutes of one zone to those of another. */
export type ToPlace = (wall: number) => number;

const samePlace: ToPlace = (wall) => wall;

function exactly(wall: number, zone: string, place: string): number {
  return Math.floor(wallOf(instantOfWall(wall, zone).withTimeZone(place)).minutes);
}

const offsetAt = (day: number, zone: string) => dayOfNumber(day).toZonedDateTime(zone).offsetNanoseconds;

const FIRST_YEAR = 2015;
const COMPARED_YEARS = 25;

/** Whether clocks of two zones have shown, and will show, the same: Paris and Madrid. */
function areSameClocks(zone: string, place: string): boolean {
  const first = Date.UTC(FIRST_YEAR, 0, 1) / 86_400_000;
  for (let day = first; day < first + COMPARED_YEARS * 366; day += 7) {
    if (offsetAt(day, zone) !== offsetAt(day, place)) return false;
  }
  return true;
}

/**
 * Minutes between the clocks of two zones on each day, null on a day on which one of them is changed. A calendar has thousands of
 * times and few zones: a look at this table costs a hundredth of what Temporal takes for a time.
 */
function createShift(zone: string, place: string): ToPlace {
  const shifts = new Map<number, number | null>();
  const shiftOf = (day: number) => {
    const [start, end] = [day * minutesPerDay, (day + 1) * minutesPerDay];
    const shift = exactly(start, zone, place) - start;
    // A change of either clock within a day of this one: a shift of a whole day brings its own night along.
    const changes = [zone, place].some((each) => offsetAt(day - 1, each) !== offsetAt(day + 2, each));
    return changes || exactly(end, zone, place) - end !== shift ? null : shift;
  };
  return (wall) => {
    const day = Math.floor(wall / minutesPerDay);
    let shift = shifts.get(day);
    if (shift === undefined) {
      shift = shiftOf(day);
      if (shifts.size > 20_000) shifts.clear();
      shifts.set(day, shift);
    }
    return shift === null ? exactly(wall, zone, place) : wall + shift;
  };
}

const known = new Map<string, ToPlace>();
const MAX_KEPT = 200;

/** From wall minutes in a zone (null: the place's own) to wall minutes at the place. */
export function toPlaceFrom(zone: string | null, place: string): ToPlace {
  if (zone === null || zone === place) return samePlace;
  const key = `${zone} ${place}`;
  const before = known.get(key);
  if (before) return before;
  const toPlace = areSameClocks(zone, place) ? samePlace : createShift(zone, place);
  if (known.size >= MAX_KEPT) known.clear();
  known.set(key, toPlace);
  return toPlace;
}

/** Whether times of a zone are those of the place as they stand. */
export const isPlaceTime = (zone: string | null, place: string): boolean => toPlaceFrom(zone, place) === samePlace;

/** Epoch minutes of the first instant at which clocks of a zone show these wall minutes. */
export const epochMinutes = (wall: number, zone: string): number =>
  instantOfWall(wall, zone).epochMilliseconds / 60_000;

/** Wall minutes in a zone of an instant. */
export function wallAt(minutes: number, zone: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(minutes * 60_000).toZonedDateTimeISO(zone);
  return Math.floor(wallOf(at).minutes);
}

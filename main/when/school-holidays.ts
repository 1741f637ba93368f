import { memoByObject } from '../lib/memo-by-object.ts';
import { dayNumber } from './day-number.ts';
import { isPublicHoliday } from './public-holidays.ts';
import type { DayRange, When, WhenRule } from './when.ts';

/** The holidays of a school: first and last days without lessons. */
export interface SchoolHolidays {
  readonly ranges: readonly DayRange[];
  /** ISO day until which they are known; later ones are unknown. */
  readonly until: string;
  /** The zone of the school, where staff say it. */
  readonly zone?: SchoolZone;
}

export type SchoolZone = 'A' | 'B' | 'C';

/** Days on which a school is closed, as a calendar tells them. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  /** The zones of which it is said; absent: no zone is named. */
  readonly zones?: readonly SchoolZone[];
}

/** The closures that hold for a school. */
interface OwnClosures {
  readonly closures: readonly Closure[];
  /** Zones that closures name, where nobody says which of them is that of the school; empty where nothing is in doubt. */
  readonly unsure: readonly SchoolZone[];
}

/**
 * 2025-2026, as the ministry published it: lessons end in the evening before `from`, and begin again in the morning after `to`. Other
 * years come with the ministry's own file, or as ranges.
 */
const COMMON: readonly DayRange[] = [
  { from: '2025-10-18', to: '2025-11-02' },
  { from: '2025-12-20', to: '2026-01-04' },
  { from: '2026-07-04', to: '2026-08-31' },
];
const BY_ZONE: Readonly<Record<SchoolZone, readonly DayRange[]>> = {
  A: [
    { from: '2026-02-07', to: '2026-02-22' },
    { from: '2026-04-04', to: '2026-04-19' },
  ],
  B: [
    { from: '2026-02-14', to: '2026-03-01' },
    { from: '2026-04-11', to: '2026-04-26' },
  ],
  C: [
    { from: '2026-02-21', to: '2026-03-08' },
    { from: '2026-04-18', to: '2026-05-03' },
  ],
};

/** The holidays of a zone, in the years that are known. */
export const holidaysOfZone = (zone: SchoolZone): SchoolHolidays => ({
  ranges: [...COMMON, ...BY_ZONE[zone]].toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
  until: '2026-08-31',
  zone,
});

/** The closures of a school of this zone; without a zone, those that hold for all zones that are named. */
export function closuresOfZone(closures: readonly Closure[], zone: SchoolZone | undefined): OwnClosures {
  const named = [...new Set(closures.flatMap(({ zones }) => zones ?? []))].toSorted();
  const wanted = zone === undefined ? named : [zone];
  const own = closures.filter(({ zones }) => zones === undefined || wanted.every((each) => zones.includes(each)));
  return { closures: own, unsure: zone === undefined && own.length < closures.length ? named : [] };
}

/** The holidays with these closures among them; undefined where there are none of either. */
export function withClosures(
  known: SchoolHolidays | undefined,
  closures: readonly Closure[],
): SchoolHolidays | undefined {
  if (closures.length === 0) return known;
  const ends = [known?.until ?? '', ...closures.map(({ to }) => to)].toSorted();
  const ranges = closures.map(({ from, to }) => ({ from, to }));
  return { ...known, ranges: [...(known?.ranges ?? []), ...ranges], until: ends.at(-1) ?? '' };
}

/** Whether there is no school on a day of Monday to Friday: a holiday of the school, or a public holiday. */
export function isClosedOn(iso: string, holidays: SchoolHolidays | undefined): boolean {
  const isWithin = ({ from, to }: DayRange) => (from === null || from <= iso) && (to === null || iso <= to);
  return isPublicHoliday(dayNumber(iso)) || (holidays?.ranges.some(isWithin) ?? false);
}

/** Whether a rule takes out the holidays of the school, so that it cannot be followed without them. */
export const needsHolidays = (when: When | null): when is WhenRule =>
  when?.type === 'rule' && when.except.closed?.includes('school') === true;

const filled = memoByObject((_holidays: SchoolHolidays) => new WeakMap<WhenRule, WhenRule>());

/** A rule with the holidays of the school among its exceptions; the same object for the same rule. */
export function withHolidays(rule: WhenRule, holidays: SchoolHolidays): WhenRule {
  const known = filled(holidays).get(rule);
  if (known) return known;
  const made = { ...rule, except: { ...rule.except, ranges: [...rule.except.ranges, ...holidays.ranges] } };
  filled(holidays).set(rule, made);
  return made;
}

import { memoByObject } from '../lib/memo-by-object.ts';
import type { DayRange, When, WhenRule } from './when.ts';

/** The holidays of a school: first and last days without lessons. */
export interface SchoolHolidays {
  readonly ranges: readonly DayRange[];
  /** ISO day until which they are known; later ones are unknown. */
  readonly until: string;
}

export type SchoolZone = 'A' | 'B' | 'C';

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
});

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

/** How often a rule comes back (RFC 5545, 3.3.10). Every second is not followed: nothing in a school does. */
export type Frequency = 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A weekday of BYDAY, 1 (Monday) to 7; `nth` of its month or year, from the end where negative; null: each one. */
export interface RuleWeekday {
  readonly weekday: number;
  readonly nth: number | null;
}

/**
 * A RRULE as plain data. Lists that are not written are absent. COUNT is no part of it: the reader works out which start is
 * the last one, so that no later question has to count from the beginning.
 */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** WKST, 1 (Monday) to 7: the day on which a week begins. */
  readonly weekStart: number;
  /** SKIP: which day takes the place of one that its month does not have; absent: none. */
  readonly skip?: 'BACKWARD' | 'FORWARD';
  readonly weekdays?: readonly RuleWeekday[];
  /** 1 to 12. */
  readonly months?: readonly number[];
  /** 1 to 31, or -1 (the last day of the month) to -31; year days and week numbers count from the end in the same way. */
  readonly monthDays?: readonly number[];
  readonly yearDays?: readonly number[];
  readonly weekNumbers?: readonly number[];
  readonly hours?: readonly number[];
  readonly minutes?: readonly number[];
  /** BYSETPOS: which starts of each period are kept, from 1, or from the end where negative. */
  readonly positions?: readonly number[];
  /** The last start that is allowed, included, wall minutes in the zone of the series; null for none. */
  readonly last: number | null;
}

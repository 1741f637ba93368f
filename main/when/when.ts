import type { Occurrence, Strand } from './ical/strand.ts';

/**
 * The days and hours in which an item applies, as plain data: it is saved with the catalogue and compared by value.
 * Days are ISO (`2026-05-05`), hours are local wall time (`14:30`), all in the zone of the place.
 */

/** Days from `from` to `to`, both included; null where it has no such end. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
  /**
   * The first day begins at this time (`18:00`), the last day ends at this one, and the days between are whole: « du 12 mai
   * à 18 h au 18 mai », « jusqu’au 8 mai à 12 h ». Only in a rule without hours, weekdays and months of its own.
   */
  readonly begins?: string;
  readonly ends?: string;
}

/** A weekday, 1 (Monday) to 7 (Sunday); `nth` keeps only the first (1) … fifth (5) or last (-1) one of its month. */
export interface WeekdayRule {
  readonly weekday: number;
  readonly nth?: number;
}

/**
 * From `from` to `to`, `to` excluded. A `to` at or before `from` is on the next day: the window belongs to the day it
 * starts on. null: from the start, or to the end, of the day.
 */
export interface HourWindow {
  readonly from: string | null;
  readonly to: string | null;
  /**
   * Only its start was said, « à 14 h », and nothing of its end: `from` is not null, `to` is. What is shown then stays
   * until the end of the day; an event is taken to last two hours (`today.ts`).
   */
  readonly startOnly?: true;
}

/** Days on which there is no school: its holidays, and public holidays. */
export type Closed = 'school' | 'public';

/** Days written by a person: ranges, narrowed by weekdays and by months, without exceptions. */
export interface WhenRule {
  readonly type: 'rule';
  /** Any of these; never empty (`{from: null, to: null}` is every day). */
  readonly ranges: readonly DayRange[];
  /** Only these weekdays; empty: all. */
  readonly weekdays: readonly WeekdayRule[];
  /** Only these months, 1 to 12; empty: all. */
  readonly months: readonly number[];
  readonly except: {
    readonly ranges: readonly DayRange[];
    readonly weekdays: readonly number[];
    /** Also the holidays of the school (`school-holidays.ts` adds their ranges), and public holidays; absent: neither. */
    readonly closed?: readonly Closed[];
  };
  /** Hours within each day, in order; empty: the whole day. */
  readonly hours: readonly HourWindow[];
  /** French, normalised, days and hours: « mardi 5 mai, 14 h – 17 h ». */
  readonly label: string;
}

/** Days of a calendar file that no rule says, worked out on demand; days without a strand or an occurrence are never on. */
export interface WhenCalendar {
  readonly type: 'calendar';
  /** IANA zone of the place, in whose wall minutes (see `wall-time.ts`) the rest is counted. */
  readonly place: string;
  /** What comes back by rule, and what takes place once. */
  readonly strands: readonly Strand[];
  readonly once: readonly Occurrence[];
  /** How it comes back, « toutes les deux semaines, le mardi »; null for one run of days. */
  readonly recurrence: string | null;
  readonly label: string;
}

export type When = WhenRule | WhenCalendar;

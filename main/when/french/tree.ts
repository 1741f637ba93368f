import type { Closed, HourWindow, WeekdayRule } from '../when.ts';

/** Where a part stands in the folded source; `end` excluded, blanks before the next part included. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * How a day was written decides what it proves at the start of a file name: `iso` (year, month, day), `numeric` (with a year
 * of four figures), `named` (with the month's name), `compact` (`20260505` before words), `slash` (other figures), `bare` (a
 * number alone: the month comes from its neighbours), `week` (one end of a week of the calendar), `relative` (`demain`).
 */
type DayForm = 'iso' | 'numeric' | 'named' | 'slash' | 'compact' | 'bare' | 'week' | 'relative';

/** A day that is counted from the day on which the words were first seen. */
export type Relative =
  | { readonly unit: 'day'; readonly offset: number }
  /** The first such weekday, that day itself included where `after` is 0. */
  | { readonly unit: 'weekday'; readonly weekday: number; readonly after: 0 | 1 }
  | Numbered
  /** The first (`end`: last) day of the period that many periods later. */
  | { readonly unit: 'week' | 'weekend' | 'month'; readonly offset: number; readonly end: boolean };

/** « mardi 12 », « le 12 »: a day without its month. `until`: it begins a range that ends on that day. */
export interface Numbered {
  readonly unit: 'numbered';
  readonly day: number;
  readonly weekday: number | null;
  readonly until?: Numbered;
}

export interface Written {
  readonly day: number;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
  readonly form: DayForm;
  /** The last day of the month, whatever its number: `fin juin`. */
  readonly last?: true;
  readonly ofWeek?: { readonly week: number; readonly weekday: 1 | 7 };
  readonly relative?: Relative;
}

/** One day as written: `5`, `mardi 5 mai`, `05/05/2026`, `2026-05-05`. */
export interface DayPart extends Written, Place {
  readonly weekday?: number | undefined;
  /** The time that cameras write follows. */
  readonly stamped: boolean;
}

/** A time at one end of a range, as the range begins and as it ends with it: « au matin » begins nothing and ends at noon. */
export interface Edge extends Place {
  readonly begins: string | null;
  readonly ends: string | null;
  /** What it says as hours of each day. */
  readonly window: HourWindow;
  readonly possible: boolean;
}

/** A day, or the days from one to another, as written. */
export interface Span {
  readonly from: DayPart;
  /** Absent for a single day. */
  readonly to?: DayPart;
  /** Times at its ends: `du 4 mai 14h au 7 mai 12h`. */
  readonly begins?: Edge;
  readonly ends?: Edge;
  /** Said with `du … au …`: nothing but dates is. */
  readonly opened?: true;
  /** Two dates of which it is not written that they are the ends of a range: `2026-05-04_07`. */
  readonly guessed?: true;
  /** The day stands for its week: `semaine du 4 mai`, `week-end du 9 mai`. */
  readonly widen?: 'week' | 'weekend';
}

/** A time of day, `14:30`; `24:00` for midnight as an end. `25h` and `9h75` are not possible. */
export interface Time {
  readonly time: string;
  readonly possible: boolean;
  /** Said with a word, `midi`. */
  readonly word?: true;
}

/** Hours as written, with what makes them impossible to follow: no such time, or a midnight that may begin or end the day. */
export interface WindowPart {
  readonly window: HourWindow;
  readonly trouble: 'impossible' | 'midnight' | null;
  /** A word that says when in the day: `matin`. */
  readonly part: boolean;
  /** Its last token is a word of its own: `matin`, `midi`, not the `h` of `14 h`. */
  readonly word: boolean;
}

/** How surely a recurrence is meant: `tous les …`, a plural or an article, or a weekday's name alone. */
export type Sure = 'explicit' | 'implied' | 'alone';

export interface Weekday {
  readonly weekday: number;
  readonly plural: boolean;
}

export type Days = Place & {
  readonly kind: 'days';
  readonly spans: readonly Span[];
  /** The week of the calendar that is written beside the days: « semaine 20 (du 11 au 15 mai) ». */
  readonly week?: Days;
};
export type Open = Place & {
  readonly kind: 'open';
  readonly side: 'from' | 'until' | 'after' | 'before';
  readonly day: DayPart;
  readonly edge: Edge | null;
};
export type Hours = Place & {
  readonly kind: 'hours';
  readonly windows: readonly (WindowPart & Place)[];
  /** « tous les midis » says days as well. */
  readonly each?: boolean;
};
export type Weekdays = Place & {
  readonly kind: 'weekdays';
  /** Empty: every day. */
  readonly weekdays: readonly WeekdayRule[];
  /** « les jours d’école »: without holidays. */
  readonly school?: true;
  readonly sure: Sure;
  /** « Permanence mardi 14h-17h »: the title says that one weekday alone comes back. */
  readonly comesBack?: true;
};
export type Months = Place & {
  readonly kind: 'months';
  readonly months: readonly number[];
  /** They were written as one range, `de mars à juin`. */
  readonly isRange: boolean;
  /** Year of the first month of a range that spans two, and of the last month, or null. */
  readonly fromYear: number | null;
  readonly year: number | null;
  /** With `de`, `en` or a year: a month and nothing else. */
  readonly said: boolean;
  /** With `mois`. */
  readonly whole: boolean;
  /** Written as `2026-05`. */
  readonly figures?: true;
};
type Except = Place & { readonly kind: 'except'; readonly clauses: readonly Clause[] };
type Holidays = Place & { readonly kind: 'holidays'; readonly of: Closed };
type Plain = Place & { readonly kind: 'always' };

/** The parts of a phrase, in the order they were written. */
export type Clause = Days | Open | Hours | Weekdays | Months | Except | Holidays | Plain;

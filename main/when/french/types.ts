import type { Temporal } from 'temporal-polyfill';
import type { HourWindow, WhenRule } from '../when.ts';

/** What was not understood in a date, or not as written; French sentences. */
export interface DateFault {
  /** Short, stable, for machines: `date-impossible`. */
  readonly code: string;
  /** What is wrong; quotes the part that was not understood. */
  readonly message: string;
  /** What to write instead. */
  readonly advice: string;
  /** The date is followed as it was most likely meant. */
  readonly about?: 'guessed';
}

/** Where a phrase stands: what a date without a year means there. */
export interface DateContext {
  /** IANA zone of the place; only instants with an offset (`2026-05-05T12:00Z`) need it. */
  readonly zone: string;
  /** Day the file was last written: a date without a year is its first occurrence from 31 days before. */
  readonly reference: Temporal.PlainDate;
  /** Day on which these words were first seen: « demain » is the day after. Where it is not known, such words are refused. */
  readonly seen?: Temporal.PlainDate;
  /** First year of the school year that the document is of: what has no year lies in it, or between today and it. */
  readonly schoolYear?: number | undefined;
  /** The release's own year; wins over `reference`. */
  readonly year?: number;
}

/** A date in a name, and what is left of the name: the title, possibly empty. */
export interface NameDate {
  readonly when: WhenRule;
  readonly rest: string;
  readonly warnings: readonly DateFault[];
}

export type WhenResult =
  | { readonly ok: true; readonly when: WhenRule; readonly warnings: readonly DateFault[] }
  | { readonly ok: false; readonly fault: DateFault };

export type HoursResult =
  | { readonly ok: true; readonly hours: readonly HourWindow[]; readonly warnings: readonly DateFault[] }
  | { readonly ok: false; readonly fault: DateFault };

/** A day of a phrase or of a label, before it has its year. */
export interface LooseDay {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  readonly weekday?: number;
  /** The last day of the month, whatever its number. */
  readonly last?: true;
  /** Monday (1) or Sunday (7) of an ISO week, and not a day of a month. */
  readonly ofWeek?: { readonly week: number; readonly weekday: 1 | 7 };
  /** As it was written, for those who must be told. */
  readonly text?: string;
}

/** Days before they have their years; a missing end is open, `single` is one day. */
export interface LooseRange {
  readonly from: LooseDay | null;
  readonly to: LooseDay | null;
  /** Times at its ends. */
  readonly begins?: string;
  readonly ends?: string;
  /** The one day stands for its week, from Monday, or for the end of its week, from that day. */
  readonly widen?: 'week' | 'weekend';
  /** It is open, and without the day that is its end. */
  readonly opens?: 'after' | 'before';
}

/** Numbers of days; a missing end is open. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

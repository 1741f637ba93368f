import type { RecurrenceRule } from './recurrence/recurrence-rule.ts';

/** Something that takes place once, wall minutes at the place; `to` excluded. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
  readonly allDay: boolean;
}

/** Occurrences that come back by rule, as plain data. */
export interface Strand {
  /** The first one, wall minutes in `zone`. */
  readonly start: number;
  readonly allDay: boolean;
  /** Zone in which the rule counts, where its clocks are not those of the place. */
  readonly zone?: string;
  /** Minutes that each one lasts. */
  readonly minutes: number;
  /** At least one. */
  readonly rules: readonly RecurrenceRule[];
  readonly exceptRules?: readonly RecurrenceRule[];
  /** Only starts from `since` on and before `before`, wall minutes at the place. */
  readonly since?: number;
  readonly before?: number;
  /** Minutes by which all of them were moved (RANGE=THISANDFUTURE), after they have been chosen by the fields above and below. */
  readonly shift?: number;
  /** Starts that are taken out, wall minutes at the place, and whole days of them. */
  readonly without?: readonly number[];
  readonly withoutDays?: readonly number[];
}

import type { Temporal } from 'temporal-polyfill';
import { memoByObject } from '../lib/memo-by-object.ts';
import { dayNumber } from './day-number.ts';
import { recurrenceLabel } from './french/label.ts';
import { memoByDay } from './memo-by-day.ts';
import { nextOccurrence, occursOn, periodAround } from './occurrence.ts';
import { findRuleDay } from './rule-days.ts';
import type { When, WhenRule } from './when.ts';

/** The days that are told together on a given day; null where they have no such end. */
export interface DaysTold {
  readonly from: string | null;
  readonly to: string | null;
  /** « tous les lundis et mardis »: what comes back is told day by day, with these words; null for a run of days. */
  readonly recurrence: string | null;
}

/** How far the next day of something that comes back is looked for: the fifth Monday of February is years away. */
const MAX_AHEAD_DAYS = 9 * 366;
/** 1 January 2020: a rule without a beginning is tried from here. */
const SOME_DAY = 18_262;

/** Whether a rule has more than one run of days: « lundi et mardi » of a single week is a range like any other. */
function hasSeveralRuns(rule: WhenRule): boolean {
  const starts = rule.ranges.map(({ from }) => (from === null ? SOME_DAY : dayNumber(from)));
  const on = findRuleDay(rule, Math.min(...starts), 1, true);
  const off = on === null ? null : findRuleDay(rule, on, 1, false);
  return off !== null && findRuleDay(rule, off, 1, true) !== null;
}

const recurrenceOfRule = memoByObject((rule: WhenRule): { readonly words: string | null } => {
  const words = recurrenceLabel(rule);
  return { words: words !== null && hasSeveralRuns(rule) ? words : null };
});

/** How a When comes back; null where it is one run of days, or runs without a pattern. */
const recurrenceOf = (when: When): string | null =>
  when.type === 'calendar' ? when.recurrence : recurrenceOfRule(when).words;

/**
 * The days to be told on a day: the run of days around it (see `periodAround`), or that day alone where the When comes back by
 * weekdays. « Every Monday and Tuesday » is no range « from the 18th to the 19th », though these two days touch.
 */
export const daysTold: (when: When, day: Temporal.PlainDate) => DaysTold = memoByDay((when, day) => {
  const recurrence = recurrenceOf(when);
  if (recurrence === null) return { ...periodAround(when, day), recurrence };
  const next = occursOn(when, day) ? day : nextOccurrence(when, day, MAX_AHEAD_DAYS);
  if (next === null) return { ...periodAround(when, day), recurrence: null };
  return { from: next.toString(), to: next.toString(), recurrence };
});

import type { Temporal } from 'temporal-polyfill';
import { memoByObject } from '../lib/memo-by-object.ts';
import { dayNumber, dayOfNumber, isoOfNumber, numberOfDay } from './day-number.ts';
import { calendarDays } from './ical/calendar-days.ts';
import { periodOf } from './period.ts';
import { findRuleDay, ruleWindows } from './rule-days.ts';
import { instantOfWall, minutesPerDay, wallOf, windowOnWall } from './wall-time.ts';
import type { HourWindow, When, WhenRule } from './when.ts';
import type { WhenDays } from './when-days.ts';

function ruleDays(rule: WhenRule): WhenDays {
  const { from, to } = periodOf(rule);
  return {
    bounds: {
      from: from === null ? Number.NEGATIVE_INFINITY : dayNumber(from),
      to: to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
    },
    windows: (day) => ruleWindows(rule, day),
    find: (start, step, wanted) => findRuleDay(rule, start, step, wanted),
  };
}

/** A programme asks thousands of items several times each: what answers is made once for each of them. */
const daysOf = memoByObject((when: When): WhenDays => (when.type === 'rule' ? ruleDays(when) : calendarDays(when)));

/** Numbers of days outside which it is never on; it need not be on between them. */
export function boundsOf(when: When): WhenDays['bounds'] {
  return daysOf(when).bounds;
}

/** Whether something is on at some time of this day. */
export function occursOn(when: When, day: Temporal.PlainDate): boolean {
  return windowsOn(when, day).length > 0;
}

/** The windows that start on this day, in order; empty: not on; `[{from: null, to: null}]`: the whole day. */
export function windowsOn(when: When, day: Temporal.PlainDate): readonly HourWindow[] {
  return daysOf(when).windows(numberOfDay(day));
}

/** Whether it is on at this very instant, in the zone of the instant. A window over midnight belongs to its first day. */
export function isActive(when: When, at: Temporal.ZonedDateTime): boolean {
  const days = daysOf(when);
  const { day, zone } = wallOf(at);
  for (const start of [day - 1, day]) {
    for (const window of days.windows(start)) {
      const { from, to } = windowOnWall(window, start);
      if (to <= day * minutesPerDay) continue;
      const begun = instantOfWall(from, zone).epochNanoseconds <= at.epochNanoseconds;
      if (begun && at.epochNanoseconds < instantOfWall(to, zone).epochNanoseconds) return true;
    }
  }
  return false;
}

/** First day from `from` (included) on which it is on, at most `limitDays` later; null for none. */
export function nextOccurrence(when: When, from: Temporal.PlainDate, limitDays: number): Temporal.PlainDate | null {
  const start = numberOfDay(from);
  const day = daysOf(when).find(start, 1, true, limitDays);
  return day === null || day - start > limitDays ? null : dayOfNumber(day);
}

/**
 * The block of days without a gap around a day, both ends included; null where it has no such end. For a day that is off:
 * the block that comes next, else the last one, else nothing but nulls.
 */
export function periodAround(when: When, day: Temporal.PlainDate): { from: string | null; to: string | null } {
  const days = daysOf(when);
  const start = numberOfDay(day);
  const inside = days.find(start, 1, true) ?? days.find(start, -1, true);
  if (inside === null) return { from: null, to: null };
  const before = days.find(inside, -1, false);
  const after = days.find(inside, 1, false);
  return {
    from: before === null ? null : isoOfNumber(before + 1),
    to: after === null ? null : isoOfNumber(after - 1),
  };
}

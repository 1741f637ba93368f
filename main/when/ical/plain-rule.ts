import type { Temporal } from 'temporal-polyfill';
import { isoOfNumber, weekdayOfNumber } from '../day-number.ts';
import { labelled } from '../french/label.ts';
import type { BareRule } from '../french/rule.ts';
import { ruleIsOn } from '../rule-days.ts';
import { minutesPerDay } from '../wall-time.ts';
import type { DayRange, WeekdayRule, WhenRule } from '../when.ts';
import { hoursOf } from './hours-of.ts';
import type { RecurrenceRule } from './recurrence/recurrence-rule.ts';
import type { Occurrence, Strand } from './strand.ts';

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);
const FOLLOWED = new Set(['frequency', 'interval', 'weekStart', 'weekdays', 'months', 'last']);

/** The rule of one occurrence; null where it takes more than 24 hours and no two of its days have the same hours. */
function bareRuleOf(occurrence: Occurrence): BareRule | null {
  const { from, to, allDay } = occurrence;
  if (!allDay && to - from > minutesPerDay) return null;
  const range = { from: isoOfNumber(dayOf(from)), to: isoOfNumber(allDay ? dayOf(to - 1) : dayOf(from)) };
  const hours = allDay ? [] : [hoursOf(occurrence)];
  return { ranges: [range], weekdays: [], months: [], except: { ranges: [], weekdays: [] }, hours };
}

/** Weekdays of a plain rule: weekly or daily ones, or those of a month by their number; null for anything else. */
function weekdaysOf({ frequency, weekdays }: RecurrenceRule, startDay: number): WeekdayRule[] | null {
  if (frequency === 'DAILY' && !weekdays) return [];
  if (frequency === 'WEEKLY' && !weekdays) return [{ weekday: weekdayOfNumber(startDay) }];
  const isMonthly = frequency === 'MONTHLY';
  const isPlain = (nth: number | null) => (isMonthly ? nth !== null && nth >= -1 && nth <= 5 : nth === null);
  if (!weekdays || frequency === 'YEARLY' || !weekdays.every(({ nth }) => isPlain(nth))) return null;
  return weekdays.map(({ weekday, nth }) => (nth === null ? { weekday } : { weekday, nth }));
}

/** Days that are taken out; those of another hour than the rule's take nothing out. */
function exceptOf(strand: Strand): DayRange[] {
  const time = strand.start - dayOf(strand.start) * minutesPerDay;
  const days = [
    ...(strand.without ?? []).filter((wall) => wall - dayOf(wall) * minutesPerDay === time).map(dayOf),
    ...(strand.withoutDays ?? []),
  ];
  return days.map((day) => ({ from: isoOfNumber(day), to: isoOfNumber(day) }));
}

function bareRuleOfStrand(strand: Strand): BareRule | null {
  const { start, allDay, minutes } = strand;
  const [rule, another] = strand.rules;
  const isOther = [strand.zone, strand.exceptRules, strand.since, strand.before, strand.shift].some(
    (part) => part !== undefined,
  );
  if (!rule || another || isOther || rule.interval !== 1 || !Object.keys(rule).every((name) => FOLLOWED.has(name)))
    return null;
  const weekdays = weekdaysOf(rule, dayOf(start));
  const base = bareRuleOf({ from: start, to: start + minutes, allDay });
  const [range] = base?.ranges ?? [];
  if (!base || !weekdays || !range || range.from !== range.to) return null;
  const time = start - dayOf(start) * minutesPerDay;
  const to = rule.last === null ? null : isoOfNumber(dayOf(Math.max(start, rule.last - time)));
  const bare = { ...base, ranges: [{ from: range.from, to }], weekdays, months: [...(rule.months ?? [])] };
  // A first date that the rule itself would not give is one date more: a plain rule cannot say that.
  if (!ruleIsOn({ type: 'rule', ...bare, label: '' }, dayOf(start))) return null;
  return { ...bare, except: { ranges: exceptOf(strand), weekdays: [] } };
}

/**
 * The rule that says the same as what a calendar gives: one occurrence, or one strand that is daily, weekly or monthly in the
 * time of the place without anything unusual. Null for the others. Rules cost next to nothing to ask.
 */
export function plainRule(
  strands: readonly Strand[],
  once: readonly Occurrence[],
  reference: Temporal.PlainDate | null,
): WhenRule | null {
  const [strand] = strands;
  const [occurrence] = once;
  if (strands.length + once.length !== 1) return null;
  const bare = strand ? bareRuleOfStrand(strand) : occurrence ? bareRuleOf(occurrence) : null;
  return bare && labelled(bare, reference);
}

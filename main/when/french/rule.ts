import { dayNumber } from '../day-number.ts';
import type { DayRange, HourWindow, WeekdayRule, WhenRule } from '../when.ts';

/** A rule before it has its label. */
export type BareRule = Omit<WhenRule, 'type' | 'label'>;

const first = (range: DayRange) => (range.from === null ? Number.NEGATIVE_INFINITY : dayNumber(range.from));
const last = (range: DayRange) => (range.to === null ? Number.POSITIVE_INFINITY : dayNumber(range.to));

/** Whether a range has a day in common with one of the others. */
export function touches(range: DayRange, others: readonly DayRange[]): boolean {
  return others.some((other) => first(range) <= last(other) && first(other) <= last(range));
}

/** In order, without overlaps. Neighbours are kept apart: « lundi 4 et mardi 5 mai » is how it was written. */
function normaliseRanges(ranges: readonly DayRange[]): DayRange[] {
  const sorted = [...ranges].sort((a, b) => first(a) - first(b) || last(a) - last(b));
  const merged: DayRange[] = [];
  for (const range of sorted) {
    const before = merged.at(-1);
    if (!before || first(range) > last(before)) merged.push({ from: range.from, to: range.to });
    else if (last(range) > last(before)) merged[merged.length - 1] = { from: before.from, to: range.to };
  }
  return merged;
}

const isWhole = (window: HourWindow) => window.from === null && window.to === null;

/** In order, each once; none at all where one of them is the whole day. */
export function normaliseHours(hours: readonly HourWindow[]): HourWindow[] {
  if (hours.some(isWhole)) return [];
  const key = ({ from, to, startOnly }: HourWindow) => `${from ?? ''} ${to ?? (startOnly ? '' : '24:00')}`;
  const each = new Map(
    hours.map((window): [string, HourWindow] => {
      const { from, to, startOnly } = window;
      return [key(window), { from, to, ...(startOnly ? { startOnly } : {}) }];
    }),
  );
  return [...each.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, window]) => window);
}

function normaliseWeekdays(weekdays: readonly WeekdayRule[]): WeekdayRule[] {
  const whole = new Set(weekdays.filter((rule) => rule.nth === undefined).map((rule) => rule.weekday));
  if (whole.size === 7) return [];
  const kept = weekdays.filter((rule) => rule.nth === undefined || !whole.has(rule.weekday));
  const order = (rule: WeekdayRule) => rule.weekday * 10 + (rule.nth === -1 ? 9 : (rule.nth ?? 0));
  const each = new Map(kept.map((rule) => [order(rule), rule]));
  return [...each.entries()].sort(([a], [b]) => a - b).map(([, rule]) => rule);
}

/** The one form of a rule: sorted, nothing twice, nothing that says no more than « all », no exception from other days. */
export function normaliseRule(rule: BareRule): BareRule {
  const months = [...new Set(rule.months)].sort((a, b) => a - b);
  const ranges = normaliseRanges(rule.ranges);
  return {
    ranges: ranges.length > 0 ? ranges : [{ from: null, to: null }],
    weekdays: normaliseWeekdays(rule.weekdays),
    months: months.length === 12 ? [] : months,
    except: {
      ranges: normaliseRanges(rule.except.ranges.filter((range) => touches(range, rule.ranges))),
      weekdays: [...new Set(rule.except.weekdays)].sort((a, b) => a - b),
    },
    hours: normaliseHours(rule.hours),
  };
}

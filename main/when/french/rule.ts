import { dayNumber } from '../day-number.ts';
import type { Closed, DayRange, HourWindow, WeekdayRule, WhenRule } from '../when.ts';

/** A rule before it has its label. */
export type BareRule = Omit<WhenRule, 'type' | 'label'>;

const first = (range: DayRange) => (range.from === null ? Number.NEGATIVE_INFINITY : dayNumber(range.from));
const last = (range: DayRange) => (range.to === null ? Number.POSITIVE_INFINITY : dayNumber(range.to));

/** Whether a range has a day in common with one of the others. */
export function touches(range: DayRange, others: readonly DayRange[]): boolean {
  return others.some((other) => first(range) <= last(other) && first(other) <= last(range));
}

const start = ({ from, begins }: DayRange) => `${from ?? ''} ${begins ?? ''}`;
const end = ({ to, ends }: DayRange) => `${to ?? '9999'} ${ends ?? '24:00'}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Whether one begins after another has ended, a day later or on the same day. */
const isApart = (before: DayRange, after: DayRange) =>
  first(after) > last(before) || (first(after) === last(before) && (after.begins ?? '') >= (before.ends ?? '24:00'));

const rangeOf = (from: string | null, to: string | null, begins?: string, ends?: string): DayRange => ({
  from,
  to,
  ...(begins !== undefined && { begins }),
  ...(ends !== undefined && { ends }),
});

/** In order, without overlaps. Neighbours are kept apart: « lundi 4 et mardi 5 mai » is how it was written. */
function normaliseRanges(ranges: readonly DayRange[]): DayRange[] {
  const sorted = [...ranges].sort((a, b) => compare(start(a), start(b)) || compare(end(a), end(b)));
  const merged: DayRange[] = [];
  for (const range of sorted) {
    const before = merged.at(-1);
    if (!before || isApart(before, range)) merged.push(range);
    else if (end(range) > end(before)) {
      const { from, begins } = before;
      const { to, ends } = range;
      merged[merged.length - 1] = rangeOf(from, to, begins, ends);
    }
  }
  return merged.map(({ from, to, begins, ends }) => rangeOf(from, to, begins, ends));
}

/** A range of whole days. */
export const wholeDays = ({ from, to }: DayRange): DayRange => ({ from, to });

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

const CLOSED: readonly Closed[] = ['school', 'public'];

/** The one form of a rule: sorted, nothing twice, nothing that says no more than « all », no exception from other days. */
export function normaliseRule(rule: BareRule): BareRule {
  const months = [...new Set(rule.months)].sort((a, b) => a - b);
  const narrowed = rule.hours.length > 0 || rule.weekdays.length > 0 || months.length > 0;
  const ranges = normaliseRanges(narrowed ? rule.ranges.map(wholeDays) : rule.ranges);
  return {
    ranges: ranges.length > 0 ? ranges : [{ from: null, to: null }],
    weekdays: normaliseWeekdays(rule.weekdays),
    months: months.length === 12 ? [] : months,
    except: {
      ranges: normaliseRanges(rule.except.ranges.filter((range) => touches(range, rule.ranges))),
      weekdays: [...new Set(rule.except.weekdays)].sort((a, b) => a - b),
      ...(rule.except.closed?.length ? { closed: CLOSED.filter((each) => rule.except.closed?.includes(each)) } : {}),
    },
    hours: normaliseHours(rule.hours),
  };
}

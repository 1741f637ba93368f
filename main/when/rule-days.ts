import { memoByObject } from '../lib/memo-by-object.ts';
import { dayNumber, monthDayOfNumber, weekdayOfNumber } from './day-number.ts';
import { isPublicHoliday } from './public-holidays.ts';
import type { DayRange, HourWindow, WhenRule } from './when.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A rule made ready for arithmetic: days are numbers, no end is an infinity. */
interface CompiledRule {
  readonly ranges: readonly Span[];
  readonly except: readonly Span[];
  /** Index 1 to 7: the `nth` that are kept, or `all`. Null: every weekday. */
  readonly weekdays: readonly (ReadonlySet<number> | 'all' | undefined)[] | null;
  readonly exceptWeekdays: ReadonlySet<number>;
  readonly months: ReadonlySet<number> | null;
  /** Whether anything but ranges narrows the days. */
  readonly pattern: boolean;
  /** Public holidays are taken out. */
  readonly publicOff: boolean;
  /** True where no weekday is left. */
  readonly never: boolean;
  /** First and last days of ranges that begin or end within the day. */
  readonly partDays: ReadonlyMap<number, readonly HourWindow[]>;
}

/** Longest gap between two days of a pattern: the fifth Monday of February, 40 years around 2100; in days. */
const longestGap = 15_000;
/** A pattern that is on for so many days without a break is always on. */
const longestRun = 800;

function spanOf(range: DayRange): Span {
  return {
    from: range.from === null ? Number.NEGATIVE_INFINITY : dayNumber(range.from),
    to: range.to === null ? Number.POSITIVE_INFINITY : dayNumber(range.to),
  };
}

/** The windows of the days on which ranges begin or end within the day; a range that has the whole day wins. */
function partDaysOf(ranges: readonly DayRange[]): ReadonlyMap<number, readonly HourWindow[]> {
  const edges = ranges.flatMap(({ from, to, begins, ends }) => [
    ...(from !== null && begins !== undefined ? [from] : []),
    ...(to !== null && ends !== undefined ? [to] : []),
  ]);
  const windowsOf = (day: string) =>
    ranges
      .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
      .map(({ from, to, begins, ends }) => ({
        from: from === day ? (begins ?? null) : null,
        to: to === day ? (ends ?? null) : null,
      }))
      .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const days = edges.map((day) => [dayNumber(day), windowsOf(day)] as const);
  return new Map(days.filter(([, windows]) => windows.every(({ from, to }) => from !== null || to !== null)));
}

const WHOLE_DAY: readonly HourWindow[] = [{ from: null, to: null }];
const NO_HOURS: readonly HourWindow[] = [];

const compile = memoByObject((rule: WhenRule): CompiledRule => {
  let weekdays: (Set<number> | 'all' | undefined)[] | null = null;
  if (rule.weekdays.length > 0) {
    weekdays = new Array<Set<number> | 'all' | undefined>(8).fill(undefined);
    for (const { weekday, nth } of rule.weekdays) {
      const before = weekdays[weekday];
      if (nth === undefined || before === 'all') weekdays[weekday] = 'all';
      else weekdays[weekday] = new Set([...(before ?? []), nth]);
    }
  }
  const exceptWeekdays = new Set(rule.except.weekdays);
  const left = [1, 2, 3, 4, 5, 6, 7].filter((day) => (!weekdays || weekdays[day]) && !exceptWeekdays.has(day));
  return {
    ranges: rule.ranges.map(spanOf),
    except: rule.except.ranges.map(spanOf),
    weekdays,
    exceptWeekdays,
    months: rule.months.length > 0 ? new Set(rule.months) : null,
    publicOff: rule.except.closed?.includes('public') === true,
    pattern: rule.except.closed !== undefined || weekdays !== null || exceptWeekdays.size > 0 || rule.months.length > 0,
    never: left.length === 0,
    partDays: partDaysOf(rule.ranges),
  };
});

const covers = (spans: readonly Span[], day: number) => spans.some((span) => span.from <= day && day <= span.to);

function isOn(rule: CompiledRule, day: number): boolean {
  if (rule.never || !covers(rule.ranges, day) || covers(rule.except, day)) return false;
  if (rule.publicOff && isPublicHoliday(day)) return false;
  if (!rule.pattern) return true;
  const weekday = weekdayOfNumber(day);
  if (rule.exceptWeekdays.has(weekday)) return false;
  const kept = rule.weekdays ? rule.weekdays[weekday] : 'all';
  if (!kept) return false;
  if (kept === 'all' && !rule.months) return true;
  const { month, day: dayOfMonth, daysInMonth } = monthDayOfNumber(day);
  if (rule.months && !rule.months.has(month)) return false;
  return kept === 'all' || kept.has(Math.ceil(dayOfMonth / 7)) || (kept.has(-1) && dayOfMonth + 7 > daysInMonth);
}

/** Whether a rule is on, on the day of this number. */
export function ruleIsOn(rule: WhenRule, day: number): boolean {
  return isOn(compile(rule), day);
}

/** The windows of a rule that start on the day of this number, in order; none where it is off. */
export function ruleWindows(rule: WhenRule, day: number): readonly HourWindow[] {
  const ready = compile(rule);
  if (!isOn(ready, day)) return NO_HOURS;
  return rule.hours.length > 0 ? rule.hours : (ready.partDays.get(day) ?? WHOLE_DAY);
}

/** From a day that is off, the next one that may be on; null where there is none. */
function afterOff(rule: CompiledRule, day: number, step: 1 | -1): number | null {
  if (!covers(rule.ranges, day)) {
    const edges = step > 0 ? rule.ranges.map((range) => range.from) : rule.ranges.map((range) => range.to);
    const ahead = edges.filter((edge) => (edge - day) * step > 0);
    if (ahead.length === 0) return null;
    return step > 0 ? Math.min(...ahead) : Math.max(...ahead);
  }
  const exception = rule.except.find((span) => span.from <= day && day <= span.to);
  if (exception) {
    const next = step > 0 ? exception.to + 1 : exception.from - 1;
    return Number.isFinite(next) ? next : null;
  }
  if (rule.months) {
    const { month, day: dayOfMonth, daysInMonth } = monthDayOfNumber(day);
    if (!rule.months.has(month)) return step > 0 ? day + daysInMonth - dayOfMonth + 1 : day - dayOfMonth;
  }
  return day + step;
}

/** From a day that is on, where no weekday or month narrows the rule, the first day that may be off. */
function afterOn(rule: CompiledRule, day: number, step: 1 | -1): number | null {
  const covering = rule.ranges.filter((span) => span.from <= day && day <= span.to);
  const next =
    step > 0
      ? Math.min(
          Math.max(...covering.map((span) => span.to)) + 1,
          ...rule.except.map((span) => span.from).filter((from) => from > day),
        )
      : Math.max(
          Math.min(...covering.map((span) => span.from)) - 1,
          ...rule.except.map((span) => span.to).filter((to) => to < day),
        );
  return Number.isFinite(next) ? next : null;
}

/**
 * The first day from `start` (included), forwards or backwards, on which the rule is on (`wanted` true) or off; null for
 * never. Ranges, exceptions and months are jumped over, so an endless or a far-away rule costs no scan over years.
 */
export function findRuleDay(rule: WhenRule, start: number, step: 1 | -1, wanted: boolean): number | null {
  const ready = compile(rule);
  if (ready.never) return wanted ? null : start;
  let day: number | null = start;
  let steps = 0;
  const limit = wanted ? longestGap : longestRun;
  while (day !== null && steps <= limit) {
    if (isOn(ready, day) === wanted) return day;
    if (wanted) day = afterOff(ready, day, step);
    else day = ready.pattern ? day + step : afterOn(ready, day, step);
    steps += 1;
  }
  return null;
}

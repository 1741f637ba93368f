import { minutesPerDay } from '../../wall-time.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';
import { periodsOf } from './rule-periods.ts';

/** All starts of a rule from `from` to `to`, both included, in order; wall minutes in the zone of the series. */
export type RuleStarts = (from: number, to: number) => number[];

/** No count is followed further than this: a rule that goes on for longer has no end that a wall could meet. */
const MAX_COUNTED_DAYS = 200 * 366;
const MAX_WINDOW_DAYS = 512;
/** Within so many days every rule that ever comes back has come back once: 29 February, and a Monday among them. */
const MAX_GAP_DAYS = 30 * 366;

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);
const isListed = (list: readonly number[], index: number, size: number) =>
  list.includes(index + 1) || list.includes(index - size);

/** Minutes of the day at which a rule starts. */
function timesOf({ hours, minutes }: RecurrenceRule, start: number, allDay: boolean): number[] {
  const own = start - dayOf(start) * minutesPerDay;
  if (allDay || (!hours && !minutes)) return [own];
  const each = (hours ?? [Math.floor(own / 60)]).flatMap((hour) =>
    (minutes ?? [own % 60]).map((minute) => hour * 60 + minute),
  );
  return each.toSorted((a, b) => a - b);
}

/** Rules of days, weeks, months and years: whole periods are worked out, and only those that the window touches. */
function startsByPeriod(rule: RecurrenceRule, start: number, allDay: boolean): RuleStarts {
  const periods = periodsOf(rule, dayOf(start));
  const times = timesOf(rule, start, allDay);
  const { positions } = rule;
  const [time = 0] = times;
  const startsOf = (period: number) => {
    const days = periods.days(period);
    if (times.length === 1 && !positions) return days.map((day) => day * minutesPerDay + time);
    const walls = days.flatMap((day) => times.map((each) => day * minutesPerDay + each));
    return positions ? walls.filter((_, index) => isListed(positions, index, walls.length)) : walls;
  };
  return (from, to) => {
    const last = periods.periodOf(dayOf(to)) + 1;
    const found: number[] = [];
    for (let period = Math.max(0, periods.periodOf(dayOf(from))); period <= last; period += 1) {
      for (const wall of startsOf(period)) if (wall >= from && wall <= to) found.push(wall);
    }
    return found;
  };
}

/** Rules of hours and minutes: steps from the start, narrowed by the other parts. */
function startsByStep(rule: RecurrenceRule, start: number): RuleStarts {
  const step = rule.interval * (rule.frequency === 'HOURLY' ? 60 : 1);
  const periods = periodsOf({ ...rule, frequency: 'DAILY', interval: 1 }, dayOf(start));
  const isMeant = (wall: number) => {
    const day = dayOf(wall);
    const minute = wall - day * minutesPerDay;
    if (rule.hours && !rule.hours.includes(Math.floor(minute / 60))) return false;
    if (rule.minutes && !rule.minutes.includes(minute % 60)) return false;
    return periods.days(day - dayOf(start)).length > 0;
  };
  return (from, to) => {
    const found: number[] = [];
    const first = Math.max(0, Math.ceil((from - start) / step));
    for (let wall = start + first * step; wall <= to; wall += step) if (isMeant(wall)) found.push(wall);
    return found;
  };
}

const isStepped = ({ frequency }: RecurrenceRule) => frequency === 'HOURLY' || frequency === 'MINUTELY';

const ruleAlone = (rule: RecurrenceRule, start: number, allDay: boolean): RuleStarts =>
  isStepped(rule) ? startsByStep(rule, start) : startsByPeriod(rule, start, allDay);

/** Whether a rule gives the start of its series by itself. */
export const givesStart = (rule: RecurrenceRule, start: number, allDay: boolean): boolean =>
  ruleAlone(rule, start, allDay)(start, start).length > 0;

/**
 * The starts of a rule whose series starts at `start`. That first start always counts, even where the rule would not give
 * it (RFC 5545, 3.8.5.3: DTSTART is the first instance), as calendar programs show it.
 */
export function startsOfRule(rule: RecurrenceRule, start: number, allDay: boolean): RuleStarts {
  const starts = ruleAlone(rule, start, allDay);
  const last = rule.last ?? Number.POSITIVE_INFINITY;
  return (from, to) => {
    const after = from > last || to <= start ? [] : starts(Math.max(from, start + 1), Math.min(to, last));
    return from <= start && start <= to ? [start, ...after] : after;
  };
}

/** The starts that a rule of exceptions (EXRULE) takes out of a series: unlike those of a RRULE, only what it gives itself. */
export function startsOfExceptions(rule: RecurrenceRule, start: number, allDay: boolean): RuleStarts {
  const starts = ruleAlone(rule, start, allDay);
  const last = rule.last ?? Number.POSITIVE_INFINITY;
  return (from, to) => (from > last || to < start ? [] : starts(Math.max(from, start), Math.min(to, last)));
}

/** What a series gives after its start, window by window, each twice as long as the one before, up to so many days. */
function* windowsAfter(starts: RuleStarts, start: number, maxDays: number): Generator<number[]> {
  let from = start + 1;
  for (let days = 8; from < start + maxDays * minutesPerDay; days = Math.min(days * 2, MAX_WINDOW_DAYS)) {
    const to = from + days * minutesPerDay;
    yield starts(from, to - 1);
    from = to;
  }
}

/**
 * The start that is number `count` (COUNT) of a series; null where it is too far away to matter. RFC 5545 leaves open what is counted
 * when the rule would not give the first start. It is counted where the parts of a rule leave days out (every day, on Mondays);
 * where they name the days (every month, on the last one) those days are counted, as Google Calendar does.
 */
export function startNumber(rule: RecurrenceRule, start: number, allDay: boolean, count: number): number | null {
  const isCounted = rule.frequency === 'DAILY' || isStepped(rule) || givesStart(rule, start, allDay);
  let left = isCounted ? count - 1 : count;
  if (left <= 0) return start;
  for (const found of windowsAfter(startsOfRule(rule, start, allDay), start, MAX_COUNTED_DAYS)) {
    const wall = found[left - 1];
    if (wall !== undefined) return wall;
    left -= found.length;
  }
  return null;
}

/** Whether a series ever comes back after its start. */
export function comesBack(starts: RuleStarts, start: number): boolean {
  for (const found of windowsAfter(starts, start, MAX_GAP_DAYS)) if (found.length > 0) return true;
  return false;
}

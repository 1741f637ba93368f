import fc from 'fast-check';

/** A recurrence rule by days, as RFC 5545 (3.3.10) has its parts. Days are numbers since 1970-01-01, weekdays 1 (Monday) to 7. */
export interface NaiveRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly wkst: number;
  readonly count?: number;
  /** Last day, included. */
  readonly until?: number;
  readonly byday?: readonly { readonly nth: number; readonly weekday: number }[];
  readonly bymonth?: readonly number[];
  readonly bymonthday?: readonly number[];
  readonly byyearday?: readonly number[];
  readonly byweekno?: readonly number[];
  readonly bysetpos?: readonly number[];
}

const DAY = 86_400_000;
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
export const basicDay = (day: number): string => isoDay(day).replaceAll('-', '');
const dayNumber = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / DAY;
const weekdayOf = (day: number) => new Date(day * DAY).getUTCDay() || 7;
const dateOf = (day: number) => {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
};
/** Whether a list that counts from 1, or from the end, has the one that is `value` of `size`. */
const has = (list: readonly number[], value: number, size: number) =>
  list.some((each) => (each > 0 ? each === value : size + each + 1 === value));

const weekStart = (day: number, wkst: number) => day - ((weekdayOf(day) - wkst + 7) % 7);

/** Year, number and count of weeks: a week belongs to the year in which its fourth day lies. */
function weekOf(day: number, wkst: number) {
  const start = weekStart(day, wkst);
  const { year } = dateOf(start + 3);
  const first = weekStart(dayNumber(year, 1, 4), wkst);
  const next = weekStart(dayNumber(year + 1, 1, 4), wkst);
  return { year, number: (start - first) / 7 + 1, count: (next - first) / 7 };
}

function periodOf(rule: NaiveRule, day: number, start: number): number {
  const [at, from] = [dateOf(day), dateOf(start)];
  if (rule.freq === 'DAILY') return day - start;
  if (rule.freq === 'WEEKLY') return (weekStart(day, rule.wkst) - weekStart(start, rule.wkst)) / 7;
  if (rule.freq === 'MONTHLY') return (at.year - from.year) * 12 + at.month - from.month;
  return (rule.byweekno ? weekOf(day, rule.wkst).year : at.year) - from.year;
}

function weekdayMatches(rule: NaiveRule, day: number): boolean {
  const { year, month, date } = dateOf(day);
  const inMonth = rule.freq === 'MONTHLY' || rule.bymonth !== undefined;
  const first = inMonth ? dayNumber(year, month, 1) : dayNumber(year, 1, 1);
  const last = inMonth ? dayNumber(year, month + 1, 1) - 1 : dayNumber(year, 12, 31);
  const place = inMonth ? date : day - first + 1;
  const size = last - first + 1;
  return (rule.byday ?? []).some(({ nth, weekday }) => {
    if (weekdayOf(day) !== weekday) return false;
    return nth === 0 || nth === Math.floor((place - 1) / 7) + 1 || nth === -Math.floor((size - place) / 7) - 1;
  });
}

/** Whether a day has all that the rule names, or else what its start implies. */
function matches(rule: NaiveRule, day: number, start: number): boolean {
  const { freq, byday, bymonth, bymonthday, byyearday, byweekno, wkst } = rule;
  const [at, from] = [dateOf(day), dateOf(start)];
  const daysInMonth = dayNumber(at.year, at.month + 1, 1) - dayNumber(at.year, at.month, 1);
  const newYear = dayNumber(at.year, 1, 1);
  if (bymonth && !bymonth.includes(at.month)) return false;
  if (bymonthday && !has(bymonthday, at.date, daysInMonth)) return false;
  if (byyearday && !has(byyearday, day - newYear + 1, dayNumber(at.year + 1, 1, 1) - newYear)) return false;
  const week = weekOf(day, wkst);
  if (byweekno && !has(byweekno, week.number, week.count)) return false;
  if (byday) return weekdayMatches(rule, day);
  if (freq === 'WEEKLY') return weekdayOf(day) === weekdayOf(start);
  if (bymonthday || byyearday || freq === 'DAILY') return true;
  if (freq === 'MONTHLY') return at.date === from.date;
  if (byweekno) return weekdayOf(day) === weekdayOf(start);
  return at.date === from.date && (bymonth !== undefined || at.month === from.month);
}

/** The days of a series up to `end`, each day tried one by one; its start is always the first of them. */
export function naiveDays(rule: NaiveRule, start: number, end: number): { days: number[]; givesStart: boolean } {
  const periods = new Map<number, number[]>();
  for (let day = start - 400; day <= end + 400; day += 1) {
    const period = periodOf(rule, day, start);
    if (period < 0 || period % rule.interval !== 0 || !matches(rule, day, start)) continue;
    periods.set(period, [...(periods.get(period) ?? []), day]);
  }
  const { bysetpos, until, count } = rule;
  const kept = [...periods.values()].flatMap((days) =>
    bysetpos ? days.filter((_, index) => has(bysetpos, index + 1, days.length)) : days,
  );
  const given = kept.toSorted((a, b) => a - b);
  const later = given.filter((day) => day > start && (until === undefined || day <= until));
  const days = [start, ...later].slice(0, count ?? later.length + 1).filter((day) => day <= end);
  return { days, givesStart: given.includes(start) };
}

/** The value of a RRULE. */
export function ruleText(rule: NaiveRule, untilText: (day: number) => string): string {
  const list = (name: string, values: readonly (number | string)[] | undefined) =>
    values === undefined ? [] : [`${name}=${values.join()}`];
  return [
    `FREQ=${rule.freq}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...(rule.wkst === 1 ? [] : [`WKST=${CODES[rule.wkst - 1]}`]),
    ...(rule.count === undefined ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === undefined ? [] : [`UNTIL=${untilText(rule.until)}`]),
    ...list(
      'BYDAY',
      rule.byday?.map(({ nth, weekday }) => `${nth || ''}${CODES[weekday - 1]}`),
    ),
    ...list('BYMONTH', rule.bymonth),
    ...list('BYMONTHDAY', rule.bymonthday),
    ...list('BYYEARDAY', rule.byyearday),
    ...list('BYWEEKNO', rule.byweekno),
    ...list('BYSETPOS', rule.bysetpos),
  ].join(';');
}

const some = (values: fc.Arbitrary<number>, maxLength: number) => fc.uniqueArray(values, { minLength: 1, maxLength });
const signed = (max: number) => fc.oneof(fc.integer({ min: 1, max }), fc.integer({ min: -max, max: -1 }));
const often = <T>(values: fc.Arbitrary<T>, freq = 2) => fc.option(values, { nil: undefined, freq });

/** Rules that a program could write for a series that starts on `start`. */
export function naiveRules(start: number): fc.Arbitrary<NaiveRule> {
  const frequencies = fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const, 'YEARLY' as const);
  return frequencies.chain((freq) => {
    const isLong = freq === 'MONTHLY' || freq === 'YEARLY';
    const never = fc.constant(undefined);
    const nth = isLong ? fc.oneof(fc.constant(0), signed(4), fc.constant(5)) : fc.constant(0);
    return fc
      .record({
        freq: fc.constant(freq),
        interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 })),
        wkst: fc.oneof(
          { weight: 3, arbitrary: fc.constant(1) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 7 }) },
        ),
        end: fc.oneof(
          fc.constant({}),
          fc.record({ count: fc.integer({ min: 1, max: 20 }) }),
          fc.record({ until: fc.integer({ min: start, max: start + 600 }) }),
        ),
        byday: often(
          fc.array(fc.record({ nth, weekday: fc.integer({ min: 1, max: 7 }) }), { minLength: 1, maxLength: 4 }),
        ),
        bymonth: often(some(fc.integer({ min: 1, max: 12 }), 3), 1),
        bymonthday: freq === 'WEEKLY' ? never : often(some(signed(31), 4), 1),
        byyearday: freq === 'YEARLY' ? often(some(signed(366), 3), 1) : never,
        byweekno: freq === 'YEARLY' ? often(some(signed(53), 2), 1) : never,
        bysetpos: often(some(signed(4), 2), 1),
      })
      .map(({ end, ...rule }): NaiveRule => {
        // A week has one Monday: numbered weekdays and numbered weeks exclude each other.
        const byday = rule.byweekno ? rule.byday?.map(({ weekday }) => ({ nth: 0, weekday })) : rule.byday;
        const parts = Object.entries({ ...rule, byday, ...end }).filter(([, value]) => value !== undefined);
        return Object.fromEntries(parts) as unknown as NaiveRule;
      });
  });
}

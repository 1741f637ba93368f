import type { WeekdayRule } from '../when.ts';
import { type IsoEnd, isoEndOf } from './iso-end.ts';
import type { DayPart, Days, Edge, Place, Relative, Span, Sure, Weekday, Written } from './tree.ts';

const endOf = (span: Span) => span.to ?? span.from;

function day(date: number, month: number | null, year: number | null, form: Written['form']): Written {
  return { day: date, month: month ?? undefined, year: year ?? undefined, form };
}

/**
 * « 20260505 Forum », « 05052026 Forum », « 050526 Forum »; without words behind it, it is the number of a camera, as weak as
 * « 5/5 ».
 */
function compact(date: string, words: boolean | null): Written {
  const form = words ? 'compact' : 'slash';
  const part = (start: number, end: number) => Number(date.slice(start, end));
  if (date.length === 6) {
    const [first, month, last] = [part(0, 2), part(2, 4), part(4, 6)];
    return isPlainly(first, month, last) ? day(first, month, 2000 + last, form) : day(last, month, 2000 + first, form);
  }
  const yearFirst = part(4, 6) > 0 && part(4, 6) <= 12;
  return yearFirst ? day(part(6, 8), part(4, 6), part(0, 4), form) : day(part(0, 2), part(2, 4), part(4, 8), form);
}

/** Days without a month take the one of the day that follows them: `4, 5 et 7 mai`. */
function fillMonths(spans: readonly Span[]): Span[] {
  let next: DayPart | undefined;
  const fill = (part: DayPart): DayPart => {
    const { month, year } = next ?? {};
    next = part.month === undefined && month ? { ...part, month, ...(year && { year }) } : part;
    return next;
  };
  return spans
    .toReversed()
    .map(({ from, to, ...span }): Span => {
      const filled = to && fill(to);
      return { ...span, from: fill(from), ...(filled && { to: filled }) };
    })
    .toReversed();
}

/** « du 4 mai au 7 » ends in the month in which it begins. */
function sameMonth(opening: string, from: DayPart, joint: string, to: DayPart): DayPart {
  const { month, year } = from;
  const clear = joint === 'au' && (opening === 'du' || to.weekday !== undefined) && to.day > from.day;
  return clear && to.form === 'bare' && month ? { ...to, month, ...(year && { year }) } : to;
}

/** Whether the sign or word between two days makes a range of them. */
function joins(opening: string, from: DayPart, joint: string, to: DayPart): boolean {
  const bare = from.form === 'bare';
  if (to.form === 'bare' && !bare && joint === '-') return false;
  // « Sortie 12 - mardi 19 mai »: whoever writes one weekday of a range writes both.
  if (joint === '-' && opening === '' && bare && from.weekday === undefined && to.weekday !== undefined) return false;
  if (joint === 'au' || joint === '-') return true;
  if (joint === 'et') return opening === 'entre';
  if (from.form === to.form && (from.form === 'compact' || from.form === 'numeric')) return true;
  // « 4 à 7 mai », « 4/7 mai »: only a date has a month at the end.
  if (joint === 'à' && opening !== '') return true;
  return joint !== '_' && bare && (opening !== '' || to.month !== undefined);
}

function joinsTimed(opening: string, from: DayPart, joint: string, to: DayPart): boolean {
  if (from.form === 'bare' || to.form === 'bare') return false;
  if (joint === 'et') return false;
  return joint === '/' || joint === '_' ? from.form === 'iso' : joins(opening, from, joint, to);
}

function timedRange(from: DayPart, to: DayPart, begins: Edge | null, ends: Edge | null): Span {
  return { from, to, ...(begins && { begins }), ...(ends && { ends }) };
}

/** Weeks of the calendar, from their Monday to their Sunday. */
function weeks(ranges: readonly (readonly [number, number])[], year: number | null, place: Place): Span[] {
  const dayOf = (week: number, weekday: 1 | 7): DayPart => ({
    ...day(1, 1, year, 'week'),
    ...place,
    ofWeek: { week, weekday },
    stamped: false,
  });
  return ranges.map(([first, last]) => ({ from: dayOf(first, 1), to: dayOf(last, 7) }));
}

/** The numbers from one to another, both included, in a round of `length`. */
function round(first: number, last: number, length: number): number[] {
  const count = ((last - first + length) % length) + 1;
  return Array.from({ length: count }, (_, index) => ((first - 1 + index) % length) + 1);
}

interface WeekdayItem {
  readonly sure: Sure;
  readonly nths: readonly number[];
  readonly weekday: Weekday;
}

function weekdayList(items: readonly WeekdayItem[]): { weekdays: WeekdayRule[]; sure: Sure } {
  const implied = items.some(({ nths, weekday }) => nths.length > 0 || weekday.plural);
  const sure = items[0]?.sure ?? 'alone';
  const weekdays = items.flatMap(({ nths, weekday: { weekday } }) =>
    nths.length === 0 ? [{ weekday }] : nths.map((nth) => ({ weekday, nth })),
  );
  return { weekdays, sure: sure === 'alone' && implied ? 'implied' : sure };
}

const isPlainly = (date: number, month: number, year: number) =>
  year >= 25 && year < 50 && date > 0 && date <= 31 && month > 0 && month <= 12;

/** « 1re quinzaine de mai »: its first fifteen days, or the others. */
function fortnight(half: number, month: number, year: number | null, place: Place): Span {
  const end = { ...day(15, month, year, 'named'), ...place, stamped: false };
  return half === 1
    ? { from: { ...end, day: 1 }, to: end }
    : { from: { ...end, day: 16 }, to: { ...end, ...monthEnd(month, year) } };
}

/** « début mai », « mi-mai », « fin mai »: ten days of it, or what is left. */
function third(part: 0 | 1 | 2, month: number, year: number | null, place: Place): Span {
  const end = { ...day(part * 10 + 10, month, year, 'named'), ...place, stamped: false };
  const last = part === 2 ? { ...end, ...monthEnd(month, year) } : end;
  return { from: { ...end, day: part * 10 + 1 }, to: last, guessed: true };
}

function monthEnd(month: number, year: number | null): Written {
  return { ...day(new Date(Date.UTC(year ?? 2001, month, 0)).getUTCDate(), month, year, 'named'), last: true };
}

/** The month stands for a known one: `relative-days.ts` says which day it is. */
const relative = (of: Relative): Written & { readonly stamped: boolean } => ({
  ...day(1, 1, null, 'relative'),
  relative: of,
  stamped: false,
});

const numbered = (number: number, weekday: number | null) => relative({ unit: 'numbered', day: number, weekday });

/** The last day says which the first one is. */
function numberedRange(from: DayPart, to: DayPart): Span {
  const [first, until] = [from.relative, to.relative];
  const isRange = first?.unit === 'numbered' && until?.unit === 'numbered';
  return { from: isRange ? { ...from, relative: { ...first, until } } : from, to };
}

function relativeSpan(unit: 'week' | 'weekend' | 'month', offset: number, place: Place): Span {
  const end = (isLast: boolean): DayPart => ({ ...relative({ unit, offset, end: isLast }), ...place });
  return { from: end(false), to: end(true) };
}

/** What the grammar makes of days. */
export const days = {
  day,
  compact,
  monthEnd,
  fortnight,
  relative,
  relativeSpan,
  inDays: (offset: number): Relative => ({ unit: 'day', offset }),
  nextWeekday: (weekday: number, after: 0 | 1): Relative => ({ unit: 'weekday', weekday, after }),
  numbered,
  numberedRange,
  third,
  hasMonth: (span: Span) => endOf(span).month !== undefined,
  fillMonths,
  isPlainly,
  /** « 5-12-19 », and not a score or the number of a class before a range. */
  ascend: (days: readonly DayPart[]) => days.every(({ day }, at) => at === 0 || day > (days[at - 1]?.day ?? 0)),
  /** « 05.05.26 » of these years is a date; « 10-10-10 » may be something else. */
  shortDate: (date: number, month: number, year: number) =>
    day(date, month, 2000 + year, isPlainly(date, month, year) ? 'numeric' : 'slash'),
  sameMonth,
  joins,
  joinsTimed,
  /** « du 4 mai à 14h au 7 mai », not « 5 mai 14h - 7 mai ». */
  saysUntil: (opening: string, joint: string) => opening !== '' || joint === 'au',
  timedRange,
  weeks,
  fitsIso: (from: DayPart, end: IsoEnd): boolean => isoEndOf(from, end) !== null,
  isoRange: (opening: string, from: DayPart, end: IsoEnd): Span => ({
    from,
    to: isoEndOf(from, end) ?? end.to,
    ...(end.guessed && { guessed: true as const }),
    ...(opening === 'du' && { opened: true }),
  }),
  monthsFrom: (first: number, last: number) => round(first, last, 12),
  weekdaysFrom: (first: number, last: number): WeekdayRule[] => round(first, last, 7).map((weekday) => ({ weekday })),
  weekdayList,
  mayTakeWeekday: ({ plural }: Weekday, { spans: [span] }: Days) =>
    !plural && span !== undefined && !span.to && span.from.weekday === undefined,
  withWeekday: ({ weekday }: Weekday, days: Days): Days => ({
    ...days,
    spans: days.spans.map((span, index) => (index === 0 ? { ...span, from: { ...span.from, weekday } } : span)),
  }),
};

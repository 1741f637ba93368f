import type { WeekdayRule } from '../when.ts';
import type { Token } from './tokenize.ts';
import type {
  Clause,
  DayPart,
  Days,
  Edge,
  Hours,
  Place,
  Span,
  Sure,
  Time,
  Weekday,
  WindowPart,
  Written,
} from './tree.ts';

/** Years before are history in a title, « 8 mai 1945 », not a day on which to show something. */
const FIRST_YEAR = 2000;

const minutesOf = (at: string) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
const pad = (value: number) => String(value).padStart(2, '0');
const endOf = (span: Span) => span.to ?? span.from;

function day(date: number, month: number | null, year: number | null, form: Written['form']): Written {
  return { day: date, ...(month !== null && { month }), ...(year !== null && { year }), form };
}

/** « 20260505 Forum », « 05052026 Forum »; without words behind it, it is the number of a camera, as weak as « 5/5 ». */
function compact(date: string, words: boolean | null): Written {
  const form = words ? 'compact' : 'slash';
  const part = (start: number, end: number) => Number(date.slice(start, end));
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
  if (joint === 'au' || joint === '-') return true;
  if (joint === 'et') return opening === 'entre';
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

/** A time at an end of a range; midnight is no more than the start or the end of a day. */
function edge(at: Time): Omit<Edge, keyof Place> {
  const { window: hours, trouble } = start(at);
  return { begins: hours.from, ends: hours.from, window: hours, possible: trouble !== 'impossible' };
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

function time(hour: number, minute: number): Time {
  return { time: `${pad(hour)}:${pad(minute)}`, possible: minute < 60 && hour * 60 + minute <= 24 * 60 };
}

/** From one time to another; a missing one is the start or the end of the day, and so is midnight. */
function window(from: Time | null, to: Time | null): WindowPart {
  const impossible = from?.possible === false || to?.possible === false;
  const bound = (at: Time | null) => (!at || at.time === '24:00' || at.time === '00:00' ? null : at.time);
  return {
    window: { from: bound(from), to: bound(to) },
    trouble: impossible ? 'impossible' : from?.time === '24:00' ? 'midnight' : null,
    part: false,
    word: (to ?? from)?.word === true,
  };
}

/** Only its start was said; a midnight is the start of the whole day. */
function start(from: Time): WindowPart {
  const open = window(from, null);
  return open.window.from === null ? open : { ...open, window: { ...open.window, startOnly: true } };
}

/** Whether one of two windows is a part of the day, and the other within it; of a start alone, whether it begins in it. */
function saysTheSame(one: WindowPart, other: WindowPart): boolean {
  if (one.part === other.part) return false;
  const [part, narrow] = one.part ? [one.window, other.window] : [other.window, one.window];
  const { from, to } = narrow;
  // « le soir de 17h à 19h », « le matin de 9h à 12h30 »: a part of the day has no sharp ends.
  const [first, last] = [minutesOf(part.from ?? '00:00') - 60, minutesOf(part.to ?? '24:00')];
  if (from === null || minutesOf(from) < first || minutesOf(from) >= last) return false;
  return to === null || (from < to && minutesOf(to) <= last + 60);
}

/** « 8 heures du matin », « 2 heures de l’après-midi »: `half` is what is added to an hour of the second half of the day. */
function halfDay(at: Time, half: number | null): Time {
  const hour = Number(at.time.slice(0, 2));
  return half !== null && hour < 12 ? time(hour + half, Number(at.time.slice(3))) : at;
}

/** Whether a day proves that a date is meant: « 5-5 » or « 4-7 » are scores and ages as well. */
function proves({ form, month, year, weekday }: DayPart): boolean {
  if (year !== undefined && year < FIRST_YEAR) return false;
  return form === 'slash' ? weekday !== undefined : form !== 'bare' || month !== undefined;
}

/** Whether a clause is a date wherever it stands, not figures or words that look like one. */
function isSure(clause: Clause): boolean {
  if (clause.kind === 'open') return proves(clause.day);
  if (clause.kind === 'weekdays') return clause.sure === 'explicit';
  if (clause.kind === 'hours') return clause.each === true;
  if (clause.kind !== 'days') return false;
  return clause.spans.every(({ from, to, opened }) => {
    const sure = proves(from) || (to !== undefined && (opened === true || proves(to)));
    return sure && !from.stamped && to?.stamped !== true;
  });
}

/** A date that is nothing else: with its year in four figures, or with the name of its month. */
function isPlainDay({ form, year }: DayPart): boolean {
  return (year === undefined || year >= FIRST_YEAR) && ['iso', 'numeric', 'named', 'week'].includes(form);
}

/** Whether a clause may begin the date that ends a name. The first number of a list may belong to the title: « Groupe 3, 5 mai ». */
function mayBeAtEnd(clause: Clause, tokens: readonly Token[]): boolean {
  if (clause.kind === 'months')
    return clause.whole || (clause.year !== null && clause.year >= FIRST_YEAR && !clause.figures);
  if (clause.kind === 'weekdays') return true;
  const [first] = clause.kind === 'days' ? clause.spans : [];
  const list = tokens.slice(clause.start, clause.end).some(({ text }) => ['et', 'ou', '&', '+'].includes(text));
  return isSure(clause) && (first?.from.form !== 'bare' || first.to !== undefined || list);
}

/** Whether clauses that end a name are a date there: « mardi » alone may belong to the title, unless a sign sets it apart. */
function isSureAtEnd([first, ...more]: readonly Clause[], apart: boolean): boolean {
  if (first?.kind !== 'weekdays' || first.sure === 'explicit') return true;
  return apart || (first.sure === 'implied' && more.some(({ kind }) => kind === 'hours'));
}

const lastDay = (clause: Clause) => (clause.kind === 'days' ? clause.spans.map(endOf).at(-1) : undefined);

/** What the grammar makes of what it reads (`{ }`) and asks about it (`&{ }`). */
export const make = {
  day,
  compact,
  monthEnd: (month: number, year: number | null): Written => ({
    ...day(new Date(Date.UTC(year ?? 2001, month, 0)).getUTCDate(), month, year, 'named'),
    last: true,
  }),
  hasMonth: (span: Span) => endOf(span).month !== undefined,
  fillMonths,
  isPlainly: (date: number, month: number, year: number) =>
    year >= 25 && year < 50 && date > 0 && date <= 31 && month > 0 && month <= 12,
  sameMonth,
  joins,
  joinsTimed,
  /** « du 4 mai à 14h au 7 mai », not « 5 mai 14h - 7 mai ». */
  saysUntil: (opening: string, joint: string) => opening !== '' || joint === 'au',
  timedRange,
  edge,
  /** « au matin » begins nothing and ends at noon. */
  partEdge: (from: string | null, to: string | null) => ({
    begins: from,
    ends: to,
    window: { from, to },
    possible: true,
  }),
  weeks,
  isoRange: (
    opening: string,
    from: DayPart,
    { to, guessed, short }: { to: DayPart; guessed?: true; short?: true },
  ): Span => ({
    from,
    to: short ? { ...to, ...(from.month && { month: from.month }), ...(from.year && { year: from.year }) } : to,
    ...(guessed && { guessed }),
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
  time,
  window,
  start,
  part: (from: string | null, to: string | null): WindowPart => ({
    window: { from, to },
    trouble: null,
    part: true,
    word: true,
  }),
  /** « midis », « matins »: what they are the hours of has been said, so they end no title. */
  parts: (from: string | null, to: string | null): WindowPart => ({ ...make.part(from, to), word: false }),
  halfDay,
  mayBeAtEnd,
  isSureAtEnd,
  saysTheSame,
  narrower: (one: WindowPart, other: WindowPart | null) => (other && one.part ? other : one),
  isSure,
  mayBePast: (clause: Clause) => {
    const day = lastDay(clause);
    return day?.form === 'named' && day.year === undefined;
  },
  /** Right before letters: `2026-05-05Forum`, but not « 5maison » or « 4 mai68 ». */
  mayBeGlued: (clause: Clause) => ['iso', 'numeric'].includes(lastDay(clause)?.form ?? ''),
  areSureHours: (clause: Clause): clause is Hours =>
    clause.kind === 'hours' && clause.windows.every(({ trouble }) => trouble === null),
  /** With « midi » or « matin », which may begin a title as well. */
  endInWord: ({ windows }: Hours) => windows.at(-1)?.word === true,
  isPlain: (clause: Clause) => {
    if (clause.kind === 'open') return isPlainDay(clause.day);
    if (clause.kind === 'months') return clause.year !== null && clause.year >= FIRST_YEAR && !clause.figures;
    return clause.kind === 'days' && clause.spans.every((span) => isPlainDay(endOf(span)) && !span.from.stamped);
  },
};

import { dayNumber, isoOfNumber, numberOfDate, numberOfDay, weekdayOfNumber, yearOfNumber } from '../day-number.ts';
import type { DayRange } from '../when.ts';
import { backwardsFault, contradictionFault, impossibleFault, justPastWarning } from './faults.ts';
import { spansJustPast } from './just-past.ts';
import type { LooseDay, LooseRange, Span } from './loose-range.ts';
import { touches } from './rule.ts';
import type { DateContext, DateFault } from './types.ts';

export interface Resolved {
  readonly ranges: readonly DayRange[];
  readonly faults: readonly DateFault[];
  readonly warnings: readonly DateFault[];
}

/** A date without a year is its first occurrence from so many days before the file was last written (design, section 8). */
export const lookBack = 31;
/** A range over New Year longer than this, its years not written, is one whose ends were swapped: */
const longestImplied = 184;
/** but a school year, from August or later to July, may be longer. */
const longestSchoolYear = 335;

const daysIn = (month: number, year: number) => numberOfDate(year, month + 1, 0) - numberOfDate(year, month, 0);

/** The Monday of the first ISO week of a year is that of 4 January. */
function numberInWeek({ week, weekday }: { week: number; weekday: number }, year: number): number | null {
  const monday = (of: number) => {
    const fourth = numberOfDate(of, 1, 4);
    return fourth - weekdayOfNumber(fourth) + 1;
  };
  const number = monday(year) + (week - 1) * 7 + weekday - 1;
  return number < monday(year + 1) ? number : null;
}

function numberOf({ day, month, last, ofWeek }: LooseDay, year: number): number | null {
  if (ofWeek) return numberInWeek(ofWeek, year);
  if (last) return numberOfDate(year, month + 1, 0);
  return day > daysIn(month, year) ? null : numberOfDate(year, month, day);
}

/** The first such day from `least`, or the last one until it. Eight years hold a 29 February. */
function search(loose: LooseDay, limit: number, step: 1 | -1): number {
  if (loose.year !== undefined) return numberOf(loose, loose.year) ?? limit;
  const year = yearOfNumber(limit);
  // A week of one year may end in the next, and week 1 may begin in the one before.
  for (let offset = loose.ofWeek ? -1 : 0; offset <= 9; offset += 1) {
    const number = numberOf(loose, year + offset * step);
    if (number !== null && (number - limit) * step >= 0) return number;
  }
  return limit;
}

const firstFrom = (loose: LooseDay, least: number) => search(loose, least, 1);
const lastUntil = (loose: LooseDay, most: number) => search(loose, most, -1);

/** The first month of a school year: what is written in summer is of the next one. */
const firstMonth = 8;
/** Days before a school year in which its lists are written. */
const aheadOfSchoolYear = 214;

/** The day from which on a date without a year is looked for. */
function earliest({ reference, schoolYear }: DateContext): number {
  const written = numberOfDay(reference);
  const start = schoolYear === undefined ? null : numberOfDate(schoolYear, firstMonth, 1);
  if (start === null || written < start - aheadOfSchoolYear) return written - lookBack;
  return Math.min(written, start);
}

/** « Vendredi 2 juillet » of a school year that has such a day in its summer, where the next 2 July is a Thursday. */
function ofSchoolYear(loose: LooseDay, first: number, { schoolYear }: DateContext): number {
  const { weekday } = loose;
  if (schoolYear === undefined || weekday === undefined || weekdayOfNumber(first) === weekday) return first;
  const next = firstFrom(loose, first + 1);
  return next < numberOfDate(schoolYear + 1, firstMonth, 1) && weekdayOfNumber(next) === weekday ? next : first;
}

/** Whether the day exists at all, in its year if it has one. */
function exists({ day, month, year, last, ofWeek }: LooseDay, context: DateContext): boolean {
  if (ofWeek)
    return ofWeek.week >= 1 && ofWeek.week <= 53 && (year === undefined || numberInWeek(ofWeek, year) !== null);
  if (month < 1 || month > 12 || day < 1) return false;
  if (last) return true;
  return day <= daysIn(month, year ?? context.year ?? 2000);
}

const keyOf = (range: LooseRange) => range.to ?? range.from;

/** The range whose last day is at `key`: its first day is the last such day until then. */
function aroundKey(range: LooseRange, key: number): Span {
  if (range.from === null || range.to === null) return { from: range.from && key, to: range.to && key };
  return { from: range.from === range.to ? key : lastUntil(range.from, key), to: key };
}

function forYear(range: LooseRange, year: number): Span {
  const dated = (loose: LooseDay): LooseDay => ({ year, ...loose });
  if (range.from === null || range.to === null) {
    return { from: range.from && search(dated(range.from), 0, 1), to: range.to && search(dated(range.to), 0, 1) };
  }
  const from = range.from.year === undefined && range.to.year !== undefined ? null : search(dated(range.from), 0, 1);
  if (from === null) return aroundKey(range, search(range.to, 0, 1));
  return { from, to: range.from === range.to ? from : firstFrom(range.to, from) };
}

/** A date beside one that has its year: the same year, or the one before or after where that is much nearer. */
function besideYear(loose: LooseDay, neighbour: number, step: 1 | -1): number {
  const same = numberOf(loose, yearOfNumber(neighbour));
  if (same !== null && (same - neighbour) * step >= -lookBack) return same;
  return search(loose, neighbour - lookBack * step, step);
}

function spansOf(ranges: readonly LooseRange[], context: DateContext): Span[] {
  const least = earliest(context);
  const { year } = context;
  const ownYear = ranges.map((range) => {
    const known = range.from?.year !== undefined || range.to?.year !== undefined;
    if (!known) return null;
    if (range.to?.year === undefined && range.from?.year !== undefined) return forYear(range, range.from.year);
    const key = keyOf(range);
    return key ? aroundKey(range, search(key, 0, 1)) : null;
  });
  if (year !== undefined) return ranges.map((range, index) => ownYear[index] ?? forYear(range, year));
  const firsts = ranges.map((range) => firstFrom(keyOf(range) ?? { day: 1, month: 1 }, least));
  const anchor = Math.min(...firsts) - lookBack;
  return ranges.map((range, index) => {
    const own = ownYear[index];
    if (own) return own;
    const key = keyOf(range) ?? { day: 1, month: 1 };
    const following = ownYear.slice(index + 1).find((span) => span !== null);
    const nextKnown = following ? (following.to ?? following.from) : null;
    if (nextKnown !== null) return aroundKey(range, besideYear(key, nextKnown, -1));
    const previous = ownYear.slice(0, index).findLast((span) => span !== null);
    const lastKnown = previous ? (previous.to ?? previous.from) : null;
    if (lastKnown !== null) return aroundKey(range, besideYear(key, lastKnown, 1));
    return aroundKey(range, ofSchoolYear(key, firstFrom(key, anchor), context));
  });
}

function isBackwards(range: LooseRange, span: Span): boolean {
  if (!range.from || !range.to || span.from === null || span.to === null) return false;
  if (span.from > span.to) return true;
  const implied = range.from.year === undefined || range.to.year === undefined;
  const schoolYear = range.from.month >= 8 && range.to.month <= 7;
  const longest = schoolYear ? longestSchoolYear : longestImplied;
  return implied && yearOfNumber(span.from) !== yearOfNumber(span.to) && span.to - span.from > longest;
}

/** « semaine du 5 mai » is that week from Monday on, « week-end du 8 mai » what is left of that week from that day on. */
function widened(span: Span, widen: LooseRange['widen']): Span {
  if (widen === undefined || span.from === null) return span;
  const weekday = weekdayOfNumber(span.from);
  const back = widen === 'week' ? weekday - 1 : weekday === 7 ? 1 : 0;
  return { from: span.from - back, to: span.from + 7 - weekday };
}

function shifted({ from, to }: Span, opens: 'after' | 'before'): Span {
  return opens === 'after' ? { from: from && from + 1, to } : { from, to: to && to - 1 };
}

const isoOrNull = (number: number | null) => (number === null ? null : isoOfNumber(number));

function check(ranges: readonly LooseRange[], spans: readonly Span[]): Resolved {
  const faults: DateFault[] = [];
  const warnings: DateFault[] = [];
  ranges.forEach((range, index) => {
    const span = spans[index];
    if (!span) return;
    if (range.from && range.to && isBackwards(range, span)) faults.push(backwardsFault(range.from, range.to));
    const ends =
      range.from === range.to
        ? [[range.from, span.from] as const]
        : [[range.from, span.from] as const, [range.to, span.to] as const];
    for (const [loose, number] of ends) {
      if (!loose || number === null || loose.weekday === undefined) continue;
      if (weekdayOfNumber(number) !== loose.weekday) warnings.push(contradictionFault(loose.weekday, number));
    }
  });
  const dated = spans.map((span, index): DayRange => {
    const { begins, ends, widen, opens } = ranges[index] ?? {};
    const { from, to } = opens === undefined ? widened(span, widen) : shifted(span, opens);
    return { from: isoOrNull(from), to: isoOrNull(to), ...(begins && { begins }), ...(ends && { ends }) };
  });
  return { ranges: dated, faults, warnings };
}

function impossibles(ranges: readonly LooseRange[], context: DateContext): DateFault[] {
  const days = ranges.flatMap((range) => [range.from, range.to]).filter((loose) => loose !== null);
  return days.filter((loose) => !exists(loose, context)).map((loose) => impossibleFault(loose, context.year));
}

/**
 * Days with their years. Without one: the release's, else the first occurrence from 31 days before the file was last written;
 * a range is placed by its last day, so what has begun long ago and still lasts is this year's.
 */
export function resolveDays(ranges: readonly LooseRange[], context: DateContext): Resolved {
  const faults = impossibles(ranges, context);
  if (faults.length > 0) return { ranges: [], faults, warnings: [] };
  const spans = spansOf(ranges, context);
  const past = spansJustPast(ranges, spans, context, spansOf);
  if (past === null) return check(ranges, spans);
  const [first] = past;
  const resolved = check(ranges, past);
  return { ...resolved, warnings: [...resolved.warnings, justPastWarning(first?.from ?? first?.to ?? 0)] };
}

/** Where an exception without a year lies: in the first of the ranges, in their order, that it takes days from. */
function exceptionSpan(range: LooseRange, main: readonly DayRange[], context: DateContext): Span {
  const key = keyOf(range);
  if (!key) return { from: null, to: null };
  const candidates = main.flatMap(({ from, to }): Span[] => {
    const least = from === null ? earliest(context) : dayNumber(from);
    const next = aroundKey(range, firstFrom(key, least));
    return to === null ? [next] : [next, aroundKey(range, lastUntil(key, dayNumber(to)))];
  });
  const within = candidates.find((span) => touches({ from: isoOrNull(span.from), to: isoOrNull(span.to) }, main));
  return within ?? candidates[0] ?? { from: null, to: null };
}

/** Exceptions: their years are those of the days they are taken from. */
export function resolveExceptions(
  ranges: readonly LooseRange[],
  main: readonly DayRange[],
  context: DateContext,
): Resolved {
  const faults = impossibles(ranges, context);
  if (faults.length > 0) return { ranges: [], faults, warnings: [] };
  if (ranges.some(({ from, to }) => from?.year !== undefined || to?.year !== undefined)) {
    const { year, ...undated } = context;
    return check(ranges, spansOf(ranges, year === undefined ? context : undated));
  }
  return check(
    ranges,
    ranges.map((range) => exceptionSpan(range, main, context)),
  );
}

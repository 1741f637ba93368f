import type { Temporal } from 'temporal-polyfill';
import { compact } from '../../lib/compact.ts';
import type { WeekdayRule } from '../when.ts';
import type { LooseDay, LooseRange } from './loose-range.ts';
import { isNextWeekday, relativeDay } from './relative-days.ts';
import { type Source, textOf } from './tokenize.ts';
import type { Clause, DayPart, Months, Open } from './tree.ts';

/** `seen`: where it is not known, relative days are a fault, and which day they stand for does not matter. */
const looseDay = (source: Source, part: DayPart, seen: Temporal.PlainDate | undefined): LooseDay => {
  if (!part.relative || !seen) return writtenDay(source, part);
  const { day, month, year } = relativeDay(part.relative, seen);
  return { day, month, year, text: textOf(source, part.start, part.end) };
};

const writtenDay = (
  source: Source,
  { day, month = 0, year, weekday, last, ofWeek, start, end, form }: DayPart,
): LooseDay => ({
  day,
  month,
  ...(form === 'bare' ? {} : { text: textOf(source, start, end) }),
  ...(year === undefined ? {} : { year }),
  ...(weekday === undefined ? {} : { weekday }),
  ...(last ? { last } : {}),
  ...(ofWeek ? { ofWeek } : {}),
});

/** The days of a phrase before they have their years. */
export interface Collected {
  readonly ranges: LooseRange[];
  readonly weekdays: WeekdayRule[];
  readonly months: number[];
  everyDay: boolean;
  single: boolean;
}

/** « à partir du 4 mai 8h », « avant le 8 mai ». */
function openRange(source: Source, { side, day, edge }: Open, seen: Temporal.PlainDate | undefined): LooseRange {
  const loose = looseDay(source, day, seen);
  const opens = side === 'after' || side === 'before' ? side : undefined;
  return side === 'from' || side === 'after'
    ? compact({ from: loose, to: null, begins: edge?.begins ?? undefined, opens })
    : compact({ from: null, to: loose, ends: edge?.ends ?? undefined, opens });
}

/** Months as days: each for itself, or from the first of one to the last of another. */
function monthRanges({ months, isRange, fromYear, year }: Months): LooseRange[] {
  const dated = (known: number | null) => (known === null ? {} : { year: known });
  const start = (month: number, known: number | null) => ({ day: 1, month, ...dated(known) });
  const end = (month: number): LooseDay => {
    const day = new Date(Date.UTC(year ?? 2001, month, 0)).getUTCDate();
    return { day, month, last: true, ...dated(year) };
  };
  if (isRange) return [{ from: start(months[0] ?? 1, fromYear), to: end(months.at(-1) ?? 12) }];
  return months.map((month) => ({ from: start(month, year), to: end(month) }));
}

/** What the parts of a phrase say of days; hours and exceptions are left out. `seen`: the day on which it was first seen. */
export function collectDays(
  source: Source,
  clauses: readonly Clause[],
  seen: Temporal.PlainDate | undefined,
): Collected {
  const out: Collected = { ranges: [], weekdays: [], months: [], everyDay: false, single: false };
  const loneMonths: Months[] = [];
  clauses.forEach((clause, index) => {
    if (clause.kind === 'days') {
      for (const span of clause.spans) {
        const from = looseDay(source, span.from, seen);
        const to = span.to ? looseDay(source, span.to, seen) : from;
        const [begins, ends] = [span.begins?.begins ?? undefined, span.ends?.ends ?? undefined];
        const { widen } = span;
        out.ranges.push({ from, to, ...(begins && { begins }), ...(ends && { ends }), ...(widen && { widen }) });
        if (!span.to && !span.widen) out.single = true;
      }
    } else if (clause.kind === 'open') {
      const before = clauses[index - 1];
      const begun = out.ranges.at(-1);
      const open = openRange(source, clause, seen);
      const joins = open.from === null && before?.kind === 'open' && begun?.to === null;
      if (joins) out.ranges[out.ranges.length - 1] = { ...begun, ...open, from: begun.from };
      else out.ranges.push(open);
    } else if (seen && isNextWeekday(clause, clauses)) {
      const { day, month, year } = relativeDay(
        { unit: 'weekday', weekday: clause.weekdays[0]?.weekday ?? 1, after: 0 },
        seen,
      );
      const next = { day, month, year };
      out.ranges.push({ from: next, to: next });
      out.single = true;
    } else if (clause.kind === 'weekdays') {
      out.weekdays.push(...clause.weekdays);
      if (clause.weekdays.length === 0) out.everyDay = true;
    } else if (clause.kind === 'months') loneMonths.push(clause);
    else if (clause.kind === 'always') out.everyDay = true;
  });
  const recurs = out.weekdays.length > 0 || out.everyDay;
  for (const read of loneMonths) {
    if (recurs && read.year === null && read.fromYear === null) out.months.push(...read.months);
    else out.ranges.push(...monthRanges(read));
  }
  return out;
}

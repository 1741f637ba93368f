import type { Temporal } from 'temporal-polyfill';
import { dayOfNumber, monthDayOfNumber, numberOfDay, weekdayOfNumber } from '../day-number.ts';
import { quote } from './faults.ts';
import { dayLabel } from './label.ts';
import { type Source, textOf } from './tokenize.ts';
import type { Clause, DayPart, Numbered, Relative, Weekdays } from './tree.ts';
import type { DateFault } from './types.ts';

/** The day that relative words mean, counted from the day on which they were first seen. */
export function relativeDay(relative: Relative, seen: Temporal.PlainDate): Temporal.PlainDate {
  const today = numberOfDay(seen);
  switch (relative.unit) {
    case 'day':
      return dayOfNumber(today + relative.offset);
    case 'weekday': {
      const ahead = (relative.weekday - weekdayOfNumber(today) + 7) % 7;
      return dayOfNumber(today + (ahead === 0 && relative.after === 1 ? 7 : ahead));
    }
    case 'numbered':
      return dayOfNumber(numberedDay(relative, today) ?? today);
    case 'week':
    case 'weekend': {
      const monday = today - weekdayOfNumber(today) + 1 + relative.offset * 7;
      const first = relative.unit === 'week' ? monday : monday + 5;
      return dayOfNumber(relative.end ? monday + 6 : first);
    }
    case 'month': {
      const first = seen.with({ day: 1 }).add({ months: relative.offset });
      return relative.end ? first.with({ day: first.daysInMonth }) : first;
    }
  }
}

/** Days before the one on which a file came in which « mardi 12 » lies, and after it. A number alone is the next such day. */
const [JUST_BEFORE, SOON] = [7, 62];
/** Days before the end of a range in which its beginning lies: « du 28 au 3 ». */
const LONGEST = 31;

/** The number of the day (`day-number.ts`) with this number, and this weekday, counted from `today`; null where none is near. */
export function numberedDay({ day, weekday, until }: Omit<Numbered, 'unit'>, today: number): number | null {
  const isIt = (number: number) =>
    monthDayOfNumber(number).day === day && (weekday === null || weekdayOfNumber(number) === weekday);
  const end = until === undefined ? null : numberedDay(until, today);
  if (until !== undefined) return end === null ? null : (find(end, -1, LONGEST, isIt) ?? null);
  return find(today - (weekday === null ? 0 : JUST_BEFORE), 1, JUST_BEFORE + SOON, isIt);
}

function find(from: number, step: 1 | -1, most: number, isIt: (number: number) => boolean): number | null {
  for (let ahead = 0; ahead <= most; ahead += 1) if (isIt(from + ahead * step)) return from + ahead * step;
  return null;
}

/** Why the day of some words is not known. */
function unknown(text: string, relative: Relative, seen: Temporal.PlainDate | undefined): DateFault | null {
  if (relative.unit !== 'numbered') return seen ? null : unknownDay(text);
  return seen && numberedDay(relative, numberOfDay(seen)) !== null ? null : monthMissing(text);
}

const monthMissing = (text: string): DateFault => ({
  code: 'date-month-missing',
  message: `Il manque le mois dans ${quote(text)}.`,
  advice: 'Écrivez-le derrière le jour, par exemple «\u00a0mardi 5\u00a0mai\u00a0».',
});

/** The days of a clause that are counted from the day on which they were first seen. */
function relativeParts(clause: Clause): DayPart[] {
  if (clause.kind === 'open') return clause.day.relative ? [clause.day] : [];
  if (clause.kind === 'except') return clause.clauses.flatMap(relativeParts);
  if (clause.kind !== 'days') return [];
  return clause.spans.flatMap(({ from, to }) => [from, ...(to ? [to] : [])]).filter(({ relative }) => relative);
}

/** « lundi » alone: the next one, where no range or other day says that it comes back. */
export function isNextWeekday(clause: Clause, all: readonly Clause[]): clause is Weekdays {
  if (clause.kind !== 'weekdays' || clause.sure !== 'alone' || clause.weekdays.length !== 1 || clause.comesBack)
    return false;
  return all.every((other) => other === clause || other.kind === 'hours');
}

/** What must be told of words that mean another day each day; a refusal where the day on which they were first seen is not known. */
export function relativeFaults(
  source: Source,
  clauses: readonly Clause[],
  seen: Temporal.PlainDate | undefined,
): { readonly faults: DateFault[]; readonly warnings: DateFault[] } {
  const said = clauses.flatMap((clause) => {
    const parts = relativeParts(clause);
    const [first, last] = [parts[0], parts.at(-1)];
    if (first?.relative && last?.relative) return [{ clause, from: first.relative, to: last.relative }];
    const next = seen && isNextWeekday(clause, clauses) ? clause.weekdays[0] : undefined;
    if (!next) return [];
    const relative: Relative = { unit: 'weekday', weekday: next.weekday, after: 0 };
    return [{ clause, from: relative, to: relative }];
  });
  const faults = said.flatMap(
    ({ clause, from, to }) =>
      unknown(textOf(source, clause.start, clause.end), from, seen) ??
      unknown(textOf(source, clause.start, clause.end), to, seen) ??
      [],
  );
  if (!seen || faults.length > 0) return { faults, warnings: [] };
  const warnings = said.map(({ clause, from, to }) => {
    const [first, last] = [relativeDay(from, seen), relativeDay(to, seen)];
    const days = first.equals(last) ? `le ${dayLabel(first)}` : `du ${dayLabel(first)} au ${dayLabel(last)}`;
    return fromFirstSeen(textOf(source, clause.start, clause.end), days, seen);
  });
  return { faults: [], warnings };
}

const unknownDay = (text: string): DateFault => ({
  code: 'date-relative',
  message: `${quote(text)} dépend du jour où on le lit.`,
  advice: 'Écrivez la date elle-même, par exemple «\u00a0mardi 5\u00a0mai\u00a0», ou «\u00a0tous les mardis\u00a0».',
});

const fromFirstSeen = (text: string, days: string, seen: Temporal.PlainDate): DateFault => ({
  code: 'date-from-first-seen',
  message: `${quote(text)} est compté depuis le ${dayLabel(seen)}, jour où ce fichier est arrivé\u00a0: c’est ${days}.`,
  advice:
    'Pour un autre jour, écrivez sa date, par exemple «\u00a0mardi 5\u00a0mai\u00a0»\u00a0; pour ce qui revient, «\u00a0tous les mardis\u00a0».',
  about: 'guessed',
});

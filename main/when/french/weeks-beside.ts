import { isoOfNumber, numberOfDay } from '../day-number.ts';
import type { DayRange } from '../when.ts';
import { collectDays } from './collect-days.ts';
import { quote } from './faults.ts';
import { resolveDays } from './resolve-days.ts';
import { touches } from './rule.ts';
import { type Source, textOf } from './tokenize.ts';
import type { Clause, Days } from './tree.ts';
import type { DateContext, DateFault } from './types.ts';

/** Between days and a week, they make it one more of a list: « 4 mai et S21 ». */
const LISTING = new Set([',', ';', 'et', 'ou', '&', '+', 'puis']);

const isOfWeeks = (clause: Clause): clause is Days =>
  clause.kind === 'days' && clause.spans.every(({ from }) => from.form === 'week');

/** The clause of days that one of weeks stands right behind, hours passed over: « 12 mai 14h (S20) »; -1 for none. */
function daysBefore(source: Source, clauses: readonly Clause[], at: number, context: DateContext): number {
  const clause = clauses[at];
  if (clause === undefined || !isOfWeeks(clause)) return -1;
  const before = clauses.slice(0, at).findLastIndex(({ kind }) => kind !== 'hours');
  const days = clauses[before];
  if (days?.kind !== 'days' || isOfWeeks(days)) return -1;
  const between = source.tokens.slice(clauses[at - 1]?.end, clause.start);
  const signs = between.filter(({ text }) => LISTING.has(text));
  if (signs.some(({ text }) => text !== ',')) return -1;
  return signs.length === 0 || (clause.spans.length === 1 && liesWithin(source, { days, week: clause }, context))
    ? before
    : -1;
}

/** The days of clauses, in their years. */
function rangesOf(source: Source, clause: Clause, context: DateContext): readonly DayRange[] {
  return resolveDays(collectDays(source, [clause], context.seen).ranges, context).ranges;
}

/** The days of a week that stands beside other days: of the same year. */
function weeksNear(source: Source, week: Days, days: readonly DayRange[], context: DateContext): readonly DayRange[] {
  const from = days[0]?.from ?? isoOfNumber(numberOfDay(context.reference));
  return rangesOf(source, week, { ...context, year: Number(from.slice(0, 4)) });
}

/** « 12 mai, S20 »: a comma lists, unless the days lie in that week. */
function liesWithin(source: Source, { days, week }: { days: Days; week: Days }, context: DateContext): boolean {
  const ranges = rangesOf(source, days, context);
  const weeks = weeksNear(source, week, ranges, context);
  return ranges.length > 0 && weeks.length > 0 && ranges.every((range) => touches(range, weeks));
}

/** « du 11 au 15 mai (S20) »: the week says no more than the days, which are what counts. */
export function withWeeksBeside(source: Source, clauses: readonly Clause[], context: DateContext): readonly Clause[] {
  const weeks = new Map<number, Days>();
  const others = clauses.flatMap((clause, at) => {
    const before = daysBefore(source, clauses, at, context);
    if (before < 0 || !isOfWeeks(clause)) return [{ clause, at }];
    weeks.set(before, clause);
    return [];
  });
  if (weeks.size === 0) return clauses;
  return others.map(({ clause, at }) => {
    const week = weeks.get(at);
    return clause.kind === 'days' && week !== undefined ? { ...clause, week } : clause;
  });
}

/** « Semaine 21 du 11 au 15 mai »: the days lie in another week. */
export function weekWarnings(source: Source, clauses: readonly Clause[], context: DateContext): DateFault[] {
  return clauses.flatMap((clause) => {
    const week = clause.kind === 'days' ? clause.week : undefined;
    if (week === undefined) return [];
    const days = rangesOf(source, clause, context);
    const weeks = weeksNear(source, week, days, context);
    if (weeks.length === 0 || days.every((range) => touches(range, weeks))) return [];
    return [
      {
        code: 'date-week',
        message: `${quote(textOf(source, week.start, week.end))} n’est pas la semaine de ces jours\u00a0: ce sont les jours écrits à côté qui sont suivis.`,
        advice:
          'Corrigez le numéro de la semaine, ou les jours\u00a0; pour une salle, écrivez «\u00a0salle\u00a0» devant.',
      },
    ];
  });
}

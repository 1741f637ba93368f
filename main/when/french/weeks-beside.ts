import { isoOfNumber, numberOfDay } from '../day-number.ts';
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
function daysBefore(source: Source, clauses: readonly Clause[], at: number): number {
  const clause = clauses[at];
  if (clause === undefined || !isOfWeeks(clause)) return -1;
  const before = clauses.slice(0, at).findLastIndex(({ kind }) => kind !== 'hours');
  const days = clauses[before];
  if (days?.kind !== 'days' || isOfWeeks(days)) return -1;
  const between = source.tokens.slice(clauses[at - 1]?.end, clause.start);
  return between.some(({ text }) => LISTING.has(text)) ? -1 : before;
}

/** « du 11 au 15 mai (S20) »: the week says no more than the days, which are what counts. */
export function withWeeksBeside(source: Source, clauses: readonly Clause[]): readonly Clause[] {
  const weeks = new Map<number, Days>();
  const others = clauses.flatMap((clause, at) => {
    const before = daysBefore(source, clauses, at);
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
    const daysOf = (days: Clause, within: DateContext) =>
      resolveDays(collectDays(source, [days], context.seen).ranges, within).ranges;
    const days = daysOf(clause, context);
    const from = days[0]?.from ?? isoOfNumber(numberOfDay(context.reference));
    const weeks = daysOf(week, { ...context, year: Number(from.slice(0, 4)) });
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

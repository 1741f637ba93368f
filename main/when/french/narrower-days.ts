import { fold } from '../../lib/fold.ts';
import { dayNumber, dayOfNumber } from '../day-number.ts';
import { periodOf } from '../period.ts';
import type { WhenRule } from '../when.ts';
import { quote } from './faults.ts';
import type { Clause } from './tree.ts';
import type { DateContext, NameDate } from './types.ts';

type ReadName = (name: string, context: DateContext) => NameDate | null;

const WEEKDAY = '(?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!s)\\b';
/** « Mardi », « mardi 17h », « le mardi 12 »: with its number it is one day of a month, too. */
const OF_WEEKDAY = new RegExp(`^${WEEKDAY}`, 'u');
const OF_NUMBERED_DAY = new RegExp(`^${WEEKDAY} \\d{1,2}(?! ?[h:]|\\d)`, 'u');
/** The days of a week have no name twice. */
const WEEK = 7;
const MONTHS = 62;

/** First and last day of a rule that is neither open nor very long. */
function boundsOf(when: WhenRule): { readonly first: number; readonly last: number } | null {
  const { from, to } = periodOf(when);
  if (from === null || to === null) return null;
  const bounds = { first: dayNumber(from), last: dayNumber(to) };
  return bounds.last - bounds.first < MONTHS ? bounds : null;
}

/** Whether a name begins with a weekday: a cheap question. */
export const namesWeekday = (name: string): boolean => OF_WEEKDAY.test(fold(name));

/** Whether a name begins with a weekday that only one day of these bounds has. */
function isOneOf(name: string, { first, last }: { readonly first: number; readonly last: number }): boolean {
  return (last - first < WEEK ? OF_WEEKDAY : OF_NUMBERED_DAY).test(fold(name));
}

/**
 * « Lundi - Menu » in a folder « Semaine 20 »: the Monday of that week, and not the one after the day on which the file came. Null
 * where the name names no such day.
 */
export function dayWithin(name: string, outer: WhenRule, context: DateContext, read: ReadName): NameDate | null {
  const bounds = boundsOf(outer);
  if (bounds === null || !isOneOf(name, bounds)) return null;
  const inner = read(name, { ...context, seen: dayOfNumber(bounds.first) });
  const days = inner === null ? null : boundsOf(inner.when);
  if (inner === null || days === null || days.first < bounds.first || days.last > bounds.last) return null;
  return { ...inner, warnings: inner.warnings.filter(({ code }) => code !== 'date-from-first-seen') };
}

/** Whether all that is said is a week or a month. */
const isPeriod = ([first, ...more]: readonly Clause[]): boolean =>
  more.length === 0 &&
  (first?.kind === 'months' || (first?.kind === 'days' && first.spans.every(({ from }) => from.form === 'week')));

/**
 * « S20 - Menus du 11 au 15 mai », « mai 2026 - mardi 12 - Réunion »: the title behind a week or a month names the days of it. Days
 * outside a week are told.
 */
export function narrowed(
  found: NameDate,
  clauses: readonly Clause[],
  context: DateContext,
  read: { readonly leading: ReadName; readonly trailing: ReadName },
): NameDate {
  const bounds = isPeriod(clauses) ? boundsOf(found.when) : null;
  if (bounds === null || found.rest === '') return found;
  const inner =
    dayWithin(found.rest, found.when, context, read.leading) ??
    read.leading(found.rest, context) ??
    read.trailing(found.rest, context);
  const days = inner === null ? null : boundsOf(inner.when);
  if (inner === null || days === null || inner.warnings.some(({ code }) => code === 'date-from-first-seen'))
    return found;
  const warnings = [...found.warnings, ...inner.warnings];
  if (days.first >= bounds.first && days.last <= bounds.last) return { ...inner, warnings };
  if (clauses[0]?.kind === 'months') return found;
  return { ...found, warnings: [...found.warnings, otherDays(inner.when.label)] };
}

const otherDays = (label: string) => ({
  code: 'date-week',
  message: `Le nom commence par une semaine, et son titre parle d’autres jours (${quote(label)})\u00a0: c’est la semaine qui est suivie.`,
  advice: 'Corrigez le numéro de la semaine, ou écrivez les jours devant.',
});

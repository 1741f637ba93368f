import { dayNumber, isoOfNumber, monthDayOfNumber } from '../day-number.ts';
import type { Closed, DayRange } from '../when.ts';
import { buildHours } from './build-hours.ts';
import { collectDays } from './collect-days.ts';
import { eitherWarnings, guessedWarnings } from './day-guesses.ts';
import { quote } from './faults.ts';
import type { LooseDay, LooseRange } from './loose-range.ts';
import { isNextWeekday, relativeFaults } from './relative-days.ts';
import { resolveDays, resolveExceptions } from './resolve-days.ts';
import { type BareRule, touches } from './rule.ts';
import { type Source, textOf } from './tokenize.ts';
import type { Clause, Weekdays } from './tree.ts';
import type { DateContext, DateFault } from './types.ts';
import { weekWarnings, withWeeksBeside } from './weeks-beside.ts';
import { weekdayName } from './words.ts';

export interface Built {
  readonly rule: BareRule;
  readonly faults: readonly DateFault[];
  readonly warnings: readonly DateFault[];
}

/** `sauf le 6` beside `du 4 au 7 mai`: the month is the one of the first such day of the main ranges. */
function fillFromMain(range: LooseRange, main: readonly DayRange[]): LooseRange {
  const fill = (loose: LooseDay | null): LooseDay | null => {
    if (loose?.month !== 0) return loose;
    for (const { from, to } of main) {
      if (from === null || to === null) continue;
      for (let day = dayNumber(from); day <= dayNumber(to) && day < dayNumber(from) + 366; day += 1) {
        const found = monthDayOfNumber(day);
        if (found.day === loose.day) {
          return { ...loose, month: found.month, year: Number(isoOfNumber(day).slice(0, 4)) };
        }
      }
    }
    return loose;
  };
  const from = fill(range.from);
  return { from, to: range.to === range.from ? from : fill(range.to) };
}

const outsideFault = (source: Source, clause: Clause): DateFault => ({
  code: 'date-month-missing',
  message: `L’exception ${quote(textOf(source, clause.start, clause.end))} n’a pas de mois.`,
  advice: 'Écrivez le jour et le mois, par exemple «\u00a0sauf le 8\u00a0mai\u00a0».',
});

function buildExcept(source: Source, clauses: readonly Clause[], main: readonly DayRange[], context: DateContext) {
  const faults: DateFault[] = [];
  const warnings: DateFault[] = [];
  const weekdays: number[] = [];
  const ranges: LooseRange[] = [];
  const said: Clause[] = [];
  const isOfSchool = clauses.some((clause) => clause.kind === 'weekdays' && clause.school === true);
  const closed: Closed[] = isOfSchool ? ['school', 'public'] : [];
  for (const clause of clauses.flatMap((one) =>
    one.kind === 'except' ? one.clauses : one.kind === 'holidays' ? [one] : [],
  )) {
    if (clause.kind === 'holidays') {
      closed.push(clause.of);
      continue;
    }
    const {
      ranges: found,
      weekdays: days,
      everyDay,
    } = collectDays(source, [clause], clause.kind === 'weekdays' ? undefined : context.seen);
    if (everyDay || days.some((day) => day.nth !== undefined)) faults.push(unsupportedException(source, clause));
    weekdays.push(...days.map((day) => day.weekday));
    const filled = found.map((range) => fillFromMain(range, main));
    if (filled.some((range) => range.from?.month === 0 || range.to?.month === 0))
      faults.push(outsideFault(source, clause));
    else {
      ranges.push(...filled);
      said.push(...filled.map(() => clause));
    }
  }
  const resolved = resolveExceptions(ranges, main, context);
  const outside = said.filter((_, index) => {
    const range = resolved.ranges[index];
    return range !== undefined && !touches(range, main);
  });
  warnings.push(...outside.map((clause) => strangerWarning(quote(textOf(source, clause.start, clause.end)))));
  return {
    weekdays,
    closed,
    ranges: resolved.ranges,
    faults: [...faults, ...resolved.faults],
    warnings: [...warnings, ...resolved.warnings],
  };
}

const strangerWarning = (quoted: string): DateFault => ({
  code: 'date-exception-outside',
  message: `L’exception ${quoted} est hors de la période\u00a0: elle ne change rien.`,
  advice: 'Corrigez la date de l’exception, ou celles de la période.',
});

/** `fermé le 8 mai` alone says when something is not, and nothing of when it is. */
const onlyExceptionFault = (quoted: string): DateFault => ({
  code: 'date-only-exception',
  message: `${quoted} dit quand cela n’a pas lieu, et non quand cela a lieu.`,
  advice:
    'Écrivez d’abord les jours, par exemple «\u00a0tous les jours sauf le 8\u00a0mai\u00a0»\u00a0; pour annoncer une fermeture, écrivez ses dates seules, «\u00a08\u00a0mai\u00a0».',
});

function onlyExceptions(source: Source, clauses: readonly Clause[]): DateFault[] {
  const [first] = clauses;
  const alone = clauses.every(({ kind }) => kind === 'except' || kind === 'holidays');
  const said = clauses.some(
    (clause) => clause.kind === 'except' && clause.clauses.some(({ kind }) => kind !== 'holidays'),
  );
  return first && alone && said
    ? [onlyExceptionFault(quote(textOf(source, first.start, clauses.at(-1)?.end ?? first.end)))]
    : [];
}

const unsupportedException = (source: Source, clause: Clause): DateFault => ({
  code: 'date-exception',
  message: `L’exception ${quote(textOf(source, clause.start, clause.end))} n’est pas comprise.`,
  advice:
    'Écrivez un jour de la semaine ou des dates, par exemple «\u00a0sauf le mercredi\u00a0» ou «\u00a0sauf le 8\u00a0mai\u00a0».',
});

/** « du 11 au 15 mai, lundi »: there is but one such day, and nothing to guess. */
const isWithinOneWeek = (ranges: readonly DayRange[]): boolean =>
  ranges.every(({ from, to }) => from !== null && to !== null && dayNumber(to) - dayNumber(from) < 7);

function aloneWarning(source: Source, clause: Weekdays): DateFault {
  const names = clause.weekdays.map(({ weekday }) => `${weekdayName(weekday)}s`).join(' et ');
  return {
    code: 'date-weekday-alone',
    message: `${quote(textOf(source, clause.start, clause.end))} est compris comme «\u00a0tous les ${names}\u00a0».`,
    about: 'guessed',
    advice: 'Pour un seul jour, écrivez sa date, par exemple «\u00a0mardi 5\u00a0mai\u00a0».',
  };
}

const mixedFault = (): DateFault => ({
  code: 'date-mixed',
  message: 'Une fiche ne peut pas avoir à la fois des jours qui reviennent et une date isolée.',
  advice: 'Faites deux fiches\u00a0: une pour les jours qui reviennent, une pour la date.',
});

/** `5 mai juin`: a day and a whole month with nothing between are one date that was mistyped. */
function wholeMonthFaults(source: Source, clauses: readonly Clause[]): DateFault[] {
  return clauses.flatMap((clause, index) => {
    const before = clauses[index - 1];
    const kinds = [before?.kind, clause.kind];
    if (!before || before.end !== clause.start || !kinds.includes('months') || !kinds.includes('days')) return [];
    const quoted = quote(textOf(source, before.start, clause.end));
    return [
      {
        code: 'date-month-unclear',
        message: `${quoted} n’est pas clair\u00a0: un jour et un mois entier\u00a0?`,
        advice: 'Écrivez un seul mois après le jour, ou «\u00a05\u00a0mai et juin\u00a0» pour un jour et tout un mois.',
      },
    ];
  });
}

/** The rule that a phrase says. With faults, it is not to be used. */
export function buildRule(source: Source, written: readonly Clause[], context: DateContext): Built {
  const clauses = withWeeksBeside(source, written, context);
  const collected = collectDays(source, clauses, context.seen);
  const relative = relativeFaults(source, clauses, context.seen);
  const resolved = resolveDays(collected.ranges, context);
  const ranges = resolved.ranges.length > 0 ? resolved.ranges : [{ from: null, to: null }];
  const except = buildExcept(source, clauses, ranges, context);
  const recurs = collected.weekdays.length > 0 || collected.everyDay;
  const everyDay = recurs || collected.months.length > 0;
  const hours = buildHours(source, clauses, resolved, everyDay);
  const mixed = collected.single && recurs;
  const alone = clauses.flatMap((clause) =>
    clause.kind === 'weekdays' &&
    clause.sure === 'alone' &&
    !(context.seen && isNextWeekday(clause, clauses)) &&
    !isWithinOneWeek(ranges)
      ? [aloneWarning(source, clause)]
      : [],
  );
  return {
    rule: {
      ranges,
      weekdays: collected.weekdays,
      months: collected.months,
      except: { ranges: except.ranges, weekdays: except.weekdays, closed: except.closed },
      hours: hours.hours,
    },
    faults: [
      ...relative.faults,
      ...onlyExceptions(source, clauses),
      ...(recurs ? [] : wholeMonthFaults(source, clauses)),
      ...resolved.faults,
      ...except.faults,
      ...hours.faults,
      ...(mixed ? [mixedFault()] : []),
    ],
    warnings: [
      ...relative.warnings,
      ...resolved.warnings,
      ...guessedWarnings(source, clauses),
      ...eitherWarnings(source, clauses),
      ...weekWarnings(source, clauses, context),
      ...alone,
      ...except.warnings,
      ...hours.warnings,
    ],
  };
}

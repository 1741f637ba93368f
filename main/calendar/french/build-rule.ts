import { dayNumber, isoOfNumber, monthDayOfNumber } from '../day-number.ts';
import type { DayRange, WeekdayRule } from '../when.ts';
import { buildHours } from './build-hours.ts';
import { quote, writtenDay } from './faults.ts';
import type { DayPart } from './read-day.ts';
import type { Clause } from './read-phrase.ts';
import type { MonthsRead } from './read-weekdays.ts';
import { type LooseDay, type LooseRange, resolveDays, resolveExceptions } from './resolve-days.ts';
import { type BareRule, touches } from './rule.ts';
import { type Source, textOf } from './source.ts';
import type { DateContext, DateFault } from './types.ts';
import { weekdayName } from './words.ts';

export interface Built {
  readonly rule: BareRule;
  readonly faults: readonly DateFault[];
  readonly warnings: readonly DateFault[];
}

const looseDay = (source: Source, { day, month = 0, year, weekday, last, start, end, form }: DayPart): LooseDay => ({
  day,
  month,
  ...(form === 'bare' ? {} : { text: textOf(source, start, end) }),
  ...(year === undefined ? {} : { year }),
  ...(weekday === undefined ? {} : { weekday }),
  ...(last ? { last } : {}),
});

interface Collected {
  readonly ranges: LooseRange[];
  readonly weekdays: WeekdayRule[];
  readonly months: number[];
  everyDay: boolean;
  single: boolean;
}

/** Months as days: each for itself, or from the first of one to the last of another. */
function monthRanges({ months, isRange, fromYear, year }: MonthsRead): LooseRange[] {
  const dated = (known: number | null) => (known === null ? {} : { year: known });
  const start = (month: number, known: number | null) => ({ day: 1, month, ...dated(known) });
  const end = (month: number): LooseDay => {
    const day = new Date(Date.UTC(year ?? 2001, month, 0)).getUTCDate();
    return { day, month, last: true, ...dated(year) };
  };
  if (isRange) return [{ from: start(months[0] ?? 1, fromYear), to: end(months.at(-1) ?? 12) }];
  return months.map((month) => ({ from: start(month, year), to: end(month) }));
}

function collect(source: Source, clauses: readonly Clause[]): Collected {
  const out: Collected = { ranges: [], weekdays: [], months: [], everyDay: false, single: false };
  const loneMonths: (Clause & { kind: 'months' })[] = [];
  clauses.forEach((clause, index) => {
    if (clause.kind === 'days') {
      for (const span of clause.spans) {
        const from = looseDay(source, span.from);
        out.ranges.push({ from, to: span.to ? looseDay(source, span.to) : from });
        if (!span.to) out.single = true;
      }
    } else if (clause.kind === 'open') {
      const day = looseDay(source, clause.open.day);
      const before = clauses[index - 1];
      const begun = out.ranges.at(-1);
      const joins = clause.open.side === 'until' && before?.kind === 'open' && before.open.side === 'from';
      if (joins && begun) out.ranges[out.ranges.length - 1] = { from: begun.from, to: day };
      else out.ranges.push(clause.open.side === 'from' ? { from: day, to: null } : { from: null, to: day });
    } else if (clause.kind === 'weekdays') {
      out.weekdays.push(...clause.read.weekdays);
      if (clause.read.weekdays.length === 0) out.everyDay = true;
    } else if (clause.kind === 'months') loneMonths.push(clause);
    else if (clause.kind === 'always') out.everyDay = true;
  });
  const recurs = out.weekdays.length > 0 || out.everyDay;
  for (const { read } of loneMonths) {
    if (recurs && read.year === null && read.fromYear === null) out.months.push(...read.months);
    else out.ranges.push(...monthRanges(read));
  }
  return out;
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

const holidaysWarning = (quoted: string): DateFault => ({
  code: 'date-holidays',
  message: `${quoted} n’est pas compris\u00a0: le calendrier des vacances et des jours fériés n’est pas connu.`,
  advice: 'Écrivez les dates, par exemple «\u00a0sauf du 11 au 26\u00a0avril\u00a0».',
});

function buildExcept(source: Source, clauses: readonly Clause[], main: readonly DayRange[], context: DateContext) {
  const faults: DateFault[] = [];
  const warnings: DateFault[] = [];
  const weekdays: number[] = [];
  const ranges: LooseRange[] = [];
  const said: Clause[] = [];
  for (const clause of clauses.flatMap((one) =>
    one.kind === 'except' ? one.clauses : one.kind === 'holidays' ? [one] : [],
  )) {
    if (clause.kind === 'holidays') {
      warnings.push(holidaysWarning(quote(textOf(source, clause.start, clause.end))));
      continue;
    }
    const { ranges: found, weekdays: days, everyDay } = collect(source, [clause]);
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

/** Two dates that were taken for the ends of a range: said, for it is a guess. */
function guessedWarnings(source: Source, clauses: readonly Clause[]): DateFault[] {
  const spans = clauses.flatMap((clause) => (clause.kind === 'days' ? clause.spans : []));
  return spans.flatMap(({ from, to, guessed }) => {
    if (!guessed || !to) return [];
    const until = writtenDay({ day: to.day, month: to.month ?? 0 });
    return [
      {
        code: 'date-range-guessed',
        message: `${quote(textOf(source, from.start, to.end))} est compris comme une période, jusqu’au ${until}.`,
        advice: `Écrivez ${quote(`du ${writtenDay({ day: from.day, month: from.month ?? 0 })} au ${until}`)}, ou mettez une virgule entre deux jours isolés et un tiret entre espaces avant un titre.`,
      },
    ];
  });
}

const unsupportedException = (source: Source, clause: Clause): DateFault => ({
  code: 'date-exception',
  message: `L’exception ${quote(textOf(source, clause.start, clause.end))} n’est pas comprise.`,
  advice:
    'Écrivez un jour de la semaine ou des dates, par exemple «\u00a0sauf le mercredi\u00a0» ou «\u00a0sauf le 8\u00a0mai\u00a0».',
});

function aloneWarning(source: Source, clause: Clause & { kind: 'weekdays' }): DateFault {
  const names = clause.read.weekdays.map(({ weekday }) => `${weekdayName(weekday)}s`).join(' et ');
  return {
    code: 'date-weekday-alone',
    message: `${quote(textOf(source, clause.start, clause.end))} est compris comme «\u00a0tous les ${names}\u00a0».`,
    advice: 'Pour un seul jour, écrivez sa date, par exemple «\u00a0mardi 5\u00a0mai\u00a0».',
  };
}

const mixedFault = (): DateFault => ({
  code: 'date-mixed',
  message: 'Une fiche ne peut pas avoir à la fois des jours qui reviennent et une date isolée.',
  advice: 'Faites deux fiches\u00a0: une pour les jours qui reviennent, une pour la date.',
});

/** The rule that a phrase says. With faults, it is not to be used. */
export function buildRule(source: Source, clauses: readonly Clause[], context: DateContext): Built {
  const collected = collect(source, clauses);
  const resolved = resolveDays(collected.ranges, context);
  const ranges = resolved.ranges.length > 0 ? resolved.ranges : [{ from: null, to: null }];
  const except = buildExcept(source, clauses, ranges, context);
  const hours = buildHours(source, clauses, resolved);
  const mixed = collected.single && (collected.weekdays.length > 0 || collected.everyDay);
  const alone = clauses
    .filter((clause) => clause.kind === 'weekdays' && clause.read.sure === 'alone')
    .map((clause) => aloneWarning(source, clause as Clause & { kind: 'weekdays' }));
  return {
    rule: {
      ranges,
      weekdays: collected.weekdays,
      months: collected.months,
      except: { ranges: except.ranges, weekdays: except.weekdays },
      hours: hours.hours,
    },
    faults: [
      ...onlyExceptions(source, clauses),
      ...resolved.faults,
      ...except.faults,
      ...hours.faults,
      ...(mixed ? [mixedFault()] : []),
    ],
    warnings: [
      ...resolved.warnings,
      ...guessedWarnings(source, clauses),
      ...alone,
      ...except.warnings,
      ...hours.warnings,
    ],
  };
}

import { dayNumber, isoOfNumber, monthDayOfNumber } from '../day-number.ts';
import type { DayRange, HourWindow, WeekdayRule } from '../when.ts';
import { quote } from './faults.ts';
import type { DayPart } from './read-day.ts';
import type { Clause } from './read-phrase.ts';
import { type LooseDay, type LooseRange, type Resolved, resolveDays, resolveExceptions } from './resolve-days.ts';
import type { BareRule } from './rule.ts';
import type { Token } from './tokenize.ts';
import type { DateContext, DateFault } from './types.ts';
import { weekdayName } from './words.ts';

export interface Built {
  readonly rule: BareRule;
  readonly faults: readonly DateFault[];
  readonly warnings: readonly DateFault[];
}

interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The words of some tokens, as they were written. */
export function textOf({ text, tokens }: Source, start: number, end: number): string {
  return text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? text.length);
}

const looseDay = (source: Source, { day, month = 0, year, weekday, start, end, form }: DayPart): LooseDay => ({
  day,
  month,
  ...(form === 'bare' ? {} : { text: textOf(source, start, end) }),
  ...(year === undefined ? {} : { year }),
  ...(weekday === undefined ? {} : { weekday }),
});

interface Collected {
  readonly ranges: LooseRange[];
  readonly weekdays: WeekdayRule[];
  readonly months: number[];
  everyDay: boolean;
  single: boolean;
}

/** A month of a year, or months that follow each other, as one range. */
function monthRanges(months: readonly number[], year: number | undefined): LooseRange[] {
  const inYear = year === undefined ? {} : { year };
  return months.map((month) => {
    const last = new Date(Date.UTC(year ?? 2001, month, 0)).getUTCDate();
    return { from: { day: 1, month, ...inYear }, to: { day: last, month, ...inYear } };
  });
}

function collect(source: Source, clauses: readonly Clause[], context: DateContext): Collected {
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
    if (recurs && read.year === null) out.months.push(...read.months);
    else out.ranges.push(...monthRanges(read.months, read.year ?? context.year));
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
  for (const clause of clauses.flatMap((one) =>
    one.kind === 'except' ? one.clauses : one.kind === 'holidays' ? [one] : [],
  )) {
    if (clause.kind === 'holidays') {
      warnings.push(holidaysWarning(quote(textOf(source, clause.start, clause.end))));
      continue;
    }
    const { ranges: found, weekdays: days, everyDay } = collect(source, [clause], context);
    if (everyDay || days.some((day) => day.nth !== undefined)) faults.push(unsupportedException(source, clause));
    weekdays.push(...days.map((day) => day.weekday));
    const filled = found.map((range) => fillFromMain(range, main));
    if (filled.some((range) => range.from?.month === 0 || range.to?.month === 0))
      faults.push(outsideFault(source, clause));
    else ranges.push(...filled);
  }
  const resolved = resolveExceptions(ranges, main, context);
  return {
    weekdays,
    ranges: resolved.ranges,
    faults: [...faults, ...resolved.faults],
    warnings: [...warnings, ...resolved.warnings],
  };
}

const unsupportedException = (source: Source, clause: Clause): DateFault => ({
  code: 'date-exception',
  message: `L’exception ${quote(textOf(source, clause.start, clause.end))} n’est pas comprise.`,
  advice:
    'Écrivez un jour de la semaine ou des dates, par exemple «\u00a0sauf le mercredi\u00a0» ou «\u00a0sauf le 8\u00a0mai\u00a0».',
});

/** Hours of a phrase: its own clause, or the two times of a range of one day. */
function buildHours(source: Source, clauses: readonly Clause[], resolved: Resolved) {
  const hours: HourWindow[] = [];
  const faults: DateFault[] = [];
  const warnings: DateFault[] = [];
  let dayAfterHours = false;
  let seen = false;
  for (const clause of clauses) {
    if (clause.kind === 'hours') {
      if (clause.impossible) faults.push(hourFault(textOf(source, clause.impossible.start, clause.impossible.end)));
      if (dayAfterHours) faults.push(severalHoursFault());
      hours.push(...clause.hours);
      seen = true;
    } else if (seen && clause.kind !== 'except') dayAfterHours = clauses[0]?.kind !== 'hours';
    if (clause.kind !== 'days') continue;
    for (const { from, to, fromTime, toTime } of clause.spans) {
      if (fromTime === undefined || toTime === undefined) continue;
      const sameDay = resolved.ranges.length === 1 && resolved.ranges[0]?.from === resolved.ranges[0]?.to;
      if (sameDay) hours.push({ from: fromTime, to: toTime });
      else warnings.push(timedRangeWarning(textOf(source, from.start, to?.end ?? from.end)));
    }
  }
  if (dayAfterHours && faults.length === 0) faults.push(severalHoursFault());
  for (const window of hours)
    if (window.from !== null && window.from === window.to) warnings.push(sameHourWarning(window.from));
  return { hours, faults, warnings };
}

export const hourFault = (text: string): DateFault => ({
  code: 'hour-impossible',
  message: `L’heure ${quote(text)} n’existe pas.`,
  advice: 'Une heure va de 0\u00a0h à 23\u00a0h\u00a059, par exemple «\u00a014\u00a0h\u00a030\u00a0».',
});

export const sameHourWarning = (time: string): DateFault => ({
  code: 'hour-same',
  message: `Les heures de début et de fin sont les mêmes (${time})\u00a0: cela dure jusqu’au lendemain.`,
  advice: 'Vérifiez l’heure de fin.',
});

const severalHoursFault = (): DateFault => ({
  code: 'date-hours-differ',
  message: 'Une fiche ne peut pas avoir des heures différentes selon les jours.',
  advice: 'Faites une fiche par jour, chacune avec ses heures.',
});

const timedRangeWarning = (text: string): DateFault => ({
  code: 'date-timed-range',
  message: `Les heures au début et à la fin de la période ${quote(text)} ne sont pas suivies\u00a0: les jours entiers sont montrés.`,
  advice: 'Pour les mêmes heures chaque jour, écrivez par exemple «\u00a0du 4 au 7\u00a0mai, 9h-17h\u00a0».',
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
  const collected = collect(source, clauses, context);
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
    faults: [...resolved.faults, ...except.faults, ...hours.faults, ...(mixed ? [mixedFault()] : [])],
    warnings: [...resolved.warnings, ...alone, ...except.warnings, ...hours.warnings],
  };
}

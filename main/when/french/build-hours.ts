import type { HourWindow } from '../when.ts';
import { quote } from './faults.ts';
import { timeLabel } from './label.ts';
import type { Resolved } from './resolve-days.ts';
import { normaliseHours } from './rule.ts';
import { type Source, textOf } from './tokenize.ts';
import type { Clause, Edge, Hours, Place, WindowPart } from './tree.ts';
import type { DateFault } from './types.ts';

/** Parts of a phrase that follow each other and all say days, or all say hours. */
type Run =
  | { readonly kind: 'days'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'hours'; readonly clauses: readonly Hours[] };

export interface BuiltHours {
  readonly hours: readonly HourWindow[];
  readonly faults: readonly DateFault[];
  readonly warnings: readonly DateFault[];
}

/** Why a time that stands at these tokens cannot be followed. */
export function hourFault(source: Source, { trouble, start, end }: Pick<WindowPart, 'trouble'> & Place): DateFault {
  const quoted = quote(textOf(source, start, end));
  if (trouble === 'impossible') {
    return {
      code: 'hour-impossible',
      message: `L’heure ${quoted} n’existe pas.`,
      advice: 'Une heure va de 0\u00a0h à 23\u00a0h\u00a059, par exemple «\u00a014\u00a0h\u00a030\u00a0».',
    };
  }
  return {
    code: 'hour-midnight',
    message: `${quoted} peut être le début du jour ou sa fin.`,
    advice:
      'Écrivez «\u00a00h-2h\u00a0» avec le jour qui commence à minuit, ou «\u00a023h-minuit\u00a0» avec celui qui finit.',
  };
}

const sameHourWarning = (time: string): DateFault => ({
  code: 'hour-same',
  message: `Les heures de début et de fin sont les mêmes (${time})\u00a0: cela dure jusqu’au lendemain.`,
  advice: 'Vérifiez l’heure de fin.',
});

const severalHoursFault: DateFault = {
  code: 'date-hours-differ',
  message: 'Une fiche ne peut pas avoir des heures différentes selon les jours.',
  advice: 'Faites une fiche par jour, chacune avec ses heures.',
};

const timedRangeWarning = (text: string): DateFault => ({
  code: 'date-timed-range',
  message: `Les heures au début et à la fin de la période ${quote(text)} ne sont pas suivies\u00a0: les jours entiers sont montrés.`,
  advice: 'Pour les mêmes heures chaque jour, écrivez par exemple «\u00a0du 4 au 7\u00a0mai, 9h-17h\u00a0».',
});

const exceptHoursFault = (text: string): DateFault => ({
  code: 'date-exception-hours',
  message: `Dans ${quote(text)}, les heures sont-elles celles de l’exception ou celles des autres jours\u00a0?`,
  advice:
    'Une exception vaut pour le jour entier. Écrivez les heures avant elle, par exemple «\u00a0du lundi au vendredi, 14h-17h, sauf mercredi\u00a0».',
});

const isStart = (window: HourWindow | undefined) => window !== undefined && window.from !== null && window.to === null;

/** Two parts of hours with neither « et » nor a comma between them: only whole windows are clear so. */
function unclearFault(source: Source, before: Hours, after: Hours): DateFault | null {
  const first = before.windows.at(-1)?.window;
  const second = after.windows[0]?.window;
  if (!isStart(first) && !isStart(second)) return null;
  const [from, to] = [first?.from, second?.from];
  const both = from && to && isStart(second);
  return {
    code: 'hour-unclear',
    message: `Les heures ${quote(textOf(source, before.start, after.end))} ne sont pas claires\u00a0: est-ce un début et une fin, ou deux débuts\u00a0?`,
    advice: both
      ? `Écrivez ${quote(`de ${timeLabel(from)} à ${timeLabel(to)}`)}, ou ${quote(`à ${timeLabel(from)} et à ${timeLabel(to)}`)}.`
      : 'Écrivez par exemple «\u00a0de 14h à 16h\u00a0», ou «\u00a014h et 16h\u00a0».',
  };
}

function faultsOfClauses(source: Source, clauses: readonly Clause[]): DateFault[] {
  return clauses.flatMap((clause, index) => {
    if (clause.kind !== 'hours') return [];
    const before = clauses[index - 1];
    const trouble = clause.windows.find((window) => window.trouble !== null);
    const faults = trouble ? [hourFault(source, trouble)] : [];
    if (before?.kind === 'except' && before.end === clause.start) {
      faults.push(exceptHoursFault(textOf(source, before.start, clause.end)));
    }
    const unclear = before?.kind === 'hours' ? unclearFault(source, before, clause) : null;
    return unclear ? [...faults, unclear] : faults;
  });
}

function runsOf(clauses: readonly Clause[]): Run[] {
  const runs: Run[] = [];
  for (const clause of clauses) {
    if (clause.kind === 'except' || clause.kind === 'holidays') continue;
    const last = runs.at(-1);
    if (clause.kind === 'hours') {
      const before = last?.kind === 'hours' ? runs.pop() : undefined;
      runs.push({ kind: 'hours', clauses: [...(before?.kind === 'hours' ? before.clauses : []), clause] });
    } else {
      const before = last?.kind === 'days' ? runs.pop() : undefined;
      runs.push({ kind: 'days', clauses: [...(before?.clauses ?? []), clause] });
    }
  }
  return runs;
}

/** « 16h-14h » and « 18h-17h » are rather mistyped; « 20h-2h » is a night, and « 19h-9h » one at school. */
const endsNextDay = ({ from, to }: HourWindow): boolean =>
  from !== null && to !== null && to < from && to > '06:00' && (from < '18:00' || to > '12:00');

const nextDayWarning = ({ from, to }: HourWindow): DateFault => ({
  code: 'hour-next-day',
  message: `Les heures finissent avant de commencer, de ${timeLabel(from ?? '')} à ${timeLabel(to ?? '')}\u00a0: leur fin est comprise comme celle du lendemain.`,
  about: 'guessed',
  advice: 'Corrigez l’heure de début ou celle de fin.',
});

/** What is doubtful about hours by themselves. */
export const windowWarnings = (hours: readonly HourWindow[]): DateFault[] =>
  hours.flatMap((window) => {
    if (window.from !== null && window.from === window.to) return [sameHourWarning(window.from)];
    return endsNextDay(window) ? [nextDayWarning(window)] : [];
  });

/** `tous les mardis, 14h-16h, du 5 mai au 9 juin`: days that only bound those that come back. */
function bounds(before: Run | undefined, after: Run): boolean {
  const recurs = before?.clauses.every(({ kind }) => kind === 'weekdays' || kind === 'always') ?? false;
  const limits = after.clauses.every(
    (clause) =>
      clause.kind === 'open' ||
      clause.kind === 'months' ||
      (clause.kind === 'days' && clause.spans.every(({ to }) => to !== undefined)),
  );
  return recurs && limits;
}

/** The hours of all days, or null where some days have others, or none: each must then say the same ones. */
function commonHours(runs: readonly Run[]): HourWindow[] | null {
  const each = runs.flatMap((run) =>
    run.kind === 'hours' ? [run.clauses.flatMap(({ windows }) => windows.map(({ window }) => window))] : [],
  );
  const [first, ...others] = each;
  if (!first) return [];
  const days = runs.filter((run) => run.kind === 'days');
  const [before, after] = days;
  const bounded = each.length === 1 && before && after && bounds(before, after);
  if (days.length > each.length && !bounded) return null;
  if (days.length < each.length && others.length > 0) return null;
  const key = (hours: readonly HourWindow[]) => JSON.stringify(normaliseHours(hours));
  return others.every((hours) => key(hours) === key(first)) ? first : null;
}

interface TimedPart extends Place {
  readonly edges: readonly Edge[];
  readonly open: boolean;
}

/** The ranges of a phrase that begin or end at a time. */
function timedParts(clauses: readonly Clause[]): TimedPart[] {
  return clauses.flatMap((clause): TimedPart[] => {
    if (clause.kind === 'open') return clause.edge ? [{ ...clause, edges: [clause.edge], open: true }] : [];
    if (clause.kind !== 'days') return [];
    return clause.spans.flatMap(({ from, to, begins, ends }) => {
      const edges = [begins, ends].filter((edge) => edge !== undefined);
      return edges.length > 0 ? [{ edges, open: false, start: from.start, end: (ends ?? to ?? from).end }] : [];
    });
  });
}

/**
 * Hours of a phrase: those its parts say, or the two times of a range of one day. A time at the end of an open range is that of
 * each day where weekdays come back: « tous les mardis jusqu’au 12 juin à 14h ».
 */
export function buildHours(
  source: Source,
  clauses: readonly Clause[],
  { ranges }: Resolved,
  recurs: boolean,
): BuiltHours {
  const timed = timedParts(clauses);
  const impossible = timed.flatMap(({ edges }) => edges).filter(({ possible }) => !possible);
  const faults = [
    ...faultsOfClauses(source, clauses),
    ...impossible.map((edge) => hourFault(source, { ...edge, trouble: 'impossible' })),
  ];
  const common = commonHours(runsOf(clauses));
  if (common === null && faults.length === 0) faults.push(severalHoursFault);
  const hours = [...(common ?? [])];
  const warnings: DateFault[] = [];
  const sameDay = ranges.length === 1 && ranges[0]?.from === ranges[0]?.to;
  for (const { edges, open, start, end } of timed) {
    const [first, last = first] = edges;
    if (sameDay && first && last) hours.push({ from: first.begins, to: last === first ? null : last.ends });
    else if (recurs && open && common?.length === 0 && first) hours.push(first.window);
    else if (recurs || hours.length > 0) warnings.push(timedRangeWarning(textOf(source, start, end)));
  }
  return { hours, faults, warnings: [...warnings, ...windowWarnings(hours)] };
}

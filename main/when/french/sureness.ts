import { isCount, isNumberOfTitle, OF_DAYS } from './numbers-of-titles.ts';
import type { Token } from './tokenize.ts';
import type { Clause, DayPart, Hours, Span } from './tree.ts';

/** Years before are history in a title, « 8 mai 1945 », not a day on which to show something. */
const FIRST_YEAR = 2000;

const endOf = (span: Span) => span.to ?? span.from;

/** Whether a day proves that a date is meant: « 5-5 » or « 4-7 » are scores and ages as well. */
function proves({ form, month, year, weekday }: DayPart): boolean {
  // « Demain, le film »: a title begins with it too.
  if (form === 'relative') return false;
  if (year !== undefined && year < FIRST_YEAR) return false;
  return form === 'slash' ? weekday !== undefined : form !== 'bare' || month !== undefined;
}

/** Whether a clause is a date wherever it stands, not figures or words that look like one. */
function isSure(clause: Clause): boolean {
  if (clause.kind === 'open') return proves(clause.day);
  if (clause.kind === 'weekdays') return clause.sure === 'explicit';
  if (clause.kind === 'hours') return clause.each === true;
  if (clause.kind !== 'days') return false;
  return clause.spans.every(({ from, to, opened }) => {
    const sure = proves(from) || (to !== undefined && (opened === true || proves(to)));
    return sure && !from.stamped && to?.stamped !== true;
  });
}

/** A date that is nothing else: with its year in four figures, or with the name of its month. */
function isPlainDay({ form, year }: DayPart): boolean {
  return (year === undefined || year >= FIRST_YEAR) && ['iso', 'numeric', 'named', 'week'].includes(form);
}

/** Whether a clause is of days that are counted from the day on which it was first seen. */
function isRelative(clause: Clause): boolean {
  if (clause.kind === 'open') return clause.day.relative !== undefined;
  return clause.kind === 'days' && clause.spans.every(({ from, to }) => (to ?? from).relative !== undefined);
}

/** « du 4 au 8 », « jusqu’au 8 »: ages and levels end names as well. */
function isOfNumbersAlone(clause: Clause): boolean {
  const days =
    clause.kind === 'open' ? [clause.day] : clause.kind === 'days' ? clause.spans.map(({ from }) => from) : [];
  return days.some(({ relative }) => relative?.unit === 'numbered' && relative.weekday === null);
}

/** Whether a clause may begin the date that ends a name. The first number of a list may belong to the title: « Groupe 3, 5 mai ». */
function mayBeAtEnd(clause: Clause, tokens: readonly Token[]): boolean {
  if (clause.kind === 'months')
    return clause.whole || (clause.year !== null && clause.year >= FIRST_YEAR && !clause.figures);
  if (isOfNumbersAlone(clause))
    return tokens.slice(clause.start - 1, clause.start + 1).some(({ text }) => OF_DAYS.has(text));
  if (clause.kind === 'weekdays' || isRelative(clause)) return true;
  const [first] = clause.kind === 'days' ? clause.spans : [];
  if (first !== undefined && isNumberOfTitle(first, tokens, clause.start)) return false;
  const list = tokens.slice(clause.start, clause.end).some(({ text }) => ['et', 'ou', '&', '+'].includes(text));
  const dashed = clause.kind === 'days' && clause.spans.length > 2 && clause.spans.every(({ to }) => to === undefined);
  return isSure(clause) && (first?.from.form !== 'bare' || first.to !== undefined || list || dashed);
}

/**
 * Whether clauses that end a name are a date there: « les mardis » may belong to the title, unless a sign sets it apart, while
 * « Réunion mardi » is of the next one.
 */
function isSureAtEnd([first, ...more]: readonly Clause[], apart: boolean): boolean {
  if (first?.kind !== 'weekdays' || first.sure === 'explicit') return true;
  const several = first.weekdays.length > 1 || more.some(({ kind }) => kind === 'hours');
  return apart || (first.sure === 'implied' && several) || first.sure === 'alone';
}

const lastDay = (clause: Clause) => (clause.kind === 'days' ? clause.spans.map(endOf).at(-1) : undefined);

/** What the grammar asks of names: whether what could be a date is meant as one. */
export const is = {
  sure: isSure,
  relative: isRelative,
  /** « 2026-05 » */
  monthInFigures: (clause: Clause): boolean =>
    clause.kind === 'months' && clause.figures === true && (clause.year ?? 0) >= FIRST_YEAR,
  /** « demain », « jeudi », and not « la semaine prochaine ». */
  oneRelativeDay: (clause: Clause) => {
    if (clause.kind === 'weekdays') return clause.sure === 'alone';
    const [span] = clause.kind === 'days' ? clause.spans : [];
    return span !== undefined && !span.to && span.from.relative !== undefined;
  },
  maybeAtEnd: mayBeAtEnd,
  count: isCount,
  sureAtEnd: isSureAtEnd,
  maybePast: (clause: Clause) => {
    const day = lastDay(clause);
    return day?.form === 'named' && day.year === undefined;
  },
  /** Right before letters: `2026-05-05Forum`, but not « 5maison » or « 4 mai68 ». */
  gluable: (clause: Clause) => ['iso', 'numeric'].includes(lastDay(clause)?.form ?? ''),
  sureHours: (clause: Clause): clause is Hours =>
    clause.kind === 'hours' && clause.windows.every(({ trouble }) => trouble === null),
  /** With « midi » or « matin », which may begin a title as well. */
  endedByWord: ({ windows }: Hours) => windows.at(-1)?.word === true,
  plain: (clause: Clause) => {
    if (clause.kind === 'open') return isPlainDay(clause.day);
    if (clause.kind === 'months') return clause.year !== null && clause.year >= FIRST_YEAR && !clause.figures;
    return clause.kind === 'days' && clause.spans.every((span) => isPlainDay(endOf(span)) && !span.from.stamped);
  },
};

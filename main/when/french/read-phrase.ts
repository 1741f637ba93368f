import type { HourWindow } from '../when.ts';
import { type DayPart, isText, readDay, readMonthEnd } from './read-day.ts';
import { readDays, type SpanPart } from './read-days.ts';
import { type HourTrouble, readHours } from './read-hours.ts';
import { type MonthsRead, readMonths, readWeekdays, type WeekdaysRead } from './read-weekdays.ts';
import type { Token } from './tokenize.ts';

/** `à partir du 2 mars`, `jusqu’au 12 juin`. */
export interface OpenPart {
  readonly side: 'from' | 'until';
  readonly day: DayPart;
  readonly end: number;
}

/** The parts of a phrase in the order they were written; indexes are of tokens. */
export type Clause = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'days'; readonly spans: readonly SpanPart[] }
  | { readonly kind: 'open'; readonly open: OpenPart }
  | { readonly kind: 'weekdays'; readonly read: WeekdaysRead }
  | { readonly kind: 'months'; readonly read: MonthsRead }
  | { readonly kind: 'hours'; readonly hours: readonly HourWindow[]; readonly trouble: HourTrouble | null }
  | { readonly kind: 'except'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'holidays' }
  | { readonly kind: 'always' }
);

function afterJusqua(tokens: readonly Token[], index: number): number | null {
  if (!isText(tokens[index], 'jusqu', 'jusque')) return null;
  const at = isText(tokens[index + 1], "'") ? index + 2 : index + 1;
  if (isText(tokens[at], 'au')) return at + 1;
  return isText(tokens[at], 'a') ? (isText(tokens[at + 1], 'le') ? at + 2 : at + 1) : null;
}

function afterFromDay(tokens: readonly Token[], index: number): number | null {
  if (isText(tokens[index], 'des', 'depuis')) return isText(tokens[index + 1], 'le') ? index + 2 : index + 1;
  const long = isText(tokens[index], 'a') && isText(tokens[index + 1], 'partir', 'compter');
  return long && isText(tokens[index + 2], 'du', 'de') ? index + 3 : null;
}

/** Days with no end on one side. Null if there are none. */
function readOpen(tokens: readonly Token[], index: number): OpenPart | null {
  const until = afterJusqua(tokens, index);
  const at = until ?? afterFromDay(tokens, index);
  const day = at === null ? null : (readDay(tokens, at) ?? (until === null ? null : readMonthEnd(tokens, at)));
  if (!day || day.month === undefined) return null;
  return { side: until === null ? 'from' : 'until', day, end: day.end };
}

/** The token after `vacances (scolaires)`, `jours fériés`, which no calendar here knows. */
function afterHolidays(tokens: readonly Token[], index: number): number | null {
  let at = index;
  while (isText(tokens[at], 'pendant', 'durant', 'les', 'des', 'le', 'du', 'de')) at += 1;
  if (isText(tokens[at], 'vacances')) {
    at += 1;
    if (isText(tokens[at], 'scolaires')) return at + 1;
    if (isText(tokens[at], 'd') && isText(tokens[at + 1], "'")) return at + 3;
    return isText(tokens[at], 'de') && tokens[at + 1]?.kind === 'word' ? at + 2 : at;
  }
  return isText(tokens[at], 'jour', 'jours') && isText(tokens[at + 1], 'ferie', 'feries') ? at + 2 : null;
}

const exceptedWords = ['excepte', 'exceptee', 'exceptes', 'exceptees', 'exclu', 'exclus', 'exclues'];

function afterExcept(tokens: readonly Token[], index: number): number | null {
  if (isText(tokens[index], 'sauf', 'hors', 'sans', 'ferme', 'fermee', ...exceptedWords)) return index + 1;
  const long = isText(tokens[index], 'a') && isText(tokens[index + 1], 'l') && isText(tokens[index + 3], 'exception');
  return long && isText(tokens[index + 4], 'du', 'de', 'des')
    ? index + (isText(tokens[index + 4], 'de') ? 5 : 4)
    : null;
}

function readExceptPart(tokens: readonly Token[], index: number): Clause | null {
  const holidays = afterHolidays(tokens, index);
  if (holidays !== null) return { kind: 'holidays', start: index, end: holidays };
  const open = readOpen(tokens, index);
  if (open) return { kind: 'open', open, start: index, end: open.end };
  const weekdays = readWeekdays(tokens, index);
  if (weekdays) return { kind: 'weekdays', read: weekdays, start: index, end: weekdays.end };
  const days = readDays(tokens, index) ?? readDays(tokens, index, true);
  if (days) return { kind: 'days', spans: days.spans, start: index, end: days.end };
  const months = readMonths(tokens, isText(tokens[index], 'le', 'les') ? index + 1 : index);
  return months && { kind: 'months', read: months, start: index, end: months.end };
}

function readExcept(tokens: readonly Token[], index: number): Clause | null {
  const holidays = afterHolidays(tokens, index);
  if (holidays !== null && isText(tokens[holidays], ...exceptedWords)) {
    return { kind: 'holidays', start: index, end: holidays + 1 };
  }
  let at = afterExcept(tokens, index);
  if (at === null) return null;
  const clauses: Clause[] = [];
  let end = index;
  for (;;) {
    if (isText(tokens[at], ':')) at += 1;
    const part = readExceptPart(tokens, at);
    if (!part) break;
    clauses.push(part);
    end = part.end;
    at = isText(tokens[end], ',') ? end + 1 : end;
    if (isText(tokens[at], 'et')) at += 1;
    if (isText(tokens[at], 'sauf')) at += 1;
    if (at === end) break;
  }
  return clauses.length > 0 ? { kind: 'except', clauses, start: index, end } : null;
}

/** `toute la journée`, `toujours`, `en permanence`: no hours, every day. */
function readAlways(tokens: readonly Token[], index: number): Clause | null {
  const day = isText(tokens[index], 'toute') && isText(tokens[index + 1], 'la') && isText(tokens[index + 2], 'journee');
  if (day) return { kind: 'hours', hours: [{ from: null, to: null }], trouble: null, start: index, end: index + 3 };
  if (isText(tokens[index], 'toujours')) return { kind: 'always', start: index, end: index + 1 };
  const permanent = isText(tokens[index], 'en') && isText(tokens[index + 1], 'permanence', 'continu');
  return permanent ? { kind: 'always', start: index, end: index + 2 } : null;
}

/** One part of a phrase from this token on; null if none begins here. */
export function readClause(tokens: readonly Token[], start: number): Clause | null {
  const except = readExcept(tokens, start);
  if (except) return except;
  const open = readOpen(tokens, start);
  if (open) return { kind: 'open', open, start, end: open.end };
  const days = readDays(tokens, start);
  if (days) return { kind: 'days', spans: days.spans, start, end: days.end };
  const weekdays = readWeekdays(tokens, start);
  if (weekdays) return { kind: 'weekdays', read: weekdays, start, end: weekdays.end };
  const months = readMonths(tokens, start);
  if (months) return { kind: 'months', read: months, start, end: months.end };
  const hours = readHours(tokens, start);
  if (hours) return { kind: 'hours', hours: hours.hours, trouble: hours.trouble, start, end: hours.end };
  return readAlways(tokens, start);
}

/** The token after signs and words between two parts: commas, brackets, `et`, `inclus`. */
export function afterFillers(tokens: readonly Token[], index: number): number {
  let at = index;
  while (
    isText(
      tokens[at],
      ',',
      ';',
      ':',
      '(',
      ')',
      '-',
      '.',
      '|',
      '_',
      'et',
      'inclus',
      'incluse',
      'compris',
      'uniquement',
      'seulement',
    )
  ) {
    at += 1;
  }
  return at;
}

/** `mardi matin 5 mai`: the weekday belongs to the day behind the hours. */
function joinWeekdays(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const [name, hours] = joined.slice(-2);
    const [span, ...others] = clause.kind === 'days' ? clause.spans : [];
    const weekday =
      name?.kind === 'weekdays' && name.read.sure === 'alone' && name.read.weekdays.length === 1
        ? name.read.weekdays[0]?.weekday
        : undefined;
    const one = span && !span.to && span.from.weekday === undefined && hours?.kind === 'hours';
    const beside = name?.end === hours?.start && hours?.end === clause.start;
    if (clause.kind !== 'days' || weekday === undefined || !one || !beside) joined.push(clause);
    else {
      joined.splice(-2, 1);
      joined.push({ ...clause, spans: [{ ...span, from: { ...span.from, weekday } }, ...others] });
    }
  }
  return joined;
}

/** The parts that follow each other from `start`, as far as they are understood. */
export function readPhrase(tokens: readonly Token[], start = 0): { clauses: Clause[]; end: number } {
  const clauses: Clause[] = [];
  let end = start;
  for (;;) {
    const clause = readClause(tokens, afterFillers(tokens, end));
    if (!clause) return { clauses: joinWeekdays(clauses), end };
    clauses.push(clause);
    end = clause.end;
  }
}

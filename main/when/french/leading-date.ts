import type { WhenRule } from '../when.ts';
import { buildRule } from './build-rule.ts';
import { labelled } from './label.ts';
import { type DayPart, isNumber, isText, isTimeAt } from './read-day.ts';
import { type Clause, readClause } from './read-phrase.ts';
import { normaliseSource, type Token, tokenize } from './tokenize.ts';
import type { DateContext, DateFault } from './types.ts';

/** A date at the start of a name, and what is left of the name: the title, possibly empty. */
export interface LeadingDate {
  readonly when: WhenRule;
  readonly rest: string;
  readonly warnings: readonly DateFault[];
}

/** Longest start of a name that is looked at. */
const longestStart = 200;
/** Years before are history in a title, « 8 mai 1945 », not a day on which to show something. */
export const firstYear = 2000;

const isSeparator = (token: Token | undefined) => isText(token, '-', '_', ':', ',', ';', '(', ')', '[', ']', '.', '|');

function afterSeparators(tokens: readonly Token[], index: number): number {
  let at = index;
  while (isSeparator(tokens[at])) at += 1;
  return at;
}

/** `20260505 Forum` is a date; `20260505_143012` is a camera's, and so is the short mark of `20260505-WA0012`. */
function leadsToWords(tokens: readonly Token[], index: number): boolean {
  const at = afterSeparators(tokens, index);
  const [word, next] = tokens.slice(at, at + 2);
  const mark = next?.kind === 'number' && !next.spaced && (word?.text.length ?? 0) < 4;
  return isTimeAt(tokens, at) || (word?.kind === 'word' && !mark);
}

/** Whether a day proves that a date is meant: « 5-5 » or « 4-7 » are scores and ages as well. */
function proves(part: DayPart, tokens: readonly Token[]): boolean {
  if (part.year !== undefined && part.year < firstYear) return false;
  if (part.form === 'slash') return part.weekday !== undefined;
  if (part.form === 'compact') return part.weekday !== undefined || leadsToWords(tokens, part.end);
  return part.form !== 'bare' || part.month !== undefined;
}

/** « 2 mai 68 » is history: a lone number behind a month that is no year to come. */
function isPast(clause: Clause, tokens: readonly Token[]): boolean {
  const span = clause.kind === 'days' ? clause.spans.at(-1) : undefined;
  const part = span?.to ?? span?.from;
  const [year, next] = tokens.slice(clause.end, clause.end + 2);
  const lone = isNumber(year, 2, 2) && year.value > 49 && (next === undefined || next.kind === 'sign');
  return lone && part?.form === 'named' && part.year === undefined;
}

/** Whether the time that cameras and scanners write follows: `-14-30-12`, `_143012`, ` à 14.30.12`. */
export function isStamped(tokens: readonly Token[], index: number): boolean {
  const at = afterSeparators(tokens, index);
  const start = isText(tokens[at], 'a', 'at', 't') ? at + 1 : at;
  const [hour, sign, minute, again, second] = tokens.slice(start, start + 5);
  if (isNumber(hour, 6, 9)) return true;
  const figures = [hour, minute, second].every((token) => isNumber(token, 2, 2) && token.value < 60);
  return figures && isText(sign, '-', '.', '_') && again?.text === sign?.text && !sign?.spaced && !again?.spaced;
}

function isDateClause(clause: Clause, tokens: readonly Token[]): boolean {
  if (clause.kind === 'days') {
    const sure = clause.spans.every(
      ({ from, to, opened }) => proves(from, tokens) || (to !== undefined && (opened === true || proves(to, tokens))),
    );
    const stamped = clause.spans.some(
      ({ from, to }) => isStamped(tokens, (to ?? from).end) || isStamped(tokens, from.end),
    );
    return sure && !stamped && !isPast(clause, tokens);
  }
  if (clause.kind === 'open') return proves(clause.open.day, tokens);
  return clause.kind === 'weekdays' && clause.read.sure === 'explicit';
}

/** Words that make a length of « 24h du », « 12h de ». */
const lengthWords = ['de', 'du', 'd', 'des', 'pour', 'en', 'non'];

function isMoreClause(clause: Clause, tokens: readonly Token[]): boolean {
  const next = tokens[clause.end];
  if (clause.kind === 'except') return true;
  if (clause.kind !== 'hours') return isDateClause(clause, tokens);
  if (clause.trouble || isText(next, ...lengthWords)) return false;
  const named = tokens[clause.end - 1];
  const word = named?.kind === 'word' && !/^(?:h|hr|hrs|heures?|min|mn)$/u.test(named.text);
  return !word || next === undefined || next.kind === 'sign';
}

/** Whether a date may stand right before letters: `2026-05-05Forum`, but not « 5maison » or « 4 mai68 ». */
function mayBeGlued(clause: Clause): boolean {
  const span = clause.kind === 'days' ? clause.spans.at(-1) : undefined;
  const form = (span?.to ?? span?.from)?.form;
  return form === 'iso' || form === 'numeric';
}

/** The clauses at the start, as long as they are surely dates; `end` excluded. */
function readLeading(tokens: readonly Token[]): { clauses: Clause[]; end: number } | null {
  const clauses: Clause[] = [];
  let end = 0;
  let at = isText(tokens[0], '(', '[') ? 1 : 0;
  for (;;) {
    const clause = readClause(tokens, at);
    if (!clause || !(clauses.length === 0 ? isDateClause(clause, tokens) : isMoreClause(clause, tokens))) break;
    const next = tokens[clause.end];
    const glued = next && !next.spaced && next.kind !== 'sign';
    const isTime = isText(next, 't') && readClause(tokens, clause.end);
    if (glued && !isTime && !(next.kind === 'word' && mayBeGlued(clause))) break;
    clauses.push(clause);
    end = clause.end;
    at = afterSeparators(tokens, end);
  }
  return clauses.length > 0 ? { clauses, end } : null;
}

function read(name: string, context: DateContext) {
  const text = normaliseSource(name);
  const tokens = tokenize(text.slice(0, longestStart));
  const found = readLeading(tokens);
  if (!found) return null;
  const rest = afterSeparators(tokens, found.end);
  const built = buildRule({ text, tokens }, found.clauses, context);
  return { built, rest: text.slice(tokens[rest - 1]?.end ?? 0).trim() };
}

/**
 * The longest date phrase at the start of the name of a file (without its ending) or of a folder: `2026-05-05 Portes ouvertes`,
 * `du 4 au 7 mai - Exposition`, `mardi 5 mai 14h-17h - Atelier`. Null where it surely begins with none: `12 angry men`,
 * `IMG_20260505`, `24h du Mans`, `4-7 ans`.
 */
export function splitLeadingDate(name: string, context: DateContext): LeadingDate | null {
  const found = read(name, context);
  if (!found || found.built.faults.length > 0) return null;
  const { built, rest } = found;
  return { when: labelled(built.rule, context.reference), rest, warnings: built.warnings };
}

/** Why the date at the start of a name cannot be followed: `2026-02-30 Photos`, `31 avril`. Null where there is none, or it can. */
export function leadingDateFault(name: string, context: DateContext): DateFault | null {
  return read(name, context)?.built.faults[0] ?? null;
}

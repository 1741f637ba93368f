import type { WhenRule } from '../when.ts';
import { buildRule } from './build-rule.ts';
import { labelled } from './label.ts';
import { type DayPart, isText } from './read-day.ts';
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
const firstYear = 2000;

/** Whether a day proves that a date is meant: « 5-5 » or « 4-7 » are scores and ages as well. */
function proves(part: DayPart): boolean {
  if (part.year !== undefined && part.year < firstYear) return false;
  if (part.form === 'slash') return part.weekday !== undefined;
  return part.form !== 'bare' || part.month !== undefined;
}

function isDateClause(clause: Clause): boolean {
  if (clause.kind === 'days')
    return clause.spans.every(({ from, to }) => proves(from) || (to !== undefined && proves(to)));
  if (clause.kind === 'open') return proves(clause.open.day);
  return clause.kind === 'weekdays' && clause.read.sure === 'explicit';
}

/** Words that make a length of « 24h du », « 12h de ». */
const lengthWords = ['de', 'du', 'd', 'des', 'pour', 'en', 'non'];

function isMoreClause(clause: Clause, tokens: readonly Token[]): boolean {
  const next = tokens[clause.end];
  if (clause.kind === 'except') return true;
  if (clause.kind !== 'hours') return isDateClause(clause);
  if (clause.impossible || isText(next, ...lengthWords)) return false;
  const named = tokens[clause.end - 1];
  const word = named?.kind === 'word' && !/^(?:h|hr|hrs|heures?|min|mn)$/u.test(named.text);
  return !word || next === undefined || next.kind === 'sign';
}

const isSeparator = (token: Token | undefined) => isText(token, '-', '_', ':', ',', ';', '(', ')', '.', '|');

/** The clauses at the start, as long as they are surely dates; `end` excluded. */
function readLeading(tokens: readonly Token[]): { clauses: Clause[]; end: number } | null {
  const clauses: Clause[] = [];
  let end = 0;
  let at = 0;
  for (;;) {
    const clause = readClause(tokens, at);
    if (!clause || !(clauses.length === 0 ? isDateClause(clause) : isMoreClause(clause, tokens))) break;
    const next = tokens[clause.end];
    const glued = next && !next.spaced && next.kind !== 'sign';
    if (glued && !(isText(next, 't') && readClause(tokens, clause.end))) break;
    clauses.push(clause);
    end = clause.end;
    at = end;
    while (isSeparator(tokens[at])) at += 1;
  }
  return clauses.length > 0 ? { clauses, end } : null;
}

function read(name: string, context: DateContext) {
  const text = normaliseSource(name);
  const tokens = tokenize(text.slice(0, longestStart));
  const found = readLeading(tokens);
  if (!found) return null;
  let rest = found.end;
  while (isSeparator(tokens[rest])) rest += 1;
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

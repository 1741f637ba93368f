import type { WhenRule } from '../when.ts';
import { buildRule } from './build-rule.ts';
import { labelled } from './label.ts';
import { parse } from './parser.ts';
import { tokenize } from './tokenize.ts';
import type { DateContext, DateFault } from './types.ts';

/** A date at the start of a name, and what is left of the name: the title, possibly empty. */
export interface LeadingDate {
  readonly when: WhenRule;
  readonly rest: string;
  readonly warnings: readonly DateFault[];
}

/** Longest start of a name that is looked at. */
const longestStart = 200;

function read(name: string, context: DateContext) {
  const source = tokenize(name, longestStart);
  const found = parse('leading', source);
  if (!found) return null;
  const built = buildRule(source, found.clauses, context);
  return { built, rest: source.text.slice(source.tokens[found.rest - 1]?.end ?? 0).trim() };
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

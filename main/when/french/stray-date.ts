import { quote } from './faults.ts';
import { firstYear, isStamped } from './leading-date.ts';
import type { DayPart } from './read-day.ts';
import { type Clause, readClause } from './read-phrase.ts';
import { textOf } from './source.ts';
import { normaliseSource, type Token, tokenize } from './tokenize.ts';
import type { DateFault } from './types.ts';

const longestName = 300;

/** A date that is nothing else: with its year in four figures, or with the name of its month. */
function isPlain({ form, month, year }: DayPart): boolean {
  if (year !== undefined && year < firstYear) return false;
  return form === 'iso' || form === 'numeric' || (form === 'named' && month !== undefined);
}

function isPlainDate(clause: Clause, tokens: readonly Token[]): boolean {
  if (clause.kind === 'open') return isPlain(clause.open.day);
  if (clause.kind !== 'days' || clause.spans.some(({ from }) => isStamped(tokens, from.end))) return false;
  return clause.spans.every(({ from, to }) => isPlain(to ?? from));
}

/**
 * A warning for a date that stands in a name but is not followed, for it is not at its start: `Forum 5 mai 2026`. Null where
 * there is none; the day and time of a camera are none. `inFolder`: the dates of a folder above are followed instead.
 */
export function strayDateWarning(name: string, inFolder: boolean): DateFault | null {
  const text = normaliseSource(name);
  const tokens = tokenize(text.slice(0, longestName));
  const shown = inFolder ? 'ce sont les dates du dossier qui le sont' : 'la fiche est montrée tous les jours';
  for (let at = 0; at < tokens.length; at += 1) {
    const clause = readClause(tokens, at);
    if (!clause || !isPlainDate(clause, tokens) || isStamped(tokens, clause.end)) continue;
    const date = textOf({ text, tokens }, at, clause.end);
    return {
      code: 'name-date-ignored',
      message: `La date ${quote(date)} dans le nom n’est pas suivie\u00a0: ${shown}.`,
      advice: `Pour ne la montrer qu’à cette date, mettez-la au début du nom, l’année en quatre chiffres, par exemple «\u00a02026-05-05 Titre\u00a0».`,
    };
  }
  return null;
}

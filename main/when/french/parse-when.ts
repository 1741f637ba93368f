import { Temporal } from 'temporal-polyfill';
import { buildRule } from './build-rule.ts';
import { quote } from './faults.ts';
import { labelled } from './label.ts';
import { parse } from './parser.ts';
import { suggestionFor } from './suggest.ts';
import { type Source, textOf, tokenize } from './tokenize.ts';
import type { DateContext, WhenResult } from './types.ts';

/** A date phrase that is longer is not one; it is not even read. */
const longestPhrase = 500;

const refused = (code: string, message: string, advice: string): WhenResult => ({
  ok: false,
  fault: { code, message, advice },
});

const examples =
  'Écrivez par exemple «\u00a0mardi 5\u00a0mai\u00a0», «\u00a0du 4 au 7\u00a0mai\u00a0» ou «\u00a0tous les mardis\u00a0».';

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/iu;

/** An instant with its offset, as machines write it, in the time of the place; any other text as it is. */
function atPlace(text: string, zone: string): string {
  const trimmed = text.trim();
  if (!zoned.test(trimmed)) return text;
  try {
    const local = Temporal.Instant.from(trimmed).toZonedDateTimeISO(zone).toPlainDateTime();
    return local.toString({ smallestUnit: 'minute' });
  } catch {
    // A day or an hour that does not exist: the phrase reader says which.
    return trimmed.replace(/(?:Z|[+-]\d{2}:?\d{2})$/iu, '');
  }
}

function read(source: Source, context: DateContext): WhenResult {
  const { text, tokens } = source;
  const { clauses, rest } = parse('phrase', source);
  if (clauses.length === 0 && rest >= tokens.length)
    return refused('date-empty', `${quote(text)} n’est pas une date.`, examples);
  const built = buildRule(source, clauses, context);
  const [fault] = built.faults;
  if (fault) return { ok: false, fault };
  if (rest < tokens.length) {
    const part = textOf(source, rest, tokens.length);
    const whole = clauses.length === 0;
    return refused(
      'date-unknown',
      whole ? `La date ${quote(text)} n’est pas comprise.` : `Dans ${quote(text)}, ${quote(part)} n’est pas compris.`,
      examples,
    );
  }
  return { ok: true, when: labelled(built.rule, context.reference), warnings: built.warnings };
}

/**
 * Reads dates as staff write them: `mardi 5 mai`, `du 4 au 7 mai, 9h-12h`, `tous les mardis sauf le 8 mai`, `2026-05-05T14:00`.
 * Nothing is guessed in silence: what is not understood is quoted, with the nearest form that is.
 */
export function parseWhen(text: string, context: DateContext): WhenResult {
  if (text.length > longestPhrase) {
    return refused(
      'date-too-long',
      `La date ${quote(text.slice(0, 200))} est trop longue.`,
      `${examples} Le reste du texte va sous l’en-tête, pas dans les dates.`,
    );
  }
  const source = tokenize(atPlace(text, context.zone));
  if (source.tokens.length === 0) return refused('date-empty', 'La date est vide.', examples);
  const result = read(source, context);
  if (result.ok) return result;
  const advice = suggestionFor(
    source,
    (other) => {
      const again = read(tokenize(other), context);
      return again.ok ? again.when.label : null;
    },
    result.fault,
    context,
  );
  return advice === null ? result : { ok: false, fault: { ...result.fault, ...advice } };
}

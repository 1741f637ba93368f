import { quote, writtenDay } from './faults.ts';
import { type Source, textOf } from './tokenize.ts';
import type { Clause } from './tree.ts';
import type { DateFault } from './types.ts';

/** Two dates that were taken for the ends of a range: said, for it is a guess. */
export function guessedWarnings(source: Source, clauses: readonly Clause[]): DateFault[] {
  const spans = clauses.flatMap((clause) => (clause.kind === 'days' ? clause.spans : []));
  return spans.flatMap(({ from, to, guessed }) => {
    if (!guessed || !to) return [];
    const until = writtenDay({ day: to.day, month: to.month ?? 0 });
    // « début mai »: both ends stand at the same words.
    const isVague = from.start === to.start;
    return [
      {
        code: 'date-range-guessed',
        message: `${quote(textOf(source, from.start, to.end))} est compris comme une période, jusqu’au ${until}.`,
        about: 'guessed' as const,
        advice: `Écrivez ${quote(`du ${writtenDay({ day: from.day, month: from.month ?? 0 })} au ${until}`)}${isVague ? ', ou les jours qu’il faut' : ', ou mettez une virgule entre deux jours isolés et un tiret entre espaces avant un titre'}.`,
      },
    ];
  });
}

/** « 5 mai ou 12 mai », of which one is meant, and « 4 mai 8 mai », which may be a range. */
export function eitherWarnings(source: Source, clauses: readonly Clause[]): DateFault[] {
  return clauses.flatMap((clause, at) => {
    const before = clauses[at - 1];
    const isBeside =
      before?.kind === 'days' &&
      source.tokens.slice(before.end, clause.start).every(({ text }) => /^[-_]$/u.test(text));
    const isEither = source.tokens.slice(clause.start, clause.end).some(({ text }) => text === 'ou');
    if (clause.kind !== 'days' || !(isEither || isBeside)) return [];
    return [
      {
        code: 'date-either',
        message: `${quote(textOf(source, isBeside ? before.start : clause.start, clause.end))} est compris comme tous ces jours.`,
        about: 'guessed' as const,
        advice: isEither
          ? 'Écrivez le jour seul dès qu’il est choisi.'
          : 'Mettez « au » entre les deux bouts d’une période, et « et » entre deux jours.',
      },
    ];
  });
}

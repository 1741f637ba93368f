import { quote } from './faults.ts';
import { parse } from './parser.ts';
import { textOf, tokenize } from './tokenize.ts';
import type { DateFault } from './types.ts';

const longestName = 300;

/**
 * A warning for a date that stands in a name but is not followed, for it is not at its start: `Forum 5 mai 2026`. Null where
 * there is none; the day and time of a camera are none. `inFolder`: the dates of a folder above are followed instead.
 */
export function strayDateWarning(name: string, inFolder: boolean): DateFault | null {
  const source = tokenize(name, longestName);
  const date = parse('stray', source);
  if (!date) return null;
  const shown = inFolder ? 'ce sont les dates du dossier qui le sont' : 'la fiche est montrée tous les jours';
  return {
    code: 'name-date-ignored',
    message: `La date ${quote(textOf(source, date.start, date.end))} dans le nom n’est pas suivie\u00a0: ${shown}.`,
    advice: `Pour ne la montrer qu’à cette date, mettez-la au début du nom, l’année en quatre chiffres, par exemple «\u00a02026-05-05 Titre\u00a0».`,
  };
}

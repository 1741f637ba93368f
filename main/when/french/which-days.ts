import type { WhenRule } from '../when.ts';
import { quote } from './faults.ts';
import type { DateFault } from './types.ts';

/** Words in a title that say which of the days are meant: « un mardi sur deux », « hors vacances ». */
const WHICH_DAYS = new RegExp(
  '(?<!\\p{L})(?:(?:une?|1) (?:semaine|jour|mois|soir|matin|midi|week-?end|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? sur (?:deux|trois|quatre|[234])' +
    '|tou(?:s|tes) les (?:deux|trois|quatre|quinze|\\d{1,2}) (?:jours|semaines|mois)' +
    '|(?:hors|sauf|pendant|durant) (?:les )?vacances(?: scolaires)?)(?!\\p{L})',
  'iu',
);

/** `un mardi sur deux, du 5 mai au 16 juin - Club`: more days are followed than those that the title says. */
export function whichDaysWarning(title: string, { ranges, weekdays }: WhenRule): DateFault[] {
  const found = WHICH_DAYS.exec(title)?.[0];
  const severalDays = weekdays.length > 0 || ranges.some(({ from, to }) => from !== to || from === null);
  if (found === undefined || !severalDays) return [];
  return [
    {
      code: 'name-date-cut',
      message: `Dans le nom, ${quote(found)} n’est pas compris comme une date\u00a0: les autres jours sont suivis, et ces mots sont dans le titre.`,
      advice:
        'Écrivez les dates elles-mêmes au début du nom, par exemple «\u00a0les 5, 19 et 26\u00a0mai - Titre\u00a0».',
    },
  ];
}

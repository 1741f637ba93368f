import { Temporal } from 'temporal-polyfill';
import { frenchList } from '../../../lib/french-list.ts';
import type { AbsenceText } from '../../../programme/item.ts';
import { dayLabel } from '../../../when/french/label.ts';
import type { DateContext } from '../../../when/french/types.ts';
import type { WhenRule } from '../../../when/when.ts';
import { dropped, type Fault, guessed, quoted, quotedList } from '../../faults/fault.ts';
import { type WhenCells, whenOfRow } from '../../kinds/tables/row-when.ts';

/** One absence, with its days and hours. */
export interface Absence extends AbsenceText {
  readonly when: WhenRule;
}

/** The absences of a document in their order, and what of it is not read as written. */
export interface AbsenceReading {
  readonly absences: readonly Absence[];
  readonly faults: readonly Fault[];
}

/** Where absences stand. */
export interface AbsenceContext extends DateContext {
  /** The names of the file and of the folders above it, the file first. */
  readonly names: readonly string[];
}

/** What is written of one absence: texts as they stand, empty where nothing is. */
export interface WrittenAbsence extends AbsenceText {
  readonly cells: WhenCells;
}

export const NO_CELLS: WhenCells = { date: '', hour: '', start: '', endDate: '', endHour: '', end: '' };

/** Whether a cell says a day, and no hour alone. */
const hasHours = ({ hour, start, end, endHour }: WhenCells): boolean =>
  [hour, start, end, endHour].some((text) => text !== '');

/** An absence with its days and hours; null, with a fault, where its day is not understood. */
export function datedAbsence(
  { cells, ...text }: WrittenAbsence,
  context: DateContext,
): { readonly absence: Absence | null; readonly faults: readonly Fault[] } {
  const read = whenOfRow(cells, context);
  const subject = text.teacher === '' ? (text.subject ?? '') : text.teacher;
  if (!read.ok) {
    const message = `${read.fault.message} L’absence de ${quoted(subject)} n’est pas montrée.`;
    return { absence: null, faults: [dropped('absence-day', message, read.fault.advice)] };
  }
  const faults = read.warnings.map(({ code, message, advice }) => guessed(code, message, advice));
  if (read.lostHours !== undefined) {
    return {
      absence: { ...text, period: cells.hour, when: read.when },
      faults: [...faults, hoursUnknown(subject, cells.hour)],
    };
  }
  return {
    absence: { ...text, when: read.when },
    faults: hasHours(cells) || read.when.hours.length > 0 ? faults : [...faults, withoutHours(subject)],
  };
}

const withoutHours = (who: string): Fault =>
  guessed(
    'absence-no-hour',
    `L’absence de ${quoted(who)} n’a pas d’heure : elle est montrée toute la journée.`,
    'Écrivez l’heure, par exemple « 8h-10h », ou « journée ».',
  );

const hoursUnknown = (who: string, hours: string): Fault =>
  guessed(
    'absence-hour',
    `${quoted(hours)} n’est pas une heure : l’absence de ${quoted(who)} est montrée toute la journée.`,
    'Écrivez l’heure, par exemple « 8h-10h ».',
  );

export const dayGuessed = (day: string): Fault =>
  guessed(
    'absence-today',
    `Aucun jour n’est écrit : ces absences sont comprises comme celles du ${day}, où le fichier a été enregistré.`,
    'Écrivez le jour dans le titre ou le nom du fichier, par exemple « Absences du mardi 5 mai ».',
  );

export const weekdaysGuessed = (days: readonly Temporal.PlainDate[]): Fault =>
  guessed(
    'absence-weekday',
    `Des jours sont écrits sans leur date : ils sont compris comme le ${frenchList(dayTexts(days))}.`,
    'Écrivez chaque jour avec sa date, ou la semaine dans le titre, par exemple « Absences du 4 au 7 mai ».',
  );

const dayTexts = (days: readonly Temporal.PlainDate[]): string[] => [
  ...new Set(days.toSorted(Temporal.PlainDate.compare).map(dayLabel)),
];

export const reasonsTaken = (): Fault =>
  dropped(
    'absence-reason',
    'Les motifs d’absence et les coordonnées des personnes ne sont jamais montrés.',
    'Retirez-les de ce fichier : il n’en a pas besoin.',
  );

/** `columns`: their headings, or the first words under them. */
export const columnsUnread = (columns: readonly string[]): Fault =>
  dropped(
    'absence-columns',
    `Le titre de ${columns.length === 1 ? 'la colonne' : 'ces colonnes'} n’est pas connu : ${quotedList(columns)} ; ce qui est écrit dessous n’est pas montré.`,
    'Nommez-la « Classe », « Salle », « Remplacement » ou « Remarque » si l’écran doit la montrer.',
  );

/** `words`: those that stand around the absences. */
export const wordsLeftOut = (words: readonly string[]): Fault =>
  dropped(
    'absence-words',
    `Seules les absences de ce fichier sont montrées, sans ${quotedList(words)}.`,
    'Si ces mots comptent, écrivez-les dans un fichier à part.',
  );

import { Temporal } from 'temporal-polyfill';
import { dayLabel } from '../../../when/french/label.ts';
import { dropped, type Fault, fault, guessed, quotedList } from '../../faults/fault.ts';

const WRITE_DATES = 'Écrivez les dates au-dessus du tableau, par exemple « Menu du 4 au 8 mai 2026 ».';

const longDay = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return `${dayLabel(date)} ${date.year}`;
};

/** `last`: its last day, ISO. */
export const otherYear = (last: string): Fault =>
  fault(
    'menu-other-year',
    `Ce menu semble être celui d’une autre année : ses jours finissent le ${longDay(last)}, longtemps avant que ce fichier soit enregistré.`,
    'Vérifiez ses dates et leurs jours de la semaine, ou déposez le menu de cette semaine.',
  );

export const weekdaysWrong = (labels: readonly string[], isAll: boolean): Fault => {
  const subject = `${quotedList(labels)} : ${labels.length === 1 ? 'ce jour ne tombe' : 'ces jours ne tombent'} pas à cette date`;
  return isAll
    ? fault(
        'menu-other-year',
        `${subject}. Ce menu semble être celui d’une autre année : il n’est pas montré.`,
        'Corrigez ses dates, avec l’année, ou déposez le menu de cette semaine.',
      )
    : dropped('menu-weekday', `${subject} ; le menu de ce jour n’est pas montré.`, 'Corrigez la date ou le jour.');
};

export const daysUnknown = (labels: readonly string[]): Fault =>
  dropped(
    'menu-day-unknown',
    `Le menu n’est pas montré pour ${quotedList(labels)} : la date n’est pas comprise.`,
    WRITE_DATES,
  );

/** `first`: its first day, ISO. */
export const weekGuessed = (first: string): Fault =>
  guessed(
    'menu-week',
    `Aucune date n’est écrite dans ce menu : il est compris comme celui de la semaine du ${longDay(first)}, d’après le jour où il a été enregistré.`,
    WRITE_DATES,
  );

export const yearGuessed = (year: number): Fault =>
  guessed(
    'menu-year',
    `Aucune année n’est écrite dans ce menu : ses jours sont compris comme ceux de ${year}.`,
    'Rien à faire si c’est cela ; sinon, écrivez l’année.',
  );

/** `day`: ISO. */
export const twiceOnOneDay = (day: string): Fault =>
  dropped(
    'menu-twice',
    `Deux menus sont écrits pour le ${longDay(day)} : seul le premier est montré.`,
    'Ne gardez qu’un menu par jour, ou nommez les repas « Midi » et « Soir ».',
  );

/** `words`: those that stand around the days, or in the table and under none of them. */
export const wordsLeftOut = (words: readonly string[]): Fault =>
  dropped(
    'menu-notes',
    `Seuls les plats de ce menu sont montrés, sans ${quotedList(words)}.`,
    'Si ces mots comptent, écrivez-les dans un fichier à part.',
  );

import { fold } from '../../lib/fold.ts';

const WEEK = /\bsemaine\b|^s\s?\d{1,2}\b|\b(?:du|au)\b.*\d|\d.*\bau\b.*\d/iu;
const HEADING = /^(?:n(?:°|os?|umeros?)?\.?\s*(?:de\s+)?)?(?:semaines?|sem)\.?(?:\s+(?:n°?|du))?$/u;

/** Whether a text names a week: « Semaine 19 », « S19 », « du 4 au 8 mai ». */
export const namesWeek = (text: string): boolean => WEEK.test(text);

/** Whether a text says nothing but a week. */
export const isWeekName = (text: string): boolean => /^(?:semaine\b|s\s?\d{1,2}\b|du (?:\p{L}+ )?\d)/iu.test(text);

/** Whether the heading of a column says that weeks stand under it: « Semaine », « N° de semaine », « Sem. ». */
export const isWeekHeading = (text: string): boolean => HEADING.test(fold(text).replace(/[\s:]+$/u, ''));

/** What a cell under such a heading says in full: « 19 » is the number of a week, and « 4 mai » stands for the week of that day. */
export function weekText(cell: string): string {
  if (/^(?:n°\s*)?\d{1,2}$/u.test(cell)) return `semaine ${cell.replace(/\D/gu, '')}`;
  // « 20 et 21 », « 20, 21 », « 20 à 22 »
  if (/^\d{1,2}(?:\s*(?:,|et|&|à|au|-|–)\s*\d{1,2})+$/iu.test(cell)) return `semaines ${cell.replace(/\bau\b/iu, 'à')}`;
  return /^(?:du )?(?:\p{L}+\s+)?\d{1,2}(?:er)?(?:\s+\p{L}+|\/\d)/iu.test(cell) && !/\bau\b|[-–>]|\bet\b/u.test(cell)
    ? `semaine du ${cell.replace(/^du /iu, '')}`
    : cell;
}

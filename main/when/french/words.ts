import { fold } from '../../lib/fold.ts';

/* The names that days and months are printed with; `french.peggy` has the words that are read. */

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const foldedMonths = months.map(fold);
/** The name of any month, for a regular expression. */
export const MONTH = `(?:${months.join('|')})`;
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
/** The name of any weekday, for a regular expression. */
export const WEEKDAY = `(?:${weekdays.join('|')})`;
const shortWeekdays = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
const ordinals = new Map([
  [1, 'premier'],
  [2, 'deuxième'],
  [3, 'troisième'],
  [4, 'quatrième'],
  [5, 'cinquième'],
  [-1, 'dernier'],
]);

/** « mai » for 5. */
export function monthName(month: number): string {
  return months[month - 1] ?? '';
}

/** 5 for « mai », in letters of any size, with or without accents; 0 for any other word. */
export function monthNamed(name: string): number {
  return foldedMonths.indexOf(fold(name)) + 1;
}

/** « mardi » for 2. */
export function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}

/** 2 for « mardi », in letters of any size. */
export function weekdayNamed(name: string): number {
  return weekdays.indexOf(name.toLowerCase()) + 1;
}

/** « mar. » for 2. */
export function shortWeekdayName(weekday: number): string {
  return shortWeekdays[weekday - 1] ?? '';
}

/** « premier » for 1, « dernier » for -1. */
export function ordinalName(nth: number): string {
  return ordinals.get(nth) ?? '';
}

/** The words of French dates, folded, and the names they are printed with. */

const monthForms: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil', 'jul'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
];
const weekdayForms: readonly (readonly string[])[] = [
  ['lundi', 'lundis', 'lun'],
  ['mardi', 'mardis', 'mar'],
  ['mercredi', 'mercredis', 'mer', 'merc'],
  ['jeudi', 'jeudis', 'jeu'],
  ['vendredi', 'vendredis', 'ven', 'vend'],
  ['samedi', 'samedis', 'sam'],
  ['dimanche', 'dimanches', 'dim'],
];
const ordinalForms: readonly (readonly [string, number])[] = [
  ['premier', 1],
  ['deuxieme', 2],
  ['second', 2],
  ['troisieme', 3],
  ['quatrieme', 4],
  ['cinquieme', 5],
  ['dernier', -1],
];

const indexed = (forms: readonly (readonly string[])[]) =>
  new Map(forms.flatMap((list, index) => list.map((form): [string, number] => [form, index + 1])));

/** Month, 1 to 12, by folded name or abbreviation. */
export const monthWords: ReadonlyMap<string, number> = indexed(monthForms);
/** Weekday, 1 (Monday) to 7, by folded name or abbreviation. */
export const weekdayWords: ReadonlyMap<string, number> = indexed(weekdayForms);
/** First … fifth, and last (-1), singular and plural. */
export const ordinalWords: ReadonlyMap<string, number> = new Map(
  ordinalForms.flatMap(([word, nth]): [string, number][] => [
    [word, nth],
    [`${word}s`, nth],
  ]),
);

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
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
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

/** « mardi » for 2. */
export function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}

/** « mar. » for 2. */
export function shortWeekdayName(weekday: number): string {
  return shortWeekdays[weekday - 1] ?? '';
}

/** « premier » for 1, « dernier » for -1. */
export function ordinalName(nth: number): string {
  return ordinals.get(nth) ?? '';
}

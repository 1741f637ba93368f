import { fold } from '../../../lib/fold.ts';

/** What the heading of a day says, as far as it says it. */
export interface DayLabel {
  /** 1 (Monday) to 7. */
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** As written, for what is told of it. */
  readonly text: string;
  /** What stands behind the day: « (férié) ». */
  readonly rest: string;
}

const WEEKDAYS = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];
const MONTHS = ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aou', 'sept', 'oct', 'nov', 'dec'];
const WEEKDAY = '(?:lundi|lun|mardi|mar|mercredi|mer|jeudi|jeu|vendredi|ven|samedi|sam|dimanche|dim)s?';
const MONTH =
  'janvier|janv|fevrier|fevr?|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec';
const GAP = '[\\s/.-]{1,3}';
const NUMBER = `(?<day>\\d{1,2})(?:er)?(?:${GAP}(?<month>${MONTH}|\\d{1,2}(?!\\d))\\.?(?:${GAP}(?<year>\\d{4}|\\d{2})(?!\\d))?)?`;
const LABEL = new RegExp(`^(?:le )?(?:(?<weekday>${WEEKDAY})\\b\\.?(?:[\\s,:-]{0,3}(?:le )?${NUMBER}(?!\\d))?)`, 'u');
const DATE = new RegExp(`^(?:le )?${NUMBER}(?![\\d])`, 'u');

/** The day that a text begins with; null where it begins with none. A number alone is no day. */
export function dayLabel(written: string): DayLabel | null {
  const text = written.normalize('NFC').trim();
  const folded = fold(text);
  const found = LABEL.exec(folded) ?? DATE.exec(folded);
  if (found === null) return null;
  const { weekday, day, month, year } = found.groups ?? {};
  if (weekday === undefined && month === undefined) return null;
  const rest = text
    .slice(text.length - (folded.length - found[0].length))
    .replace(/^[\s:–—-]+/u, '')
    .trim();
  // « Mardis et jeudis », « lundi de Pâques » and « 2 oeufs » are no headings of one day.
  if (rest !== '' && /^\p{Ll}/u.test(rest) && !/^\W/u.test(rest)) return null;
  const numbers = { day: Number(day), month: monthOf(month), year: yearOf(year) };
  return {
    ...(weekday === undefined ? {} : { weekday: WEEKDAYS.indexOf(weekday.slice(0, 3)) + 1 }),
    ...(day === undefined ? {} : { day: numbers.day }),
    ...(numbers.month === null ? {} : { month: numbers.month }),
    ...(numbers.year === null ? {} : { year: numbers.year }),
    text: text.slice(0, text.length - rest.length).trim(),
    rest,
  };
}

function monthOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d/u.test(word)) return Number(word);
  return MONTHS.findIndex((month) => word.startsWith(month)) + 1;
}

const yearOf = (digits: string | undefined): number | null =>
  digits === undefined ? null : Number(digits.length === 2 ? `20${digits}` : digits);

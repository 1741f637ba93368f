import { fold } from '../lib/fold.ts';
import { parseWhen } from '../when/french/parse-when.ts';
import type { DateContext } from '../when/french/types.ts';
import { MONTH } from '../when/french/words.ts';
import { type Fault, guessed, quoted } from './faults/fault.ts';

/** « 2026-2027 », « 2026/27 » */
const YEARS = /(?<![\d/-])(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?![\d/-])/gu;
/** What is said of a school year before it begins: its own dates are those of today. */
const FOR_LATER = /inscri|candidat|parcoursup|affectation|rentree|voeux|admission|recrute|sondage|commande/u;
/** A longer text is no title. */
const MAX_TITLE = 90;
const DAY_AND_MONTH = new RegExp(
  `(?<![\\d/.-])\\d{1,2}(?:er)?\\s${MONTH}(?![\\p{L}]|\\s+\\d{4})|(?<![\\d/.-])\\d{1,2}\\/\\d{1,2}(?![\\d/.-])`,
  'giu',
);
/** Dates of one document that are compared. */
const MAX_DATES = 60;

/** The first year of the school year that titles name, « Calendrier 2026-2027 »; null where they name none, or another. */
export function schoolYearOf(titles: readonly string[]): number | null {
  const named = titles.flatMap((title) => {
    if (title.length > MAX_TITLE) return [];
    const years = [...title.matchAll(YEARS)].flatMap(([, first, second]) =>
      (Number(first) + 1) % 100 === Number(second) ? [Number(first)] : [],
    );
    return years.length > 0 && FOR_LATER.test(fold(title)) ? [] : years;
  });
  const [year, ...others] = new Set(named);
  return year !== undefined && others.length === 0 ? year : null;
}

/** The same context for dates without a year of a document whose titles name a school year. */
export function inSchoolYear<C extends DateContext>(context: C, titles: readonly string[]): C {
  const schoolYear = schoolYearOf(titles);
  return schoolYear === null ? context : { ...context, schoolYear };
}

/** What is told where the school year of a document gives one of its dates another year than the day it was written does. */
export function schoolYearTold(texts: readonly string[], { schoolYear, ...context }: DateContext): Fault[] {
  if (schoolYear === undefined) return [];
  const written = [...new Set(texts.flatMap((text) => text.normalize('NFC').match(DAY_AND_MONTH) ?? []))];
  for (const text of written.slice(0, MAX_DATES)) {
    const [usual, meant] = [parseWhen(text, context), parseWhen(text, { ...context, schoolYear })];
    const [from, other] = [usual, meant].map((read) => (read.ok ? read.when.ranges[0]?.from : undefined));
    if (other && from !== other) return [guess(text, Number(other.slice(0, 4)), schoolYear)];
  }
  return [];
}

const guess = (text: string, year: number, schoolYear: number): Fault =>
  guessed(
    'school-year',
    `Ce document est de l’année scolaire ${schoolYear}-${schoolYear + 1} : ses dates sans année sont lues dans cette année-là (${quoted(text)} est en ${year}).`,
    'Si ce n’est pas le cas, écrivez l’année dans les dates.',
  );

import { fold } from '../../../lib/fold.ts';
import { splitParts } from '../outline/split-parts.ts';
import { daysWithin } from './days-within.ts';
import type { DateReader, DateReading } from './read-dates.ts';
import { takeDates } from './take-dates.ts';

/** The days that « toute la semaine » means at some line of a release. */
export interface Period {
  /** « du 4 au 7 mai 2026 » */
  readonly daysText: string;
  /** True where it stands in a sentence, not in a heading: staff are told. */
  readonly isGuess: boolean;
  /** Its first and last day, ISO. */
  readonly from: string;
  readonly to: string;
}

const WHOLE =
  /^(?:(?:(?:pendant|durant|sur|tout au long de|tout le long de) )?(?:toute la (?:semaine|quinzaine|periode|duree)|tout le mois|tous les jours de la semaine)|(?:pendant|durant|tout au long de) (?:la|cette) (?:semaine|quinzaine|periode)|(?:pendant|durant|tout au long d[ue]) (?:le |ce )?mois|(?:sur|pendant) toute la duree de (?:la semaine|l'evenement|la manifestation|l'operation)|tous les jours|chaque jour|en continu)(?=$|[\s,:;.(–—-])/;

/** The text after « toute la semaine » and its like; null where a text does not begin so. */
export function afterWholePeriod(text: string): string | null {
  // Folding keeps the length of all that the pattern takes.
  const found = WHOLE.exec(fold(text));
  return found === null ? null : text.trim().slice(found[0].length);
}

/** Two months: what lasts longer is no period that « toute la semaine » means. */
const MAX_DAYS = 62;
/** No heading is longer. */
const MAX_TITLE = 160;
const RANGE =
  /\bdu\s+(?:\p{L}+\s+)?\d{1,2}(?:er)?(?:\s+\p{L}+)?(?:\s+\d{4})?\s+au\s+(?:\p{L}+\s+)?\d{1,2}(?:er)?\s+\p{L}+(?:\s+\d{4})?/iu;

/** « Toute la semaine » and nothing else. */
export function isWholePeriod(text: string): boolean {
  return afterWholePeriod(text)?.replace(/[\s:.,]+/gu, '') === '';
}

/** The nearest period above a line that holds the day right above that line; null where there is none. */
export function periodAbove(texts: readonly string[], at: number, dates: DateReader): Period | null {
  let day: string | null = null;
  for (const text of texts.slice(0, at).reverse()) {
    const period = rangeIn(text, dates);
    if (period !== null && (day === null || (period.from <= day && day <= period.to))) return period;
    day ??= dayIn(text, dates);
  }
  return null;
}

function rangeIn(text: string, dates: DateReader): Period | null {
  for (const daysText of daysTextsIn(text, dates)) {
    const span = spanOf(dates.days(daysText));
    if (span !== null) return { ...span, daysText, isGuess: false };
  }
  const inSentence = RANGE.exec(text)?.[0];
  const guessed = inSentence === undefined ? null : spanOf(dates.days(inSentence));
  return guessed === null || inSentence === undefined ? null : { ...guessed, daysText: inSentence, isGuess: true };
}

/** The days that a heading may hold: alone, among other words, between dashes or in brackets. */
function daysTextsIn(text: string, dates: DateReader): string[] {
  const within = daysWithin(text, dates)?.daysText;
  const inBrackets = /\(([^()]*\d[^()]*)\)/u.exec(text)?.[1];
  const parts = text.length > MAX_TITLE ? [] : takeDates(splitParts(text, { colons: true }), dates.isDate).dates;
  return [text, within, inBrackets, ...parts].filter((each) => each !== undefined);
}

/** The first and last day of a reading that is one run of several days. */
function spanOf(reading: DateReading | null): { readonly from: string; readonly to: string } | null {
  const range = reading?.ok === true && reading.when.ranges.length === 1 ? reading.when.ranges[0] : undefined;
  if (!range?.from || !range.to || range.from === range.to) return null;
  const days = (Date.parse(range.to) - Date.parse(range.from)) / 86_400_000;
  return days <= MAX_DAYS ? { from: range.from, to: range.to } : null;
}

function dayIn(text: string, dates: DateReader): string | null {
  const reading = dates.days(text) ?? daysWithin(text, dates)?.reading ?? null;
  return (reading?.ok === true ? reading.when.ranges[0]?.from : null) ?? null;
}

import type { WhenRule } from '../../../when/when.ts';
import { mayNameDay } from './may-hold-date.ts';
import { type DateReader, type DateReading, isDateWord } from './read-dates.ts';

/** Days that stand at the front of a line, with their hours: « Mardi 5 mai, de 10 h à 12 h, au lycée … ». */
export interface LeadingDays {
  readonly reading: DateReading;
  readonly daysText: string;
  /** What stands behind them, with the signs that part it from them. */
  readonly after: string;
}

/** No days at the front of a line are longer. */
const MAX_DAYS = 140;

/** « Mardi 5 mai, à 10 h, au »: what leads to the next word is none of the date. */
const LEADS_ON = /(?:[\s,;:(]+(?:au|aux|à|a|la|le|les|de|des|du|en|et|ou|entre|puis|pour)|[\s,;:(]+[ld])+$/iu;

/** The days that a line begins with, as many of its words as read as days; null where it begins otherwise. */
export function leadingDays(text: string, dates: DateReader): LeadingDays | null {
  const front = text.slice(0, MAX_DAYS);
  if (!/^[\s(]*(?:\d|\p{L})/u.test(front) || !mayNameDay(front)) return null;
  const ends: number[] = [];
  for (const word of front.matchAll(/[–—|]|[^\s–—|]+/gu)) {
    // « 21 juin Début des vacances »: a capital begins what takes place.
    if (!isDateWord(word[0]) || (ends.length > 0 && /^(?:Début|Fin)$/u.test(word[0]))) break;
    ends.push(word.index + word[0].length);
    if (/[:;]$/.test(word[0])) break;
  }
  for (const end of ends.reverse()) {
    const daysText = front
      .slice(0, end)
      .replace(LEADS_ON, '')
      .replace(/[\s,;:]+$/, '');
    const reading = dates.days(daysText);
    if (reading !== null) return { reading, daysText, after: text.slice(daysText.length) };
  }
  return null;
}

/** True where all days of a rule are among those of another. */
export function isWithin(days: WhenRule, others: WhenRule): boolean {
  return days.ranges.every(({ from, to }) =>
    others.ranges.some(
      (other) =>
        (other.from === null || (from !== null && from >= other.from)) &&
        (other.to === null || (to !== null && to <= other.to)),
    ),
  );
}

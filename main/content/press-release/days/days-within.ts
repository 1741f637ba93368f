import { fold } from '../../../lib/fold.ts';
import { type DateReader, type DateReading, isDateWord } from './read-dates.ts';

/** Days that stand among other words: « Et aussi : jeudi 19 mars », « Mardi 5 mai à Ville (60) ». */
export interface DaysWithin {
  readonly reading: DateReading;
  /** The part the days were read from. */
  readonly daysText: string;
  readonly before: string;
  readonly after: string;
}

/** A longer text is a sentence: its days are not those of what stands under it. */
const MAX_TEXT = 160;
/** Words of dates that may be left out at an end of a run without changing its days: « semaine du … », « … à ». */
const HARMLESS = /^(?:semaines?|journees?|toute|la|le|les|l|de|du|des|a|au|et|puis|jours?|en)?$/;

/** The days within a text; null where there are none, or where several runs of days stand there: any of them may be meant. */
export function daysWithin(text: string, dates: DateReader): DaysWithin | null {
  if (text.length > MAX_TEXT || !/\d/.test(text)) return null;
  const found = runs(text).flatMap((run) => longestDate(text, run, dates) ?? []);
  const [only] = found;
  return only !== undefined && found.length === 1 ? only : null;
}

interface Word {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** The runs of neighbouring words that dates are made of. */
function runs(text: string): Word[][] {
  const rows: Word[][] = [[]];
  for (const match of text.matchAll(/[–—|]|[^\s–—|]+/g)) {
    const word = { at: match.index, end: match.index + match[0].length, text: match[0] };
    if (isDateWord(word.text)) rows.at(-1)?.push(word);
    else rows.push([]);
    if (/[:;]$/.test(word.text)) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** The longest part of a run that reads as days; where no part does, the fault of the whole run. */
function longestDate(text: string, run: readonly Word[], dates: DateReader): DaysWithin | null {
  for (let length = run.length; length > 0; length--) {
    for (let start = 0; start + length <= run.length; start++) {
      const left = [...run.slice(0, start), ...run.slice(start + length)];
      const found = left.every(isHarmless) ? daysAt(text, run[start], run[start + length - 1], dates) : null;
      if (found?.reading.ok === true) return found;
    }
  }
  return daysAt(text, run[0], run.at(-1), dates);
}

function daysAt(text: string, first: Word | undefined, last: Word | undefined, dates: DateReader): DaysWithin | null {
  if (first === undefined || last === undefined) return null;
  const daysText = text.slice(first.at, last.end).replace(/[,;:]+$/, '');
  const reading = dates.days(daysText);
  const around = {
    before: text.slice(0, first.at).trim(),
    after: text.slice(first.at + daysText.length).trim(),
  };
  return reading === null ? null : { reading, daysText, ...around };
}

function isHarmless({ text }: Word): boolean {
  return HARMLESS.test(fold(text).replace(/[^a-z]+/g, '')) && !/\d/.test(text);
}

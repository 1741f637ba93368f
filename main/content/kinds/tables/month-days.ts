import { Temporal } from 'temporal-polyfill';
import { fold } from '../../../lib/fold.ts';
import { parseHours } from '../../../when/french/hours.ts';
import { weekdayName } from '../../../when/french/words.ts';
import { dropped, type Fault, quoted } from '../../faults/fault.ts';
import { trailingDate } from '../../press-release/days/take-dates.ts';
import { type EventList, headOf } from './find-heading.ts';
import type { Row } from './rows.ts';

/** A place of the calendar: what is written on a day, and in which line of the file. */
export interface Entry {
  readonly day: string;
  readonly text: string;
  readonly line: number;
}

/** Whether letters begin the name of a weekday, 1 for Monday: « M », « Ma », « mar. ». */
export function beginsWeekday(letters: string, weekday: number): boolean {
  const written = fold(letters).replace(/\.$/u, '');
  return written !== '' && weekdayName(weekday).startsWith(written);
}

/** « A » and « Sem. B » are weeks, « S19 » and « 19 » are the number of one: marks, and nothing that takes place. */
const MARK = /^(?:\p{L}|s(?:em(?:aine)?)?\.?\s?(?:\d{1,2}|[AB])|\P{L}+)$/iu;
/** A longer text is a paragraph, and does not end with its hours. */
const MAX_TITLE = 120;

/** « Fête du collège 18h » as its words and its hours; no hours where the end of the text says none. */
function withHours(text: string): readonly [title: string, hours: string] {
  if (text.length > MAX_TITLE) return [text, ''];
  const { text: title, date } = trailingDate(text, isHours);
  return [title, date ?? ''];
}

/** « Philosophie 4h » is how long it takes. */
function isHours(text: string): boolean {
  const read = parseHours(text);
  return read.ok && read.hours.every(({ from }) => (from ?? EARLIEST) >= EARLIEST);
}

/** No school opens before. */
const EARLIEST = '07:00';

/** Entries of one text on days that follow each other are one: a merged cell, or the same words in each. */
function joined(entries: readonly Entry[]): (Entry & { readonly last: string })[] {
  const open = new Map<string, Entry & { last: string }>();
  const all: (Entry & { last: string })[] = [];
  for (const entry of entries) {
    const before = open.get(entry.text);
    const isNext =
      before !== undefined && Temporal.PlainDate.from(before.last).add({ days: 1 }).toString() === entry.day;
    if (isNext) before.last = entry.day;
    else {
      const begun = { ...entry, last: entry.day };
      open.set(entry.text, begun);
      all.push(begun);
    }
  }
  return all;
}

/** Of more words, only so many are quoted. */
const MAX_TOLD = 12;

const wordsLeft = (words: readonly string[]): Fault =>
  dropped(
    'table-month-words',
    `Dans ce calendrier, ceci n’est pas montré, car ce n’est pas un événement d’un jour : ${words.slice(0, MAX_TOLD).map(quoted).join(', ')}${words.length > MAX_TOLD ? '…' : '.'}`,
    'Si ces mots comptent, écrivez-les dans la case de leur jour.',
  );

/** A calendar by its days. `row`: its heading; `words`: those that stand on no day. */
interface Calendar {
  readonly row: Row;
  readonly above: readonly Row[];
  /** In the order of their days. */
  readonly entries: readonly Entry[];
  readonly words: readonly string[];
}

/** The list of what is written on the days of a calendar; what is nothing that takes place is told. */
export function dayList({ row, above, entries, words }: Calendar): EventList | null {
  const head = headOf({ ...row, cells: ['date', 'heure', 'titre'] });
  if (head === null) return null;
  const marks = entries.map(({ text }) => text).filter((text) => MARK.test(text));
  const left = [...new Set([...marks, ...words].filter(Boolean))];
  const events = joined(entries.filter(({ text }) => !MARK.test(text)));
  return {
    head,
    above,
    rows: events.map(({ day, last, text, line }) => {
      const [title, hours] = withHours(text);
      return { cells: [day === last ? day : `${day}/${last}`, hours, title], line, taken: 1 };
    }),
    faults: left.length > 0 ? [wordsLeft(left)] : [],
  };
}

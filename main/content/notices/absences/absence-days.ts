import { Temporal } from 'temporal-polyfill';
import { fold } from '../../../lib/fold.ts';
import { memoByObject } from '../../../lib/memo-by-object.ts';
import { memoByText } from '../../../lib/memo-by-text.ts';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { DateContext, DateFault } from '../../../when/french/types.ts';
import { MONTH, monthName, weekdayName } from '../../../when/french/words.ts';
import type { WhenRule } from '../../../when/when.ts';
import { resolveDay } from '../menu/menu-dates.ts';

/** Days of at most a week, which the title of a list names: its weekdays are of this week. */
export interface NamedWeek {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A text in which each weekday has its date, and the days that were guessed: no title names their week. */
export interface DatedText {
  readonly text: string;
  readonly guessed: readonly Temporal.PlainDate[];
}

const NAMES = Array.from({ length: 7 }, (_, at) => weekdayName(at + 1));
/** « Lundi », « lundi 4 », but not « lundi 4 mai », « lundi 04/05 » and « tous les lundis ». */
const WEEKDAY = new RegExp(
  `(?<!\\p{L})(?<!(?:tous les|chaque|les) )(?:ce )?(${NAMES.join('|')})(?!\\p{L})\\.?(?!\\s+(?:le )?\\d{1,2}(?:er)?\\s*(?:${MONTH}|[/.-]\\s?\\d{1,2}(?!\\d|\\s?h)))` +
    `(?:\\s+(\\d{1,2})(?:er)?(?!\\d|\\s*(?:[h:]|heures?|[-–/à]\\s*\\d{1,2}\\s*[h:])))?`,
  'giu',
);

/** « Demain », but not « demain lundi 4 mai ». */
const RELATIVE = new RegExp(
  `(?<!\\p{L})(après[- ]demain|demain|aujourd['’]hui)(?!\\p{L})(?![\\s,(-]+(?:${NAMES.join('|')}|\\d{1,2}(?:er)?\\s*(?:${MONTH}|/)))`,
  'giu',
);

/**
 * Gives each weekday of a text its date: « lundi et mardi » are those of the week that the title names, else the next ones
 * from the day on which the file was written. In a list of absences « lundi » is never every Monday.
 */
export function withDates(text: string, week: NamedWeek | null, context: DateContext): DatedText {
  const guessed: Temporal.PlainDate[] = [];
  let last = week?.from ?? context.reference;
  const relative = text.replace(RELATIVE, (word: string) => {
    const found = context.reference.add({ days: daysAhead(word) });
    guessed.push(found);
    return written(found);
  });
  const dated = relative.replace(WEEKDAY, (whole: string, name: string, number: string | undefined) => {
    const weekday = NAMES.indexOf(fold(name)) + 1;
    const found = number === undefined ? nextOf(weekday, last) : numbered(weekday, Number(number), week, context);
    if (found === null || (number === undefined && week !== null && isAfter(found, week.to))) return whole;
    last = found;
    if (week === null) guessed.push(found);
    return `${name} ${written(found)}`;
  });
  return { text: dated, guessed };
}

const daysAhead = (word: string): number => (/^demain$/iu.test(word) ? 1 : /^apr/iu.test(word) ? 2 : 0);

const written = ({ day, month, year }: Temporal.PlainDate): string => `${day} ${monthName(month)} ${year}`;

const nextOf = (weekday: number, from: Temporal.PlainDate): Temporal.PlainDate =>
  from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });

const isAfter = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) > 0;

/** « Lundi 4 »: its month is that of the week, else the one nearest to the day on which the file was written. */
function numbered(
  weekday: number,
  day: number,
  week: NamedWeek | null,
  context: DateContext,
): Temporal.PlainDate | null {
  const found = resolveDay({ weekday, day, text: '', rest: '' }, week && { ...week, hasYear: true }, context);
  return found.ok ? found.day : null;
}

/** A title of more words is a sentence. */
const MAX_WORDS = 20;
/** What a phrase of days has: a number, a month, or that it comes back. */
const MAY_BE_DAYS = new RegExp(`\\d|${MONTH}|\\b(?:tous les|chaque)\\b`, 'iu');

/** The days that a text names, as they are read again: ISO, « jusqu’au 7 mai », « tous les lundis »; empty where it names none. */
export const dayIn = (written: string, context: DateContext): string => daysIn(written, context).days;

interface DaysInText {
  readonly days: string;
  readonly warnings: readonly DateFault[];
}

/** Each table of a document looks at all the lines above it. */
const daysOfTexts = memoByObject((context: DateContext) => memoByText((written) => findDays(written, context)));

/** The days that a text names, as they are read again, and what is doubtful about them: « mardi 6 mai », which is a Wednesday. */
export const daysIn = (written: string, context: DateContext): DaysInText => daysOfTexts(context)(written);

function findDays(written: string, context: DateContext): DaysInText {
  const words = written.replaceAll('_', ' ').split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);
  for (let length = words.length; length > 0; length -= 1) {
    for (let first = 0; first + length <= words.length; first += 1) {
      const phrase = words.slice(first, first + length).join(' ');
      const read = MAY_BE_DAYS.test(phrase) ? parseWhen(phrase, context) : null;
      const days = read?.ok === true ? daysOf(phrase, read.when) : '';
      if (days !== '') return { days, warnings: read?.ok === true ? read.warnings : [] };
    }
  }
  return { days: '', warnings: [] };
}

function daysOf(phrase: string, { ranges, hours, weekdays }: WhenRule): string {
  const isClosed = ranges.every(({ from, to }) => from !== null && to !== null);
  if (isClosed && weekdays.length === 0)
    return ranges.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join(' et ');
  // The phrase without the hours is a shorter one.
  if (hours.length > 0) return '';
  const isEveryDay = ranges.every(({ from, to }) => from === null && to === null);
  return isEveryDay && !/^(?:tous les|chaque)\b/iu.test(phrase) ? '' : phrase;
}

/** The days that the first of some titles names, as `dayIn` has them. */
export function firstDayIn(titles: readonly string[], context: DateContext): string {
  for (const title of titles) {
    const found = dayIn(title, context);
    if (found !== '') return found;
  }
  return '';
}

/** The week that the days of a title are; null where they are more, or one. */
export function weekOf(days: string): NamedWeek | null {
  const [, first, last] = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/u.exec(days) ?? [];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  return from.until(to).days < 7 ? { from, to } : null;
}

/** The week that the first of some titles names. */
export function weekNamed(titles: readonly string[], context: DateContext): NamedWeek | null {
  for (const title of titles) {
    const week = weekOf(dayIn(title, context));
    if (week !== null) return week;
  }
  return null;
}

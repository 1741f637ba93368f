import type { Token } from './tokenize.ts';
import { monthWords, weekdayWords } from './words.ts';

/**
 * One day as written: `5`, `mardi 5 mai`, `05/05/2026`, `2026-05-05`. How it was written decides what it proves at the start
 * of a file name: `iso` (year, month, day), `numeric` (with a year of four digits), `named` (with the month's name),
 * `slash` (other figures), `compact` (`20260505`), `bare` (a number alone: the month comes from its neighbours).
 */
export interface DayPart {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
  readonly weekday?: number;
  readonly form: 'iso' | 'numeric' | 'named' | 'slash' | 'compact' | 'bare';
  /** The last day of the month, whatever its number: `fin juin`. */
  readonly last?: true;
  /** Indexes of tokens, `end` excluded. */
  readonly start: number;
  readonly end: number;
}

/** Whether the token is one of these folded words or signs. */
export function isText(token: Token | undefined, ...texts: string[]): boolean {
  return token !== undefined && token.kind !== 'number' && texts.includes(token.text);
}

/** A number of `least` to `most` digits. */
export function isNumber(
  token: Token | undefined,
  least: number,
  most: number,
): token is Token & { readonly kind: 'number' } {
  return token?.kind === 'number' && token.text.length >= least && token.text.length <= most;
}

/** Whether a time of day (`14h`, `9:30`, `14 heures`) begins here. */
export function isTimeAt(tokens: readonly Token[], index: number): boolean {
  if (!isNumber(tokens[index], 1, 2)) return false;
  const next = tokens[index + 1];
  if (isText(next, 'h', 'hr', 'hrs', 'heure', 'heures')) return true;
  const minutes = tokens[index + 2];
  return isText(next, ':') && !next?.spaced && isNumber(minutes, 2, 2) && !minutes.spaced;
}

/** A weekday's name or abbreviation with its point, and a comma after it; null if there is none. */
export function readWeekday(tokens: readonly Token[], index: number): { weekday: number; end: number } | null {
  const token = tokens[index];
  const weekday = token?.kind === 'word' ? weekdayWords.get(token.text) : undefined;
  if (weekday === undefined) return null;
  const point = tokens[index + 1];
  return { weekday, end: isText(point, '.') && !point?.spaced ? index + 2 : index + 1 };
}

/** A month's name or abbreviation with its point; null if there is none. */
export function readMonth(tokens: readonly Token[], index: number): { month: number; end: number } | null {
  const token = tokens[index];
  const month = token?.kind === 'word' ? monthWords.get(token.text) : undefined;
  if (month === undefined) return null;
  const point = tokens[index + 1];
  const abbreviated = isText(point, '.') && !point?.spaced;
  return { month, end: abbreviated ? index + 2 : index + 1 };
}

/** A year of four digits, 1900 to 2199. */
export function readYear(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index];
  return isYear(token) && !isText(tokens[index + 1], 'h') ? token.value : null;
}

/** Words that may follow a date within a phrase; any other makes `26 élèves` a number of pupils. */
const wordsAfterDate = 'a apres au de des du entre et hors inclus jusqu l la le matin midi puis sauf soir toute'.split(
  ' ',
);

/** A year of two digits after a month: 2025 to 2049, for what is less may be an hour, `5 mai 20 à 22h`, and more is past. */
function readShortYear(tokens: readonly Token[], index: number): number | null {
  const [token, next] = tokens.slice(index, index + 2);
  if (!isNumber(token, 2, 2) || token.value < 25 || token.value > 49) return null;
  if (isFiguresAt(tokens, index) || leadsToMonth(tokens, index) || isTimeAt(tokens, index)) return null;
  const goesOn = next === undefined || next.kind === 'sign' || isTimeAt(tokens, index + 1);
  return goesOn || isText(next, ...wordsAfterDate) || readWeekday(tokens, index + 1) ? 2000 + token.value : null;
}

type Figures = Omit<DayPart, 'start' | 'weekday'>;

const isYear = (token: Token | undefined): token is Token & { readonly kind: 'number' } =>
  isNumber(token, 4, 4) && token.value >= 1900 && token.value <= 2199;

/** `05 05 2026`: two figures, two figures and a year with nothing but blanks between. */
function readSpacedFigures(tokens: readonly Token[], index: number): Figures | null {
  const [day, month, year] = tokens.slice(index, index + 3);
  if (!isNumber(day, 2, 2) || !isNumber(month, 2, 2) || !isYear(year)) return null;
  if (month.value > 12 || day.value > 31 || isText(tokens[index + 3], 'h')) return null;
  return { day: day.value, month: month.value, year: year.value, form: 'numeric', end: index + 3 };
}

/** Three numbers with twice the same sign between them, or two with a slash. */
function readFigures(tokens: readonly Token[], index: number): Figures | null {
  const spaced = readSpacedFigures(tokens, index);
  if (spaced) return spaced;
  const first = tokens[index];
  const sign = tokens[index + 1];
  const second = tokens[index + 2];
  if (!first || !isText(sign, '-', '/', '.', '_') || !isNumber(second, 1, 2)) return null;
  const third = tokens[index + 4];
  const again = tokens[index + 3];
  const tight = !sign?.spaced && !second.spaced;
  const three = again?.text === sign?.text && third?.kind === 'number' && (sign?.text === '/' || !third.spaced);
  if (isNumber(first, 4, 4)) {
    if (!three || !tight || !isNumber(third, 1, 2) || !isYear(first)) return null;
    return { year: first.value, month: second.value, day: third.value, form: 'iso', end: index + 5 };
  }
  if (!isNumber(first, 1, 2)) return null;
  const slash = sign?.text === '/';
  if (three && (tight || slash)) {
    if (isYear(third)) {
      return { day: first.value, month: second.value, year: third.value, form: 'numeric', end: index + 5 };
    }
    if (isNumber(third, 2, 2) && tight && !third.spaced && sign?.text !== '_') {
      return { day: first.value, month: second.value, year: 2000 + third.value, form: 'slash', end: index + 5 };
    }
  }
  // « 4/7 mai » is from one day to another.
  if (!slash || !tight || isTimeAt(tokens, index + 2) || readMonth(tokens, index + 3)) return null;
  return { day: first.value, month: second.value, form: 'slash', end: index + 3 };
}

/** Whether a date in figures begins here: `12/05`, `05-05-2026`. */
export function isFiguresAt(tokens: readonly Token[], index: number): boolean {
  return readFigures(tokens, index) !== null;
}

/** Whether days that end with a month's name begin here: `26 juin`, `26-28 juin`, `26 et dim. 27 juin`. */
export function leadsToMonth(tokens: readonly Token[], index: number): boolean {
  let at = index;
  while (isNumber(tokens[at], 1, 2) && !isTimeAt(tokens, at)) {
    at += isText(tokens[at + 1], 'er') ? 2 : 1;
    if (readMonth(tokens, at)) return true;
    while (isText(tokens[at], ',', 'et', '&', '+', '-', '/', 'le')) at += 1;
    at = readWeekday(tokens, at)?.end ?? at;
  }
  return false;
}

function readCompact(token: Token | undefined, index: number): Figures | null {
  if (!isNumber(token, 8, 8) || !/^(?:19|20|21)/.test(token.text)) return null;
  const [year, month, day] = [token.text.slice(0, 4), token.text.slice(4, 6), token.text.slice(6)].map(Number);
  if (!year || !month || !day || month > 12 || day > 31) return null;
  return { year, month, day, form: 'compact', end: index + 1 };
}

/** The token after a sign that joins day, month and year to one word, as Excel writes `5-mai-26`. */
function afterJoint(tokens: readonly Token[], index: number): number {
  const [sign, next] = tokens.slice(index, index + 2);
  return isText(sign, '-', '_', '.') && !sign?.spaced && next && !next.spaced ? index + 1 : index;
}

/** The number of a day: `5`, `1er`, `1er.`, `premier` before a month. */
function readDayNumber(tokens: readonly Token[], index: number): { day: number; sure: boolean; end: number } | null {
  const [first, next, point] = tokens.slice(index, index + 3);
  if (isText(first, 'premier')) return readMonth(tokens, index + 1) ? { day: 1, sure: true, end: index + 1 } : null;
  if (!isNumber(first, 1, 2) || isTimeAt(tokens, index)) return null;
  const ordinal = first.value === 1 && isText(next, 'er', 'ier') && next?.spaced === false;
  if (!ordinal) return { day: first.value, sure: next?.kind !== 'word' || next.spaced, end: index + 1 };
  const pointed = isText(point, '.') && !point?.spaced && readMonth(tokens, index + 3) !== null;
  return { day: 1, sure: true, end: pointed ? index + 3 : index + 2 };
}

/** `5`, `1er`, `5 mai`, `5 mai 2026`, `5-mai-26`. */
function readNamed(tokens: readonly Token[], index: number): Figures | null {
  const number = readDayNumber(tokens, index);
  if (!number) return null;
  const { day } = number;
  const joined = afterJoint(tokens, number.end);
  const month = readMonth(tokens, joined);
  if (!month) return number.sure ? { day, form: 'bare', end: number.end } : null;
  const at = joined > number.end ? afterJoint(tokens, month.end) : month.end;
  const year = readYear(tokens, at) ?? readShortYear(tokens, at);
  if (year === null) return { day, month: month.month, form: 'named', end: month.end };
  return { day, month: month.month, year, form: 'named', end: at + 1 };
}

/** `fin juin`, `la fin du mois de juin 2026`: the last day of a month. Null if it is not that. */
export function readMonthEnd(tokens: readonly Token[], index: number): DayPart | null {
  let at = isText(tokens[index], 'la') ? index + 1 : index;
  if (!isText(tokens[at], 'fin')) return null;
  at += 1;
  while (isText(tokens[at], 'de', 'du', 'mois', 'd', "'")) at += 1;
  const month = readMonth(tokens, at);
  if (!month) return null;
  const year = readYear(tokens, month.end);
  const end = year === null ? month.end : month.end + 1;
  const day = new Date(Date.UTC(year ?? 2001, month.month, 0)).getUTCDate();
  return { day, month: month.month, ...(year === null ? {} : { year }), form: 'named', last: true, start: index, end };
}

/** `(mardi)` after a date; null if there is none. */
function readBracketedWeekday(tokens: readonly Token[], index: number): { weekday: number; end: number } | null {
  const weekday = isText(tokens[index], '(') ? readWeekday(tokens, index + 1) : null;
  return weekday && isText(tokens[weekday.end], ')') ? { ...weekday, end: weekday.end + 1 } : null;
}

/** The day written from this token on, its weekday before it or in brackets after it; null if there is none. */
export function readDay(tokens: readonly Token[], index: number): DayPart | null {
  const weekday = readWeekday(tokens, index);
  let at = weekday ? afterJoint(tokens, weekday.end) : index;
  if (weekday && isText(tokens[at], ',')) at += 1;
  const plural = tokens[index]?.text.endsWith('s');
  if (weekday && isText(tokens[at], 'le') && (at === weekday.end || !plural)) at += 1;
  const figures = readFigures(tokens, at) ?? readCompact(tokens[at], at) ?? readNamed(tokens, at);
  if (!figures) return null;
  if (weekday) return { ...figures, start: index, weekday: weekday.weekday };
  const after = readBracketedWeekday(tokens, figures.end);
  return { ...figures, start: index, ...(after ?? {}) };
}

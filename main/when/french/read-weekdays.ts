import type { WeekdayRule } from '../when.ts';
import { isNumber, isText, readDay, readMonth, readWeekday, readYear } from './read-day.ts';
import { afterListSign } from './read-days.ts';
import { readHours } from './read-hours.ts';
import type { Token } from './tokenize.ts';
import { ordinalWords } from './words.ts';

export interface WeekdaysRead {
  /** Empty: every day (`tous les jours`). */
  readonly weekdays: readonly WeekdayRule[];
  /** How surely a recurrence is meant: `tous les …`, a plural or an article, or a weekday's name alone. */
  readonly sure: 'explicit' | 'implied' | 'alone';
  readonly end: number;
}

export interface MonthsRead {
  /** Each of them, in their order. */
  readonly months: readonly number[];
  /** They were written as one range, `de mars à juin`. */
  readonly isRange: boolean;
  /** Year of the first month of a range that spans two, or null. */
  readonly fromYear: number | null;
  /** Year of the last month, or null. */
  readonly year: number | null;
  readonly end: number;
}

/** A weekday that is not the beginning of a date (`mardi 5`). */
function readPlainWeekday(tokens: readonly Token[], index: number) {
  const weekday = readWeekday(tokens, index);
  if (!weekday) return null;
  return readDay(tokens, index) && !readHours(tokens, weekday.end) ? null : weekday;
}

function readOrdinal(tokens: readonly Token[], index: number): { nth: number; end: number } | null {
  const token = tokens[index];
  if (token?.kind === 'word') {
    const nth = ordinalWords.get(token.text);
    return nth === undefined ? null : { nth, end: index + 1 };
  }
  const suffix = tokens[index + 1];
  if (!isNumber(token, 1, 1) || token.value < 1 || token.value > 5 || suffix?.spaced) return null;
  return isText(suffix, 'er', 'ers', 'e', 'es', 'eme', 'emes', 'nd') ? { nth: token.value, end: index + 2 } : null;
}

function readOrdinals(tokens: readonly Token[], index: number): { nths: number[]; end: number } {
  const nths: number[] = [];
  let end = index;
  let at: number | null = index;
  while (at !== null) {
    const article: number = nths.length > 0 && isText(tokens[at], 'le', 'les') ? at + 1 : at;
    const ordinal = readOrdinal(tokens, article);
    if (!ordinal) break;
    nths.push(ordinal.nth);
    end = ordinal.end;
    at = afterListSign(tokens, end);
  }
  return { nths, end };
}

interface Prefix {
  readonly sure: WeekdaysRead['sure'];
  readonly end: number;
}

function readPrefix(tokens: readonly Token[], index: number): Prefix {
  if (isText(tokens[index], 'tous', 'toutes') && isText(tokens[index + 1], 'les')) {
    return { sure: 'explicit', end: index + 2 };
  }
  if (isText(tokens[index], 'chaque')) return { sure: 'explicit', end: index + 1 };
  if (isText(tokens[index], 'le', 'les')) return { sure: 'implied', end: index + 1 };
  return { sure: 'alone', end: index };
}

const firstTo = (first: number, last: number): WeekdayRule[] => {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => ({ weekday: ((first - 1 + index) % 7) + 1 }));
};

/** `du lundi au vendredi`, `lundi-vendredi`. */
function readWeekdayRange(tokens: readonly Token[], index: number): WeekdaysRead | null {
  const opened = isText(tokens[index], 'du', 'de');
  const from = readPlainWeekday(tokens, opened ? index + 1 : index);
  if (!from || !isText(tokens[from.end], 'au', 'a', '-')) return null;
  const to = readPlainWeekday(tokens, from.end + 1);
  if (!to) return null;
  return { weekdays: firstTo(from.weekday, to.weekday), sure: opened ? 'explicit' : 'implied', end: to.end };
}

/** `tous les jours`, `le week-end`, `en semaine`. */
function readDayGroup(tokens: readonly Token[], prefix: Prefix): WeekdaysRead | null {
  const { end, sure } = prefix;
  if (isText(tokens[end], 'en') && isText(tokens[end + 1], 'semaine')) {
    return { weekdays: firstTo(1, 5), sure: 'explicit', end: end + 2 };
  }
  if (sure === 'explicit' && isText(tokens[end], 'jour', 'jours')) {
    const narrowed = isText(tokens[end + 1], 'feries', 'ouvres', 'ouvrables', 'de');
    const other = narrowed && !readMonths(tokens, end + 1) && !readHours(tokens, end + 1);
    return other ? null : { weekdays: [], sure, end: end + 1 };
  }
  if (isText(tokens[end], 'weekend', 'weekends')) return { weekdays: firstTo(6, 7), sure, end: end + 1 };
  const week = isText(tokens[end], 'week') && isText(tokens[end + 1], '-') && isText(tokens[end + 2], 'end', 'ends');
  return week ? { weekdays: firstTo(6, 7), sure, end: end + 3 } : null;
}

/** The token after `du mois`, `de chaque mois`, where no month's name follows. */
function afterOfMonth(tokens: readonly Token[], index: number): number {
  if (isText(tokens[index], 'du') && isText(tokens[index + 1], 'mois')) {
    return isText(tokens[index + 2], 'de', 'd') ? index : index + 2;
  }
  return isText(tokens[index], 'de') && isText(tokens[index + 1], 'chaque') && isText(tokens[index + 2], 'mois')
    ? index + 3
    : index;
}

/** Weekdays that come back: `tous les mardis et jeudis`, `chaque premier lundi du mois`. Null if there are none. */
export function readWeekdays(tokens: readonly Token[], index: number): WeekdaysRead | null {
  const range = readWeekdayRange(tokens, index);
  if (range) return range;
  const prefix = readPrefix(tokens, index);
  const group = readDayGroup(tokens, prefix);
  if (group) return group;
  const weekdays: WeekdayRule[] = [];
  let sure = prefix.sure;
  let end = index;
  let at: number | null = index;
  while (at !== null) {
    const before = readPrefix(tokens, at);
    const ordinals = readOrdinals(tokens, before.end);
    const weekday = readPlainWeekday(tokens, ordinals.end);
    if (!weekday || (weekdays.length > 0 && readWeekdayRange(tokens, at))) break;
    if (ordinals.nths.length === 0) weekdays.push({ weekday: weekday.weekday });
    else weekdays.push(...ordinals.nths.map((nth) => ({ weekday: weekday.weekday, nth })));
    const plural = tokens[ordinals.end]?.text.endsWith('s');
    if (sure === 'alone' && (plural || ordinals.nths.length > 0)) sure = 'implied';
    end = afterOfMonth(tokens, weekday.end);
    at = afterListSign(tokens, end);
  }
  return weekdays.length > 0 ? { weekdays, sure, end } : null;
}

/** `de mars`, `en mai et juin 2026`, `de mars à juin`. Null if there is none. */
export function readMonths(tokens: readonly Token[], index: number): MonthsRead | null {
  let at = index;
  if (isText(tokens[at], 'du', 'au', 'des') && isText(tokens[at + 1], 'mois')) at += 2;
  if (isText(tokens[at], 'd') && isText(tokens[at + 1], "'")) at += 2;
  else if (isText(tokens[at], 'de', 'en')) at += 1;
  const first = readMonth(tokens, at);
  if (!first) return null;
  const firstYear = readYear(tokens, first.end);
  const afterFirst = firstYear === null ? first.end : first.end + 1;
  const second = isText(tokens[afterFirst], 'a', '-', 'au') ? readMonth(tokens, afterFirst + 1) : null;
  if (second) {
    const months = [first.month];
    for (let month = first.month; month !== second.month; ) {
      month = (month % 12) + 1;
      months.push(month);
    }
    const year = readYear(tokens, second.end);
    return { months, isRange: true, fromYear: firstYear, year, end: year === null ? second.end : second.end + 1 };
  }
  const months = [first.month];
  let end = first.end;
  for (let next = afterListSign(tokens, end); next !== null; next = afterListSign(tokens, end)) {
    const elided = isText(tokens[next], 'd') && isText(tokens[next + 1], "'");
    const more = readMonth(tokens, elided ? next + 2 : isText(tokens[next], 'de', 'en') ? next + 1 : next);
    if (!more) break;
    months.push(more.month);
    end = more.end;
  }
  const year = readYear(tokens, end);
  return { months, isRange: false, fromYear: null, year, end: year === null ? end : end + 1 };
}

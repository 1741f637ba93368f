import type { Token } from './tokenize.ts';
import { monthWords, weekdayWords } from './words.ts';

/**
 * One day as written: `5`, `mardi 5 mai`, `05/05/2026`, `2026-05-05`. How it was written decides what it proves at the start
 * of a file name: `iso` (year, month, day), `numeric` (with a year of four digits), `named` (with the month's name),
 * `slash` (other figures), `bare` (a number alone: the month comes from its neighbours).
 */
export interface DayPart {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
  readonly weekday?: number;
  readonly form: 'iso' | 'numeric' | 'named' | 'slash' | 'bare';
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
  if (!isNumber(token, 4, 4) || token.value < 1900 || token.value > 2199) return null;
  return isText(tokens[index + 1], 'h') ? null : token.value;
}

type Figures = Omit<DayPart, 'start' | 'weekday'>;

/** Three numbers with twice the same sign between them, or two with a slash. */
function readFigures(tokens: readonly Token[], index: number): Figures | null {
  const first = tokens[index];
  const sign = tokens[index + 1];
  const second = tokens[index + 2];
  if (!first || !isText(sign, '-', '/', '.', '_') || !isNumber(second, 1, 2)) return null;
  const third = tokens[index + 4];
  const again = tokens[index + 3];
  const tight = !sign?.spaced && !second.spaced;
  const three = again?.text === sign?.text && third?.kind === 'number' && (sign?.text === '/' || !third.spaced);
  if (isNumber(first, 4, 4)) {
    if (!three || !tight || !isNumber(third, 1, 2) || first.value < 1900 || first.value > 2199) return null;
    return { year: first.value, month: second.value, day: third.value, form: 'iso', end: index + 5 };
  }
  if (!isNumber(first, 1, 2)) return null;
  const slash = sign?.text === '/';
  if (three && (tight || slash) && sign?.text !== '_') {
    if (isNumber(third, 4, 4) && third.value >= 1900 && third.value <= 2199) {
      return { day: first.value, month: second.value, year: third.value, form: 'numeric', end: index + 5 };
    }
    if (isNumber(third, 2, 2) && tight && !third.spaced) {
      return { day: first.value, month: second.value, year: 2000 + third.value, form: 'slash', end: index + 5 };
    }
  }
  if (!slash || !tight || isTimeAt(tokens, index + 2)) return null;
  return { day: first.value, month: second.value, form: 'slash', end: index + 3 };
}

function readCompact(token: Token | undefined, index: number): Figures | null {
  if (!isNumber(token, 8, 8) || !/^(?:19|20|21)/.test(token.text)) return null;
  const [year, month, day] = [token.text.slice(0, 4), token.text.slice(4, 6), token.text.slice(6)].map(Number);
  if (!year || !month || !day || month > 12 || day > 31) return null;
  return { year, month, day, form: 'slash', end: index + 1 };
}

/** `5`, `1er`, `5 mai`, `5 mai 2026`. */
function readNamed(tokens: readonly Token[], index: number): Figures | null {
  const first = tokens[index];
  if (!isNumber(first, 1, 2) || isTimeAt(tokens, index)) return null;
  const next = tokens[index + 1];
  const ordinal = first.value === 1 && isText(next, 'er', 'ier') && !next?.spaced;
  const afterDay = ordinal ? index + 2 : index + 1;
  const month = readMonth(tokens, afterDay);
  if (!month) {
    if (!ordinal && next?.kind === 'word' && !next.spaced) return null;
    return { day: first.value, form: 'bare', end: afterDay };
  }
  const year = readYear(tokens, month.end);
  if (year === null) return { day: first.value, month: month.month, form: 'named', end: month.end };
  return { day: first.value, month: month.month, year, form: 'named', end: month.end + 1 };
}

/** The day written from this token on, its weekday first if it has one; null if there is none. */
export function readDay(tokens: readonly Token[], index: number): DayPart | null {
  const weekday = readWeekday(tokens, index);
  let at = weekday?.end ?? index;
  if (weekday && isText(tokens[at], ',', 'le')) at += 1;
  const figures = readFigures(tokens, at) ?? readCompact(tokens[at], at) ?? readNamed(tokens, at);
  if (!figures) return null;
  return { ...figures, start: index, ...(weekday ? { weekday: weekday.weekday } : {}) };
}

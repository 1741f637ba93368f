import type { HourWindow } from '../when.ts';
import { isFiguresAt, isNumber, isText, isTimeAt, leadsToMonth, readMonth } from './read-day.ts';
import type { Token } from './tokenize.ts';

export interface TimeRead {
  /** `14:30`; `24:00` for midnight as an end. */
  readonly time: string;
  /** Whether it exists: `25h` and `9h75` do not. */
  readonly possible: boolean;
  readonly end: number;
}

/** Tokens of a time that cannot be followed: it does not exist, or a midnight that may begin or end the day. */
export interface HourTrouble {
  readonly kind: 'impossible' | 'midnight';
  readonly start: number;
  readonly end: number;
}

export interface HoursRead {
  readonly hours: readonly HourWindow[];
  /** The first one, or null. */
  readonly trouble: HourTrouble | null;
  readonly end: number;
}

const pad = (value: number) => String(value).padStart(2, '0');

function timeOf(hour: number, minute: number, end: number): TimeRead {
  const possible = minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
  return { time: `${pad(hour)}:${pad(minute)}`, possible, end };
}

/** The token after the point of an abbreviation, `14h.`; not that of `14h.30`. */
function afterPoint(tokens: readonly Token[], index: number): number {
  const [point, next] = tokens.slice(index, index + 2);
  if (!isText(point, '.') || point?.spaced) return index;
  return next?.kind === 'number' && !next.spaced ? index : index + 1;
}

/** A time of day: `9h`, `9h30`, `9 h 30`, `09:30`, `14 heures`, `midi`, `minuit`. Null if there is none. */
export function readTime(tokens: readonly Token[], index: number): TimeRead | null {
  const token = tokens[index];
  if (isText(token, 'midi')) return timeOf(12, 0, index + 1);
  if (isText(token, 'minuit')) return timeOf(24, 0, index + 1);
  if (!token || !isTimeAt(tokens, index)) return null;
  const minutes = tokens[index + 2];
  if (isText(tokens[index + 1], ':')) {
    const seconds = tokens[index + 4];
    const withSeconds =
      isText(tokens[index + 3], ':') && !tokens[index + 3]?.spaced && isNumber(seconds, 2, 2) && !seconds.spaced;
    return timeOf(token.value, minutes?.value ?? 0, withSeconds ? index + 5 : index + 3);
  }
  if (minutes?.kind !== 'number' || isTimeAt(tokens, index + 2)) {
    return timeOf(token.value, 0, afterPoint(tokens, index + 2));
  }
  // « 8h5 » may be 8 h 05 or a slip for 8 h 50: it is no time, and the pieces of it are not either.
  if (!minutes.spaced && minutes.text.length !== 2) return { ...timeOf(token.value, 0, index + 3), possible: false };
  if (minutes.spaced && !areSpacedMinutes(tokens, index)) return timeOf(token.value, 0, index + 2);
  const end = isText(tokens[index + 3], 'mn', 'min') ? index + 4 : index + 3;
  return timeOf(token.value, minutes.value, afterPoint(tokens, end));
}

/**
 * Whether the number that stands apart after an hour is its minutes: `9 h 30` is, unless a date begins there, as in
 * `14 h 12 mai`; `18h 30` is only where a phrase may end or go on, for `18h 30 élèves` are pupils.
 */
function areSpacedMinutes(tokens: readonly Token[], index: number): boolean {
  const [mark, minutes, next] = tokens.slice(index + 1, index + 4);
  if (!isNumber(minutes, 2, 2) || isFiguresAt(tokens, index + 2) || readMonth(tokens, index + 3)) return false;
  if (mark?.spaced) return true;
  const goesOn = next === undefined || next.kind === 'sign' || isText(next, 'a', 'et', 'jusqu', 'puis', 'mn', 'min');
  return goesOn && !leadsToMonth(tokens, index + 2);
}

interface WindowRead {
  readonly window: HourWindow;
  readonly trouble: HourTrouble['kind'] | null;
  /** A word that says when in the day: `matin`. */
  readonly part: boolean;
  readonly end: number;
}

const isMidnight = (time: string) => time === '24:00' || time === '00:00';

/** A window of two times, `24:00` and `00:00` being the ends of the day. */
function windowOf(from: string | null, to: string | null): HourWindow {
  return { from: from === null || isMidnight(from) ? null : from, to: to === null || isMidnight(to) ? null : to };
}

/** From one time to another; a missing one is the start or the end of the day. */
function between(from: TimeRead | null, to: TimeRead | null): WindowRead {
  const possible = (from?.possible ?? true) && (to?.possible ?? true);
  const trouble = !possible ? 'impossible' : from?.time === '24:00' ? 'midnight' : null;
  return { window: windowOf(from?.time ?? null, to?.time ?? null), trouble, part: false, end: (to ?? from)?.end ?? 0 };
}

function readPartOfDay(tokens: readonly Token[], index: number): WindowRead | null {
  let at = index;
  if (isText(tokens[at], 'le', 'la', 'au')) at += 1;
  else if (isText(tokens[at], 'l') && isText(tokens[at + 1], "'")) at += 2;
  const read = (from: string | null, to: string | null, end: number): WindowRead => ({
    window: { from, to },
    trouble: null,
    part: true,
    end,
  });
  if (isText(tokens[at], 'matin', 'matins', 'matinee')) return read(null, '12:00', at + 1);
  if (isText(tokens[at], 'soir', 'soirs', 'soiree')) return read('18:00', null, at + 1);
  if (isText(tokens[at], 'midi', 'midis')) return read('12:00', '14:00', at + 1);
  if (!isText(tokens[at], 'apres')) return null;
  const joint = isText(tokens[at + 1], '-') ? at + 2 : at + 1;
  return isText(tokens[joint], 'midi', 'midis') ? read('12:00', '18:00', joint + 1) : null;
}

/** The token after `à partir de`, `dès`, `à compter de`, `après`; null if it is not that. */
function afterFrom(tokens: readonly Token[], index: number): number | null {
  if (isText(tokens[index], 'des', 'depuis')) return index + 1;
  if (isText(tokens[index], 'apres') && isTimeAt(tokens, index + 1)) return index + 1;
  const long = isText(tokens[index], 'a') && isText(tokens[index + 1], 'partir', 'compter');
  return long && isText(tokens[index + 2], 'de', 'du') ? index + 3 : null;
}

/** The token after `jusqu’à`, `avant`; null if it is not that. */
function afterUntil(tokens: readonly Token[], index: number): number | null {
  if (isText(tokens[index], 'avant')) return index + 1;
  if (!isText(tokens[index], 'jusqu', 'jusque')) return null;
  const at = isText(tokens[index + 1], "'") ? index + 2 : index + 1;
  return isText(tokens[at], 'a') ? at + 1 : null;
}

/** The time that ends a window, after `-`, `à`, `jusqu’à`, `et jusqu’à`; null if there is none. */
function readEnd(tokens: readonly Token[], index: number, opening: Token | undefined): TimeRead | null {
  const joined = isText(tokens[index], 'et', ',') ? index + 1 : index;
  const until = afterUntil(tokens, joined);
  if (until !== null) return readTime(tokens, until);
  const joint = isText(tokens[index], '-', 'a', '/', '>') || (isText(tokens[index], 'et') && isText(opening, 'entre'));
  return joint ? readTime(tokens, index + 1) : null;
}

function readOneWindow(tokens: readonly Token[], index: number): WindowRead | null {
  const start = afterFrom(tokens, index);
  if (start !== null) {
    const time = readTime(tokens, start);
    return time && between(time, readEnd(tokens, time.end, undefined));
  }
  const stop = afterUntil(tokens, index);
  if (stop !== null) {
    const time = readTime(tokens, stop);
    return time && between(null, time);
  }
  const part = readPartOfDay(tokens, index);
  const opened = isText(tokens[index], 'de', 'entre', 'a', 't', 'vers');
  const at = opened ? index + 1 : index;
  // « 9-12h », « de 9 à 12h »: the first number borrows the « h » of the second.
  const bare = isNumber(tokens[at], 1, 2) && !isTimeAt(tokens, at) ? (tokens[at] ?? null) : null;
  const from = bare ? timeOf(bare.value, 0, at + 1) : readTime(tokens, at);
  if (!from) return part;
  const to = readEnd(tokens, from.end, tokens[index]);
  if (to) return between(from, to);
  if (bare || (part && !opened)) return part;
  const open = between(from, null);
  const said = isText(tokens[index], 'de') || open.window.from === null;
  return said ? open : { ...open, window: { ...open.window, startOnly: true } };
}

/** Whether a window is within a part of the day; of a start alone, whether it begins in it. */
function isWithin({ from, to }: HourWindow, part: HourWindow): boolean {
  const [first, last] = [part.from ?? '00:00', part.to ?? '24:00'];
  return from !== null && first <= from && from < last && (to === null || (from < to && to <= last));
}

/** A window, and the word beside it that says no more: `le matin de 9h à 12h`, `14h-16h l’après-midi`. */
function readWindow(tokens: readonly Token[], index: number): WindowRead | null {
  const read = readOneWindow(tokens, index);
  if (!read) return null;
  const beside = readOneWindow(tokens, read.end);
  if (!beside || beside.part === read.part) return read;
  const [part, narrow] = read.part ? [read, beside] : [beside, read];
  return isWithin(narrow.window, part.window) ? { ...narrow, end: beside.end } : read;
}

/** Windows of a day: `9h-12h et 14h-17h`, `de 9h à 12h`, `à partir de 14h`, `matin`. Null if there is none. */
export function readHours(tokens: readonly Token[], index: number): HoursRead | null {
  const hours: HourWindow[] = [];
  let trouble: HourTrouble | null = null;
  let end = index;
  let at: number | null = index;
  while (at !== null) {
    const read = readWindow(tokens, at);
    if (!read) break;
    if (read.trouble) trouble ??= { kind: read.trouble, start: at, end: read.end };
    hours.push(read.window);
    end = read.end;
    const sign = isText(tokens[end], ',', ';', '/', '+', '&') ? end + 1 : end;
    const joined = isText(tokens[sign], 'et', 'puis') ? sign + 1 : sign;
    at = joined === end ? null : joined;
  }
  return hours.length > 0 ? { hours, trouble, end } : null;
}

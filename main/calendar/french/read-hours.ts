import type { HourWindow } from '../when.ts';
import { isNumber, isText, isTimeAt } from './read-day.ts';
import type { Token } from './tokenize.ts';
import { monthWords } from './words.ts';

export interface TimeRead {
  /** `14:30`; `24:00` for midnight as an end. */
  readonly time: string;
  /** Whether it exists: `25h` and `9h75` do not. */
  readonly possible: boolean;
  readonly end: number;
}

export interface HoursRead {
  readonly hours: readonly HourWindow[];
  /** Tokens of a time that does not exist, or null. */
  readonly impossible: { readonly start: number; readonly end: number } | null;
  readonly end: number;
}

const pad = (value: number) => String(value).padStart(2, '0');

function timeOf(hour: number, minute: number, end: number): TimeRead {
  const possible = minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
  return { time: `${pad(hour)}:${pad(minute)}`, possible, end };
}

/** A time of day: `9h`, `9h30`, `09:30`, `14 heures`, `midi`, `minuit`. Null if there is none. */
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
  const next = tokens[index + 3];
  const glued =
    isNumber(minutes, 2, 2) && !isTimeAt(tokens, index + 2) && !isText(next, '/') && !isDayAfter(tokens, index);
  if (glued) return timeOf(token.value, minutes.value, isText(next, 'mn', 'min') ? index + 4 : index + 3);
  return timeOf(token.value, 0, index + 2);
}

/** `14 h 12 mai` is 14 h, then a day: only minutes glued to the `h`, or spaced like the `h`, are minutes. */
function isDayAfter(tokens: readonly Token[], index: number): boolean {
  const [mark, minutes, next] = tokens.slice(index + 1, index + 4);
  if (!minutes?.spaced) return false;
  return !mark?.spaced || (next?.kind === 'word' && monthWords.has(next.text));
}

interface WindowRead {
  readonly window: HourWindow;
  readonly possible: boolean;
  readonly end: number;
}

const isMidnight = (time: string) => time === '24:00' || time === '00:00';

/** A window of two times, `24:00` and `00:00` being the ends of the day. */
function windowOf(from: string | null, to: string | null): HourWindow {
  return { from: from === null || isMidnight(from) ? null : from, to: to === null || isMidnight(to) ? null : to };
}

function between(from: TimeRead, to: TimeRead): WindowRead {
  return { window: windowOf(from.time, to.time), possible: from.possible && to.possible, end: to.end };
}

function readPartOfDay(tokens: readonly Token[], index: number): WindowRead | null {
  let at = index;
  if (isText(tokens[at], 'le', 'la', 'au')) at += 1;
  else if (isText(tokens[at], 'l') && isText(tokens[at + 1], "'")) at += 2;
  const read = (from: string | null, to: string | null, end: number): WindowRead => ({
    window: { from, to },
    possible: true,
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

function readWindow(tokens: readonly Token[], index: number): WindowRead | null {
  const start = afterFrom(tokens, index);
  if (start !== null) {
    const time = readTime(tokens, start);
    return time && { window: windowOf(time.time, null), possible: time.possible, end: time.end };
  }
  const stop = afterUntil(tokens, index);
  if (stop !== null) {
    const time = readTime(tokens, stop);
    return time && { window: windowOf(null, time.time), possible: time.possible, end: time.end };
  }
  const part = readPartOfDay(tokens, index);
  const opened = isText(tokens[index], 'de', 'entre', 'a', 't', 'vers');
  const at = opened ? index + 1 : index;
  // « 9-12h », « de 9 à 12h »: the first number borrows the « h » of the second.
  const bare = isNumber(tokens[at], 1, 2) && !isTimeAt(tokens, at) ? (tokens[at] ?? null) : null;
  const from = bare ? timeOf(bare.value, 0, at + 1) : readTime(tokens, at);
  if (!from) return part;
  const joint =
    isText(tokens[from.end], '-', 'a', '/', '>') || (isText(tokens[from.end], 'et') && isText(tokens[index], 'entre'));
  const to = joint ? readTime(tokens, from.end + 1) : null;
  if (to) return between(from, to);
  if (bare) return part;
  if (part && !opened) return part;
  return { window: windowOf(from.time, null), possible: from.possible, end: from.end };
}

/** Windows of a day: `9h-12h et 14h-17h`, `de 9h à 12h`, `à partir de 14h`, `matin`. Null if there is none. */
export function readHours(tokens: readonly Token[], index: number): HoursRead | null {
  const hours: HourWindow[] = [];
  let impossible: HoursRead['impossible'] = null;
  let end = index;
  let at: number | null = index;
  while (at !== null) {
    const read = readWindow(tokens, at);
    if (!read) break;
    if (!read.possible) impossible ??= { start: at, end: read.end };
    hours.push(read.window);
    end = read.end;
    const sign = isText(tokens[end], ',', ';', '/', '+', '&') ? end + 1 : end;
    const joined = isText(tokens[sign], 'et', 'puis') ? sign + 1 : sign;
    at = joined === end ? null : joined;
  }
  return hours.length > 0 ? { hours, impossible, end } : null;
}

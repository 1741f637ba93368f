import { type DayPart, isNumber, isText, readDay, readMonthEnd } from './read-day.ts';
import { readTime, type TimeRead } from './read-hours.ts';
import type { Token } from './tokenize.ts';

/** A day, or the days from one to another, as written; every day has its month. */
export interface SpanPart {
  readonly from: DayPart;
  /** Absent for a single day. */
  readonly to?: DayPart;
  /** Times within a range: `du 4 mai 14h au 7 mai 12h`. */
  readonly fromTime?: string;
  readonly toTime?: string;
  /** Said with `du … au …`: nothing but dates is. */
  readonly opened?: true;
  /** Two dates of which it is not written that they are the ends of a range: `2026-05-04_07`. */
  readonly guessed?: true;
}

export interface DaysRead {
  readonly spans: readonly SpanPart[];
  readonly end: number;
}

/** The time that may follow a day inside a range: `T14:00`, `à 14h`, `14h`. */
function readInnerTime(tokens: readonly Token[], index: number): TimeRead | null {
  const marked = isText(tokens[index], 't', 'a', ',', 'de');
  return readTime(tokens, marked ? index + 1 : index);
}

/** Where the second day of a range begins; null if nothing joins the two. */
function readJoint(tokens: readonly Token[], index: number, opening: string | null): number | null {
  const token = tokens[index];
  if (isText(token, 'au', '-')) return index + 1;
  if (isText(token, 'a') && opening !== null) return index + 1;
  if (isText(token, 'et') && opening === 'entre') return isText(tokens[index + 1], 'le') ? index + 2 : index + 1;
  if (isText(token, 'jusqu') && isText(tokens[index + 1], "'") && isText(tokens[index + 2], 'au', 'a'))
    return index + 3;
  return null;
}

/** The second date of machines: `/2026-05-07`, `_07`, or one more behind a blank. */
function readIsoEnd(tokens: readonly Token[], from: DayPart): Omit<SpanPart, 'from'> | null {
  const sign = tokens[from.end];
  const joined = isText(sign, '/', '_');
  const to = readDay(tokens, joined ? from.end + 1 : from.end);
  if (to?.form === 'iso' && (joined || sign?.spaced)) return joined ? { to } : { to, guessed: true };
  const next = tokens[from.end + 2];
  const last = next === undefined || (next.kind === 'word' && next.spaced);
  if (!joined || !last || to?.form !== 'bare' || !isNumber(tokens[to.start], 2, 2) || to.day <= from.day) return null;
  const { month, year } = from;
  return { to: { ...to, ...(month && year ? { month, year } : {}) }, guessed: true };
}

function readRangeEnd(tokens: readonly Token[], from: DayPart, opening: string | null): Omit<SpanPart, 'from'> | null {
  const iso = from.form === 'iso' ? readIsoEnd(tokens, from) : null;
  if (iso) return iso;
  const sign = tokens[from.end];
  // « 4 à 7 mai », « 4/7 mai »: only a date has a month at the end.
  const short = from.form === 'bare' && isText(sign, 'a', '/');
  const joint = readJoint(tokens, from.end, opening) ?? (short ? from.end + 1 : null);
  const to = joint === null ? null : (readDay(tokens, joint) ?? readMonthEnd(tokens, joint));
  if (!to || (to.form === 'bare' && from.form !== 'bare' && isText(sign, '-'))) return null;
  if (short && opening === null && to.month === undefined) return null;
  return { to };
}

/** `05.05`: two numbers that are a day and its month only between `du` and `au`. */
function readDotted(tokens: readonly Token[], index: number): DayPart | null {
  const [day, point, month, next] = tokens.slice(index, index + 4);
  if (!isNumber(day, 1, 2) || !isText(point, '.') || point?.spaced || !isNumber(month, 1, 2) || month.spaced)
    return null;
  if (isText(next, '.') && !next?.spaced && tokens[index + 4]?.kind === 'number') return null;
  return { day: day.value, month: month.value, form: 'slash', start: index, end: index + 3 };
}

function readDottedRange(tokens: readonly Token[], index: number): SpanRead | null {
  const from = readDotted(tokens, index);
  const to = from && isText(tokens[from.end], 'au') ? readDotted(tokens, from.end + 1) : null;
  return from && to && { span: { from, to, opened: true }, end: to.end };
}

/** `du 4 mai 14h au 7 mai 12h`, `2026-05-04T14:00/2026-05-07T12:00`: a range with times at its two ends. */
function readTimedRange(tokens: readonly Token[], from: DayPart, opening: string | null): SpanRead | null {
  const fromTime = readInnerTime(tokens, from.end);
  if (!fromTime) return null;
  const slash = isText(tokens[fromTime.end], '/', '_') && from.form === 'iso';
  const joint = slash ? fromTime.end + 1 : readJoint(tokens, fromTime.end, opening);
  const to = joint === null ? null : readDay(tokens, joint);
  if (!to || to.form === 'bare' || from.form === 'bare') return null;
  const toTime = readInnerTime(tokens, to.end);
  if (!toTime) return null;
  return { span: { from, to, fromTime: fromTime.time, toTime: toTime.time }, end: toTime.end };
}

interface SpanRead {
  readonly span: SpanPart;
  readonly end: number;
}

/** The token after `la semaine` before `du`, which says no more than the days do. */
function afterWeek(tokens: readonly Token[], index: number): number {
  const at = isText(tokens[index], 'la') ? index + 1 : index;
  return isText(tokens[at], 'semaine') && isText(tokens[at + 1], 'du') ? at + 1 : index;
}

function readSpan(tokens: readonly Token[], index: number): SpanRead | null {
  let at = afterWeek(tokens, index);
  let opening: string | null = null;
  if (isText(tokens[at], 'du', 'de', 'entre', 'des')) {
    opening = tokens[at]?.text ?? null;
    at += isText(tokens[at + 1], 'le') ? 2 : 1;
  } else if (isText(tokens[at], 'le', 'les')) at += 1;
  const dotted = opening === 'du' ? readDottedRange(tokens, at) : null;
  if (dotted) return dotted;
  const from = readDay(tokens, at);
  if (!from) return null;
  const timed = readTimedRange(tokens, from, opening);
  if (timed) return timed;
  const range = readRangeEnd(tokens, from, opening);
  const end = range?.to?.end;
  if (range && end !== undefined) {
    return { span: { from, ...range, ...(opening === 'du' ? { opened: true as const } : {}) }, end };
  }
  return opening === null || opening === 'des' ? { span: { from }, end: from.end } : null;
}

/** The token after what separates two days of a list; null if nothing does. */
export function afterListSign(tokens: readonly Token[], index: number): number | null {
  let at = index;
  if (isText(tokens[at], ',', ';')) at += 1;
  if (isText(tokens[at], 'et', '&', '+', 'puis')) at += 1;
  return at === index ? null : at;
}

const ending = (span: SpanPart) => span.to ?? span.from;

/** Days without a month take the one of the day that follows them: `4, 5 et 7 mai`. */
function fillMonths(spans: readonly SpanPart[]): SpanPart[] {
  let next: DayPart | null = null;
  const fill = (part: DayPart): DayPart => {
    const { month, year } = next ?? {};
    const filled =
      part.month === undefined && month !== undefined
        ? { ...part, month, ...(year === undefined ? {} : { year }) }
        : part;
    next = filled;
    return filled;
  };
  return spans
    .toReversed()
    .map((span): SpanPart => {
      const to = span.to ? fill(span.to) : undefined;
      return { ...span, from: fill(span.from), ...(to ? { to } : {}) };
    })
    .toReversed();
}

/** A list of days and ranges: `mardi 5 et jeudi 7 mai`, `du 4 au 7 mai`, `4-7 mai, 12/05`. Null if there is none. */
export function readDays(tokens: readonly Token[], index: number, allowBare = false): DaysRead | null {
  const read: SpanRead[] = [];
  let at: number | null = index;
  while (at !== null) {
    const span = readSpan(tokens, at);
    if (!span) break;
    read.push(span);
    at = afterListSign(tokens, span.end);
  }
  const complete = allowBare ? read.length - 1 : read.findLastIndex(({ span }) => ending(span).month !== undefined);
  const last = read[complete];
  if (!last) return null;
  const kept = read.slice(0, complete + 1).map(({ span }) => span);
  return { spans: fillMonths(kept), end: last.end };
}

import { Temporal } from 'temporal-polyfill';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { DateContext } from '../../../when/french/types.ts';
import type { DayLabel } from './day-label.ts';

/** Days that a title names, « Menu du 4 au 8 mai »: what the headings below it leave out is found in them. */
export interface Anchor {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Its year is written. */
  readonly hasYear: boolean;
}

/** A day, and what of it was not written. */
export type FoundDay =
  | { readonly ok: true; readonly day: Temporal.PlainDate; readonly guessed: 'year' | 'week' | null }
  | { readonly ok: false; readonly why: 'weekday' | 'impossible' | 'unknown' };

/** A title of more words is a sentence. */
const MAX_WORDS = 20;
/** No menu names more days. */
const MAX_DAYS = 45;

/** The longest phrase of a title that names some days in a row; null where none does. */
export function anchorOf(title: string, context: DateContext): Anchor | null {
  const words = title.replaceAll('_', ' ').split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);
  for (let length = words.length; length > 0; length -= 1) {
    for (let first = 0; first + length <= words.length; first += 1) {
      const phrase = words.slice(first, first + length).join(' ');
      const anchor = /\d|janv|f[ée]v|mars|avril|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c/iu.test(phrase)
        ? daysOf(phrase, context)
        : null;
      if (anchor !== null) return anchor;
    }
  }
  return null;
}

function daysOf(phrase: string, context: DateContext): Anchor | null {
  const read = parseWhen(phrase, context);
  const [range, more] = read.ok ? read.when.ranges : [];
  if (!range?.from || !range.to || more) return null;
  const [from, to] = [Temporal.PlainDate.from(range.from), Temporal.PlainDate.from(range.to)];
  return from.until(to).days > MAX_DAYS ? null : { from, to, hasYear: /20\d\d|\d[/.-]\d{1,2}[/.-]\d\d$/u.test(phrase) };
}

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

/**
 * The day of a heading. Where only a weekday is written it is one of the week that the title names; without any, of the week in
 * which the file was written, or the next one where it was written at its end. A year that is not written is the one
 * nearest to the file's in which the weekday is right.
 */
export function resolveDay(label: DayLabel, anchor: Anchor | null, { reference }: DateContext): FoundDay {
  const { day, month } = label;
  if (day !== undefined && month !== undefined) return inYear(label, day, month, anchor, reference);
  if (day !== undefined) return ofNumber(label, day, anchor, reference);
  if (label.weekday === undefined) return { ok: false, why: 'unknown' };
  const isWeek = anchor !== null && anchor.from.until(anchor.to).days < 7;
  if (anchor !== null && !isWeek) return { ok: false, why: 'unknown' };
  const monday = isWeek ? mondayOf(anchor.from) : mondayOf(reference.add({ days: reference.dayOfWeek > 4 ? 4 : 0 }));
  const found = monday.add({ days: label.weekday - 1 });
  if (!isWeek) return { ok: true, day: found, guessed: 'week' };
  // A title of another year names another week: its Monday is no Monday of this one.
  const isWithin =
    Temporal.PlainDate.compare(found, anchor.from) >= 0 && Temporal.PlainDate.compare(found, anchor.to) <= 0;
  return isWithin ? { ok: true, day: found, guessed: anchor.hasYear ? null : 'year' } : { ok: false, why: 'weekday' };
}

function inYear(
  { weekday, year }: DayLabel,
  day: number,
  month: number,
  anchor: Anchor | null,
  reference: Temporal.PlainDate,
): FoundDay {
  const written = year ?? (anchor?.hasYear ? anchor.from.year : undefined);
  const years = written === undefined ? [-1, 0, 1].map((more) => reference.year + more) : [written];
  const days = years.flatMap((each) => dateOf(each, month, day));
  if (days.length === 0) return { ok: false, why: 'impossible' };
  const right = nearest(
    days.filter((each) => weekday === undefined || each.dayOfWeek === weekday),
    reference,
  );
  if (right === null) return { ok: false, why: 'weekday' };
  return { ok: true, day: right, guessed: written === undefined ? 'year' : null };
}

/** « Lundi 4 »: the month is that of the title, else the one nearest to the day on which the file was written. */
function ofNumber({ weekday }: DayLabel, day: number, anchor: Anchor | null, reference: Temporal.PlainDate): FoundDay {
  const from = anchor === null ? reference.subtract({ days: MAX_DAYS }) : mondayOf(anchor.from);
  const length = anchor === null ? 2 * MAX_DAYS : from.until(anchor.to).days + 1;
  const days = Array.from({ length }, (_, at) => from.add({ days: at })).filter((each) => each.day === day);
  const right = nearest(
    days.filter((each) => weekday === undefined || each.dayOfWeek === weekday),
    reference,
  );
  if (right === null) return { ok: false, why: days.length > 0 ? 'weekday' : 'unknown' };
  return { ok: true, day: right, guessed: anchor === null ? 'week' : anchor.hasYear ? null : 'year' };
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate[] {
  try {
    return [Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })];
  } catch {
    // The 30th of February.
    return [];
  }
}

function nearest(days: readonly Temporal.PlainDate[], reference: Temporal.PlainDate): Temporal.PlainDate | null {
  const distance = (day: Temporal.PlainDate): number => Math.abs(reference.until(day).days);
  return days.reduce<Temporal.PlainDate | null>(
    (best, day) => (best === null || distance(day) < distance(best) ? day : best),
    null,
  );
}

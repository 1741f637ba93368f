import { Temporal } from 'temporal-polyfill';
import { fold } from '../../../lib/fold.ts';
import { dayLabel } from '../../../when/french/label.ts';
import { lookBack } from '../../../when/french/resolve-days.ts';
import { monthName } from '../../../when/french/words.ts';
import type { Block } from '../../documents/block.ts';
import { type Fault, fault, guessed } from '../../faults/fault.ts';
import { hasDepartment } from '../outline/marks.ts';
import { createDateReader, type DateReader, type ReleaseContext, releaseDay } from './read-dates.ts';

/** Blocks in which a release says when it was written. */
const OPENING_BLOCKS = 30;
/** One weekday that contradicts its date may be a typing mistake; two of them mean that the dates are of another year. */
const MIN_WEEKDAYS = 2;
const WEEKDAY_AND_DAY =
  /\b(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s+(?:\d{1,2}(?:er)?\s+\p{L}{3,9}|\d{1,2}\/\d{1,2})(?![\p{L}/]|\s+(?:19|20)\d{2})/giu;

/** The reader of the dates of a release, in the year of its own date or in the one that its days of the week tell of. */
export function datesOfRelease(
  blocks: readonly Block[],
  context: ReleaseContext,
): { readonly dates: DateReader; readonly warnings: readonly Fault[] } {
  const released = releaseDay(linesBeforeEvents(blocks), context);
  const followed = released === null ? (inOrder(blocks, context) ?? inSchoolOrder(blocks, context)) : null;
  if (followed !== null) return followed;
  const dates = createDateReader(context, released);
  const written = blocks.flatMap(({ text }) => (text.length > 200 ? [] : (text.match(WEEKDAY_AND_DAY) ?? [])));
  if (!allContradict(written, dates)) return { dates, warnings: [] };
  const year = (released ?? context.reference).year;
  for (const near of [year, year + 1, year - 1]) {
    const other = createDateReader(context, Temporal.PlainDate.from({ year: near, month: 1, day: 1 }));
    if (contradictions(written, other).every((each) => !each)) return { dates: other, warnings: [yearTold(near)] };
  }
  return { dates, warnings: [] };
}

const MONTHS = Array.from({ length: 12 }, (_, at) => fold(monthName(at + 1)));
/** « 12 mars : … », « Du lundi 2 au 6 avril : … », a day with its month in front of a line; a year anywhere is left to the reader. */
const LINE_OF_DAY = new RegExp(
  `^(?:du |le |les )?(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) )?(\\d{1,2})(?:er)?(?: (${MONTHS.join('|')})\\b|/(\\d{1,2})\\b(?!/))`,
);
const YEAR = /\b(?:19|20)\d\d\b/u;
/**
 * The reader of a text whose lines begin with days in the order of one year, « 12 mars », « 2 avril », « 2 juin », written in
 * April: the first is past, and not of the next year. Null where they are in no such order, or all of one year as they are.
 */
function inOrder(
  blocks: readonly Block[],
  context: ReleaseContext,
): { readonly dates: DateReader; readonly warnings: readonly Fault[] } | null {
  if (context.schoolYear !== undefined || blocks.some(({ text }) => YEAR.test(text))) return null;
  const found = linesOfDays(blocks);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || !ascend(found, orderOf)) return null;
  const least = context.reference.subtract({ days: lookBack });
  const isNextYear = (each: MonthDay) => orderOf(each) < orderOf(least);
  if (!isNextYear(first) || isNextYear(last)) return null;
  const { year } = least;
  const reference = Temporal.PlainDate.from({ year, month: first.month, day: first.day });
  return { dates: createDateReader({ ...context, reference }, null), warnings: [orderTold(reference)] };
}

/** A list of fewer days may be in the order of a school year by chance. */
const MIN_DAYS = 3;
/** The first month of a school year. */
const FIRST_MONTH = 8;

/**
 * The reader of a list from September on to July of the next year, where its title names the school year, or its weekdays are right
 * in one and not where each date is taken for itself: written in April, « vendredi 2 juillet » behind « lundi 4 janvier » is that of
 * the next year.
 */
function inSchoolOrder(
  blocks: readonly Block[],
  context: ReleaseContext,
): { readonly dates: DateReader; readonly warnings: readonly Fault[] } | null {
  const found = linesOfDays(blocks);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || found.length < MIN_DAYS) return null;
  if (first.month < FIRST_MONTH || last.month >= FIRST_MONTH || !ascend(found, schoolOrderOf)) return null;
  const written = found.flatMap(({ text }) => text.match(WEEKDAY_AND_DAY) ?? []);
  const wrong = (dates: DateReader) => contradictions(written, dates).filter((contradicts) => contradicts).length;
  const alone = wrong(createDateReader(context, null));
  const { year } = context.reference;
  for (const schoolYear of context.schoolYear === undefined ? [year, year - 1] : [context.schoolYear]) {
    const start = Temporal.PlainDate.from({ year: schoolYear, month: FIRST_MONTH, day: 1 });
    const reference = Temporal.PlainDate.compare(start, context.reference) > 0 ? start : context.reference;
    const dates = createDateReader({ ...context, schoolYear, reference }, null);
    const isNamed = context.schoolYear !== undefined && wrong(dates) <= alone;
    if (isNamed || (alone > 0 && wrong(dates) === 0)) return { dates, warnings: [schoolOrderTold(schoolYear)] };
  }
  return null;
}

interface MonthDay {
  readonly day: number;
  readonly month: number;
}

/** The days that lines begin with, in their order. */
function linesOfDays(blocks: readonly Block[]): (MonthDay & { readonly text: string })[] {
  return blocks.flatMap(({ text }) => {
    const [, day, month, figures] = LINE_OF_DAY.exec(fold(text.slice(0, 60))) ?? [];
    return day === undefined
      ? []
      : [{ day: Number(day), month: Number(figures ?? MONTHS.indexOf(month ?? '') + 1), text }];
  });
}

const ascend = (days: readonly MonthDay[], order: (day: MonthDay) => number): boolean =>
  days.every((each, at) => at === 0 || order(each) >= order(days[at - 1] ?? each));

const orderOf = ({ day, month }: MonthDay): number => month * 100 + day;
const schoolOrderOf = ({ day, month }: MonthDay): number => orderOf({ day, month: (month + 12 - FIRST_MONTH) % 12 });

const orderTold = (first: Temporal.PlainDate): Fault =>
  guessed(
    'release-order',
    `Les dates de ce texte se suivent dans l’ordre d’une année : elles sont comprises à partir du ${dayLabel(first)} ${first.year}.`,
    'Écrivez l’année dans les dates si elles sont d’une autre.',
  );

const schoolOrderTold = (year: number): Fault =>
  guessed(
    'release-order',
    `Les dates de ce texte vont de la rentrée à l’été : elles sont comprises comme celles de ${year}-${year + 1}.`,
    'Écrivez l’année dans les dates si elles sont d’une autre.',
  );

function linesBeforeEvents(blocks: readonly Block[]): { opening: string[]; others: string[] } {
  const texts = blocks.slice(0, OPENING_BLOCKS).map(({ text }) => text);
  const first = blocks.slice(0, OPENING_BLOCKS).findIndex(hasDepartment);
  return { opening: first < 0 ? texts : texts.slice(0, first), others: texts };
}

function contradictions(written: readonly string[], dates: DateReader): boolean[] {
  return written.flatMap((text) => {
    const reading = dates.days(text);
    return reading?.ok === true ? [reading.warnings.some(({ code }) => code === 'date-weekday')] : [];
  });
}

function allContradict(written: readonly string[], dates: DateReader): boolean {
  if (written.length < MIN_WEEKDAYS) return false;
  const each = contradictions(written, dates);
  return each.length >= MIN_WEEKDAYS && each.every((contradicts) => contradicts);
}

function yearTold(year: number): Fault {
  return fault(
    'release-year',
    `Les jours de la semaine de ce communiqué sont ceux de ${year} : c’est l’année qui est suivie.`,
    'Écrivez l’année dans les dates, ou la date du communiqué en tête, par exemple « Mardi 5 mai 2026 ».',
  );
}

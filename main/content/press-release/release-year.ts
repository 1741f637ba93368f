import { Temporal } from 'temporal-polyfill';
import type { Block } from '../documents/block.ts';
import { type Fault, fault } from '../fault.ts';
import { hasDepartment } from './marks.ts';
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

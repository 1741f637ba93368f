import { weekdayOfNumber } from '../day-number.ts';
import type { LooseRange, Span } from './loose-range.ts';
import type { DateContext } from './types.ts';

/** Days before the file was written, beside the usual ones, in which a date is looked for whose weekday is only right there. */
const lookFurtherBack = 153;

/**
 * « Jeudi 12 mars », written in April: the next 12 March is no Thursday, and the last one, a few weeks ago, was. Null where
 * the weekdays are right as they are, where there are none, or where they are wrong in the half year before too.
 * `spansOf` gives days their years.
 */
export function spansJustPast(
  ranges: readonly LooseRange[],
  spans: readonly Span[],
  context: DateContext,
  spansOf: (ranges: readonly LooseRange[], context: DateContext) => Span[],
): Span[] | null {
  const days = ranges.flatMap(({ from, to }) => [from, to]).filter((loose) => loose !== null);
  const isFree = context.year === undefined && context.schoolYear === undefined;
  if (!isFree || days.some(({ year }) => year !== undefined)) return null;
  const wrong = (of: readonly Span[]) => weekdaysOf(ranges, of).filter((isRight) => !isRight).length;
  const count = weekdaysOf(ranges, spans).length;
  if (count === 0 || wrong(spans) < count) return null;
  const reference = context.reference.subtract({ days: lookFurtherBack });
  const past = spansOf(ranges, { ...context, reference });
  return wrong(past) === 0 ? past : null;
}

/** Of each weekday that is written beside a day, whether the day has it. */
function weekdaysOf(ranges: readonly LooseRange[], spans: readonly Span[]): boolean[] {
  return ranges.flatMap(({ from, to }, index) => {
    const ends = [[from, spans[index]?.from] as const, ...(from === to ? [] : [[to, spans[index]?.to] as const])];
    return ends.flatMap(([loose, number]) =>
      loose?.weekday === undefined || typeof number !== 'number' ? [] : [weekdayOfNumber(number) === loose.weekday],
    );
  });
}

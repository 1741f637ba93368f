import { numberOfDate } from '../day-number.ts';
import type { DayPart } from './tree.ts';

/** What is written behind an ISO date as the last day of a range. */
export interface IsoEnd {
  readonly to: DayPart;
  readonly guessed?: true;
  /** It is only a day, `2026-05-04_07`. */
  readonly short?: true;
  /** It is a day and a month, `2026-05-04 au 05-08`; false: a sign stands between, which may stand for nothing. */
  readonly isSaid?: boolean;
}

/** Days after the first within which the last one is: half a year where « au » is written. */
const [SAID, SIGN] = [184, 62];

/**
 * The last day of a range with its month and year; null where there is none. Of two numbers either may be the month: what
 * gives the nearer day is meant.
 */
export function isoEndOf({ day, month, year }: DayPart, { to, short, isSaid }: IsoEnd): DayPart | null {
  if (month === undefined || year === undefined || to.month === undefined) {
    if (short === undefined) return to;
    return to.day > day ? { ...to, ...(month && { month }), ...(year && { year }) } : null;
  }
  if (isSaid === undefined) return to;
  const first = numberOfDate(year, month, day);
  const [nearest] = [
    { day: to.day, month: to.month },
    { day: to.month, month: to.day },
  ]
    .filter((each) => each.month <= 12 && each.day <= 31)
    .flatMap((each) =>
      [year, year + 1].map((of) => ({ ...each, year: of, after: numberOfDate(of, each.month, each.day) - first })),
    )
    .filter(({ after }) => after > 0 && after <= (isSaid ? SAID : SIGN))
    .sort((one, other) => one.after - other.after);
  return nearest ? { ...to, day: nearest.day, month: nearest.month, year: nearest.year } : null;
}

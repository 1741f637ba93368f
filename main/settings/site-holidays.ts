import { fold } from '../lib/fold.ts';
import { parseWhen } from '../when/french/parse-when.ts';
import type { DateContext } from '../when/french/types.ts';
import { holidaysOfZone, type SchoolHolidays, type SchoolZone } from '../when/school-holidays.ts';
import type { DayRange } from '../when/when.ts';

const ZONE = /^(?:zone )?([abc])$/u;

/** What stands under `vacances` as texts: a zone, or dates; null for anything else. */
function textsOf(value: unknown): string[] | null {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const { zone, ...others } = value as Record<string, unknown>;
  return typeof zone === 'string' && Object.keys(others).length === 0 ? [`zone ${zone}`] : null;
}

/** The holidays of the key `vacances`: `zone: B`, « zone B », or ranges of days; null where it is none of these. */
export function readHolidays(value: unknown, context: DateContext): SchoolHolidays | null {
  const texts = textsOf(value);
  if (texts === null || texts.length === 0) return null;
  const [first = ''] = texts;
  const letter = ZONE.exec(fold(first))?.[1];
  if (letter !== undefined) return texts.length === 1 ? holidaysOfZone(letter.toUpperCase() as SchoolZone) : null;
  const ranges: DayRange[] = [];
  for (const text of texts) {
    const read = parseWhen(text, context);
    if (!read.ok || read.when.weekdays.length > 0 || read.when.months.length > 0) return null;
    ranges.push(...read.when.ranges.map(({ from, to }) => ({ from, to })));
  }
  const ends = ranges.map(({ to }) => to);
  if (ends.includes(null)) return null;
  return {
    ranges,
    until:
      ends
        .flatMap((end) => end ?? [])
        .toSorted()
        .at(-1) ?? '',
  };
}

import { MONTH, WEEKDAY } from '../../../when/french/words.ts';
import type { EventDraft } from '../event/event-draft.ts';
import { isRunning, type Line } from '../outline/outline.ts';
import { isWithin, leadingDays } from './leading-days.ts';

/** The days at the front of a line that are not those of an event above it; null where there are none. */
export function otherDays({ when }: EventDraft, { block, dates }: Line): string | null {
  const found = leadingDays(block.text, dates);
  if (found === null) return null;
  const isSame = found.reading.ok && when !== null && isWithin(found.reading.when, when);
  return isSame ? null : found.daysText;
}

/** Days with their month, wherever they stand in a line. */
const NAMED_DAY = new RegExp(`(?<![\\d/.-])(?:${WEEKDAY}\\s)?\\d{1,2}(?:er)?\\s${MONTH}(?!\\p{L})`, 'giu');

/** True where a day with its month stands anywhere in a line. */
export const namesDay = (text: string): boolean => text.search(NAMED_DAY) >= 0;

/** « Lycée X – Ville : samedi 16 mai (9h-16h) et vendredi 22 mai (17h-20h) »: shaped as an event, and of other days than the one above it. */
export function isOfOtherDays({ when }: EventDraft, { block, dates, heading, entry }: Line): boolean {
  if (isRunning(block) || (heading ?? entry?.heading)?.venue === undefined) return false;
  const days = block.text.match(NAMED_DAY) ?? [];
  return days.some((text) => {
    const reading = dates.days(text);
    return reading?.ok === true && when !== null && !isWithin(reading.when, when);
  });
}

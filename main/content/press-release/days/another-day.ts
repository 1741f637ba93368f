import { fold } from '../../../lib/fold.ts';
import { isRunning, type Line } from '../outline/outline.ts';
import type { Entry } from '../rules/entry.ts';

/** What a day and an hour are the limit of, and not the beginning. */
const LIMIT = /\b(?:inscri\w+|reserv\w+|limites?|reponses?|retour|rendre|avant|jusqu|cloture|delai)\b/;

/** « Nettoyage du lac, dimanche 24 mai, 9 h 30 » below an event with a day of its own: another one, whatever its first word. */
export function isOfAnotherDay({ block, dates }: Line, { heading, hasHours }: Entry): boolean {
  const days = heading.dates.map((text) => dates.days(text)).find((reading) => reading?.ok === true);
  const [range] = days?.ok === true ? days.when.ranges : [];
  const isTimed = hasHours && (heading.dates.length > 1 || (days?.ok === true && days.when.hours.length > 0));
  const isTitle = /^[\p{Lu}«"“]/u.test(block.text) && !isRunning(block) && !LIMIT.test(fold(heading.title));
  return isTitle && isTimed && range !== undefined && range.from !== null && range.to !== null;
}

import { MONTH, WEEKDAY } from '../../../when/french/words.ts';
import { isLength } from '../outline/lengths.ts';
import { beginsAsVenue } from '../places/places.ts';
import type { IsDate } from './is-date.ts';

const HOUR = '\\d{1,2}(?:\\s?h(?:\\s?\\d\\d)?|[.:](?:00|15|30|45)(?![.\\d]))';
const END = `(?:${HOUR}|minuit|midi)`;
const HOURS = `(?:(?:de|entre)\\s+${HOUR}\\s+(?:à|et)\\s+${END}|(?:à partir de|dès|à|vers)\\s+${HOUR}|${HOUR}\\s?(?:-|–|à)\\s?${END})`;
const INNER = new RegExp(`(?<=[\\s,(])${HOURS}(?![\\p{L}\\d])`, 'giu');

/** « … , retour », « … , fin prévue »: the hour behind them is no start of what is announced. */
const ITS_END =
  /(?<!\p{L})(?:retour|fin|arriv[ée]e|cl[ôo]ture|fermeture)(?:\s+(?:pr[ée]vue?|estim[ée]e?|vers|à|pour|le|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\d{1,2}(?:er)?(?:\s\p{L}+)?))*[\s:,]*$/iu;

/** « Concert, répétition le 6 mai »: the hour behind a day is of that day. */
const ITS_DAY = new RegExp(`[\\s,]le\\s+(?:${WEEKDAY}\\s+)?\\d{1,2}(?:er)?(?:\\s+${MONTH}|/\\d{1,2})\\s*,?\\s*$`, 'iu');

/** True where what stands before an hour says that it is when something ends, or of another day. */
export const isOfAnother = (before: string): boolean => ITS_END.test(before) || ITS_DAY.test(before);

const isInBrackets = (text: string, at: number): boolean => /\([^()]*$/u.test(text.slice(0, at));

/** The hours within a sentence, « Conférence à 18h30 à l’auditorium »; null where there are none, or several. */
export function innerHours(text: string, isDate: IsDate): string | null {
  if (!/\d(?:\s?h|[.:]\d)/i.test(text)) return null;
  const all = [...` ${text}`.matchAll(INNER)].filter(([hours]) => !isLength(hours));
  // « Concert à 20h (ouverture des portes à 19h30) »
  const outside = all.filter(({ index }) => !isInBrackets(` ${text}`, index));
  const found = outside.length === 1 ? outside : all;
  const [only] = found;
  if (only === undefined || found.length > 1 || !isDate(only[0])) return null;
  return isOfAnother(` ${text}`.slice(0, only.index)) ? null : only[0];
}

/** A title, its hours and its venue in one phrase: « Village des sciences de 10h à 17h au gymnase ». */
export interface TimedTitle {
  readonly title: string;
  readonly hours: string;
  readonly venue: string | null;
}

/** « Réunion 17h30 salle polyvalente »: hours without a word before them, which right above a venue are no length. */
const BARE_START =
  /(?<=[\p{L}»)](?<!(?<!\p{L})(?:de|des|du|les|en|la|le|un|une|dans|vers|avant|après|entre|et|ou|sous|pendant|durant|plus|moins))\s+)(?:(?:1[3-9]|2[0-2])\s?h|\d{1,2}\s?h\s?\d\d)(?=\s+\p{L})/giu;

function bareStart(text: string, isDate: IsDate): string | null {
  const [found, ...others] = text.match(BARE_START) ?? [];
  return found !== undefined && others.length === 0 && isDate(found) ? found : null;
}

/** Cuts a title at the hours within it, where nothing but a venue follows them. */
export function cutAtHours(text: string, isDate: IsDate): TimedTitle | null {
  const named = innerHours(text, isDate);
  const hours = named ?? bareStart(text, isDate);
  if (hours === null) return null;
  const at = text.indexOf(hours);
  const title = text.slice(0, at).replace(/[\s,]+$/, '');
  const venue = text.slice(at + hours.length).replace(/^[\s,]+/, '');
  const isAlone = venue === '' && named !== null;
  if (title === '' || /[:«»"(]/.test(venue) || !(isAlone || beginsAsVenue(venue))) return null;
  return { title, hours, venue: venue === '' ? null : venue };
}

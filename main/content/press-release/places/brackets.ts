import type { IsDate } from '../days/is-date.ts';
import { type Part, splitCommas } from '../outline/split-parts.ts';
import { beginsAsVenue, isNamedVenue, looksLikeTown } from './places.ts';

/** True for a text that is shaped as the name of a town and does not begin as a venue does. */
export function isTown(text: string): boolean {
  return looksLikeTown(text) && !beginsAsVenue(text);
}

/** « (TMELEC) », « (ULIS) »: in brackets, capitals alone are rather a class than a town. */
const LETTERS = /^\p{Lu}{2,7}$/u;

/** « Titre (ville, lieu, 14h) » as its parts, where nothing else stands in the brackets. */
export function withBrackets(part: Part, isDate: IsDate): Part[] {
  const [, before, inside] = /^(.+?)\s*\(([^()]+)\)$/.exec(part.text) ?? [];
  if (before === undefined || inside === undefined || isDate(inside)) return [part];
  const pieces = splitCommas(inside);
  const isKnown = pieces.every(
    ({ text }) => isDate(text) || isNamedVenue(text) || (isTown(text) && !LETTERS.test(text)),
  );
  // A word with a capital alone in brackets may be anything: « Atelier (Parcoursup) ».
  const isTold = pieces.some(({ text }) => !isTown(text)) || isNamedVenue(before);
  if (!isKnown || !isTold) return [part];
  return [{ ...part, text: before }, ...pieces.map(({ text }): Part => ({ text, before: '(' }))];
}

/** « Église X, Ville » and nothing else. */
export function venueAndTown(text: string): { readonly venue: string; readonly town: string } | null {
  const [venue, town, ...others] = splitCommas(text).map((part) => part.text);
  if (venue === undefined || town === undefined || others.length > 0) return null;
  return isNamedVenue(venue) && isTown(town) ? { venue, town } : null;
}

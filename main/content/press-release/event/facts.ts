import type { IsDate } from '../days/is-date.ts';
import { takeDates } from '../days/take-dates.ts';
import { splitCommas, splitParts } from '../outline/split-parts.ts';
import { addressOf } from '../places/address.ts';
import { beginsAsVenue, isNamedVenue, looksLikeTown } from '../places/places.ts';

/** When and where, on a line that says nothing else: « Mardi 5 mai, 14h, salle des fêtes », « 14h – CIO ». */
export interface Facts {
  /** Dates and hours, as written. */
  readonly dates: readonly string[];
  readonly venue: string | null;
  /** Beside its venue: « Ville, espace X, 9 h – 12 h », « Lycée X, Ville ». */
  readonly town?: string;
}

/** No line of facts is longer. */
const MAX_FACTS = 120;
const MAX_VENUE = 45;

const BEGINS_AS_DATE =
  /^[^\p{L}\d]*(?:\d|(?:le|la|les|du|de|des|dès|à|a partir|au|entre|jusqu\S*|tous|toute|chaque|en|lun|mar|mer|jeu|ven|sam|dim|matin|midi|apr[eè]s|soir)(?!\p{L})|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)/iu;

const TOWN_FIRST = /^\p{Lu}[^,\d]{1,44}, .*\d/u;

/** The dates, hours and venue that a line is made of; null where it says anything else. */
export function readFacts(text: string, isDate: IsDate): Facts | null {
  const mayBegin = BEGINS_AS_DATE.test(text) || beginsAsVenue(text) || TOWN_FIRST.test(text);
  if (text.length > MAX_FACTS || !mayBegin) return null;
  const { kept, dates } = takeDates(splitParts(text.replace(/[.\s]+$/, ''), { colons: false }), isDate);
  const others = kept.flatMap((part) => splitCommas(part.text).map((piece) => piece.text));
  const [town = '', place = '', ...more] = others;
  if (dates.length > 0 && more.length === 0 && looksLikeTown(town) && isNamedVenue(place)) {
    return { dates, venue: place, town };
  }
  // « Lycée X, Ville »
  if (dates.length === 0 && more.length === 0 && isNamedVenue(town) && looksLikeTown(place) && !beginsAsVenue(place))
    return { dates, venue: town, town: place };
  const address = addressOf(others);
  if (address !== null) return { dates, ...address };
  // « Cité de la gastronomie »: alone on its line, a venue needs no name of its own.
  const isAlone =
    dates.length === 0 &&
    others.length === 1 &&
    beginsAsVenue(text) &&
    text.length <= MAX_VENUE &&
    /\p{L}$/u.test(text);
  if (!(others.every(isNamedVenue) || isAlone) || others.length > 2) return null;
  if (others.length === 0 && dates.length === 0) return null;
  return { dates, venue: others.length === 0 ? null : others.join(', ') };
}

import { isTown } from './brackets.ts';
import { isNamedVenue } from './places.ts';

/** « 3 », « 12 bis »: the number of a house, which a comma may part from its street. */
const NUMBER = /^\d{1,4}(?:\s?(?:bis|ter|quater|[a-d]))?$/iu;
/** « 3 rue des Lilas », « avenue de la Gare » */
const STREET =
  /^(?:\d{1,4}(?:\s?(?:bis|ter|quater|[a-d]))?\s+)?(?:rue|avenue|av\.|boulevard|bd\.?|place|chemin|all[ée]es?|impasse|route|quai|cours|square|faubourg|passage|esplanade|rond-point|sente|ruelle|voie|lieu-dit)\s+[^:;!?«»]{2,60}$/iu;
/** « 02000 Laon » */
const POSTAL_TOWN = /^\d{5}\s+(\p{Lu}.*)$/u;

/** « Lycée X, 3, rue des Lilas, 02000 Laon »: a venue with its street, its town, or both; null where the pieces say anything else. */
export function addressOf(pieces: readonly string[]): { readonly venue: string; readonly town?: string } | null {
  const [name = '', ...others] = pieces;
  if (others.length === 0 || !isNamedVenue(name)) return null;
  const [number = '', behind = ''] = others;
  const street = NUMBER.test(number) && STREET.test(behind) ? [number, behind] : STREET.test(number) ? [number] : [];
  const [last, ...more] = others.slice(street.length);
  if (more.length > 0) return null;
  const venue = [name, ...street].join(', ');
  if (last === undefined) return { venue };
  const town = POSTAL_TOWN.exec(last)?.[1] ?? (street.length > 0 ? last : '');
  return isTown(town) ? { venue, town } : null;
}

import { fold } from '../../../lib/fold.ts';
import { nearestWord } from '../../../lib/nearest-word.ts';

/** The keys of front matter, as staff write them (design, section 8, rule 6), and their names in code. */
export const FRONT_MATTER_KEYS = {
  titre: 'title',
  dates: 'dates',
  heures: 'hours',
  ville: 'town',
  departement: 'department',
  lieu: 'venue',
  categorie: 'category',
  description: 'description',
  partenaires: 'partners',
  image: 'image',
  lien: 'link',
  duree: 'duration',
  ordre: 'order',
  ecrans: 'screens',
  mouvement: 'slow',
  contact: 'keepsContacts',
} as const;

export type FrontMatterKey = keyof typeof FRONT_MATTER_KEYS;

const KEYS = Object.keys(FRONT_MATTER_KEYS) as FrontMatterKey[];

/** A folded word without the mark of its plural: `dates` and `date`, `lieux` and `lieu` are one. */
export function singular(folded: string): string {
  return folded.replace(/(?<=.{3})s$|(?<=eau|ieu)x$/u, '');
}

/** The key that is meant, whatever its case, its accents and its number (`date` is `dates`), or null. */
export function knownKey(text: string): FrontMatterKey | null {
  const one = singular(fold(text));
  return KEYS.find((key) => singular(key) === one) ?? null;
}

/** The known key nearest to a mistyped one, or null where none is near. */
export function nearestKey(text: string): FrontMatterKey | null {
  return nearestWord(text, KEYS);
}

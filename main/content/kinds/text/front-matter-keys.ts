import { fold } from '../../../lib/fold.ts';
import { nearestWord } from '../../../lib/nearest-word.ts';

/** The keys of front matter, as staff write them, and their names in code. */
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
  compte: 'countdown',
  statut: 'status',
  contact: 'keepsContacts',
  affichage: 'showsWeek',
} as const;

export type FrontMatterKey = keyof typeof FRONT_MATTER_KEYS;

const KEYS = Object.keys(FRONT_MATTER_KEYS) as FrontMatterKey[];

/** Other words for a key. */
const ALIASES: Readonly<Record<string, FrontMatterKey>> = {
  intitule: 'titre',
  jour: 'dates',
  horaire: 'heures',
  commune: 'ville',
  salle: 'lieu',
};

/** A folded word without the mark of its plural, so that `dates` is `date`, and `lieux` is `lieu`. */
export function singular(folded: string): string {
  return folded.replace(/(?<=.{3})s$|(?<=eau|ieu)x$/u, '');
}

/** The key that a writer means, whatever the case, the accents and the number (`date` is `dates`); null for no key. */
export function knownKey(text: string): FrontMatterKey | null {
  const one = singular(fold(text));
  return KEYS.find((key) => singular(key) === one) ?? ALIASES[one] ?? null;
}

/** The known key nearest to a mistyped one, or null where none is near. */
export function nearestKey(text: string): FrontMatterKey | null {
  return nearestWord(text, KEYS);
}

import { fold } from '../../lib/fold.ts';
import { beginsAsEvent } from './category.ts';

/** Small words inside the names of towns. */
const PARTICLE = /^(?:le|la|les|l|d|de|du|des|en|sur|sous|et|au|aux|a|lez|les|lès|saint|sainte|st|ste|près|pres)$/i;

/** Labels and remarks that stand before a colon or a dash as a town does. */
const NOT_A_TOWN =
  /^(?:(?:votre|vos|nos|notre|pour|mme|mlle|mm?|dr|monsieur|madame|classes?|interlocut\w+|personnes?|absen\w+|menus?|cantine)\b|lieux?|horaires?|heures?|dates?|public|publics|contacts?|tel|telephone|fax|mail|e-mail|courriel|programme|objectifs?|but|attention|nb|ps|tarifs?|entree|gratuit|renseignements?|inscriptions?|coordonnees|secretariat|standard|rsvp|partenaires?|partenariat|communique|dossier|theme|thematique|description|titre|ville|adresse|rappel|important|infos?|information|deroule|deroulement|contenu|organisateurs?|intervenants?|animateurs?|reservation|acces|note|exemple|matin|apres-midi|midi|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|page|source|photo|photos|legende|copie|objet|reference|annexe|service|rectorat|academie|region|avec|pour|merci)\b/;

/** True where a text is shaped like the name of a town: capitals, small words between them, nothing else. */
export function looksLikeTown(text: string): boolean {
  if (
    text.length > 45 ||
    !/^\p{Lu}/u.test(text) ||
    /[.;:!?"«»“”()/\\@\d]/.test(text.replace(/ \d{1,2}(?:er|e|ème)$/u, ''))
  ) {
    return false;
  }
  const words = text.split(/[\s\-‐‑'’]+/u).filter((word) => word !== '');
  if (text.split(/\s+/).length > 6 || words.length > 9) return false;
  if (NOT_A_TOWN.test(fold(text)) || beginsAsEvent(text)) return false;
  return words.every((word) => PARTICLE.test(word) || /^[\p{Lu}\d]/u.test(word));
}

/** Words that begin the name of a venue, in small letters too. */
const VENUE_WORD =
  /^(?:(?:au|a la|a l'|aux|dans le|dans la|dans les|hall de|hall du|salle)\s*)?(?:salles?|lycees?|colleges?|ecoles?|cio|c\.i\.o|centres?|halls?|gymnases?|mediatheques?|bibliotheques?|maisons?|mairies?|musees?|theatres?|cinemas?|amphi(?:theatre)?s?|campus|universites?|iut|greta|cfa|mfr|lep|parcs?|places?|espaces?|foyers?|cdi|cour|preau|stade|complexe|chateau|abbaye|eglise|prefecture|rectorat|hotel|pole|mission locale|e2c|micro-lycee|internat|auditorium|conservatoire|palais|rue|avenue|boulevard)\b/;

/** True where a text names a kind of place first: « salle des fêtes », « au lycée X ». */
export function beginsAsVenue(text: string): boolean {
  return VENUE_WORD.test(fold(text));
}

/** True where a text may name a venue: it begins as a name does, or with a kind of place. */
export function mayBeVenue(text: string): boolean {
  return /^[\p{Lu}\d«"“]/u.test(text) || beginsAsVenue(text);
}

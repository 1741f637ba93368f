import { fold } from '../../../lib/fold.ts';
import type { Meal } from '../../../programme/item.ts';

/** The names of courses as French menus print them, by what people write. */
const COURSES: readonly (readonly [name: string, written: RegExp])[] = [
  ['Hors-d’œuvre', /^hors[- ]?d'?\s?oeuvres?$/u],
  ['Entrée', /^entrees?(?: au choix| froides?| chaudes?)?$|^entree\(s\)$/u],
  ['Crudités', /^crudites?$/u],
  ['Potage', /^(?:potages?|soupes?)$/u],
  ['Plat', /^plats?(?: principa(?:l|ux)| chauds?| du jour| de resistance)?$|^plat\(s\)$/u],
  [
    'Viande ou poisson',
    /^(?:plat )?(?:proteiques?|protidiques?|proteines?|viandes?(?:\s?(?:,|\/|ou|et|-|\s)\s?(?:poissons?|oeufs?))*)$/u,
  ],
  ['Garniture', /^(?:garnitures?|legumes?|feculents?|legumes? (?:et|\/|ou) feculents?)$/u],
  ['Accompagnement', /^accompagnements?(?:\(s\))?$/u],
  ['Fromage', /^fromages?(?:\s?(?:\/|ou|et)\s?(?:laitages?|yaourts?|produits? laitiers?))?$/u],
  ['Laitage', /^(?:laitages?|produits? laitiers?|laitiers?|yaourts?)$/u],
  ['Dessert', /^desserts?(?: au choix)?$|^dessert\(s\)$/u],
  ['Fruit', /^fruits?$/u],
  ['Goûter', /^(?:gouters?|collations?)$/u],
  ['Pain', /^pains?$/u],
];

const MEALS: readonly (readonly [Meal, RegExp])[] = [
  ['breakfast', /^petits?[- ]dej(?:euners?)?$/u],
  ['lunch', /^(?:(?:repas|menu|service) (?:du |de )?)?(?:midi|dejeuners?)$/u],
  ['dinner', /^(?:(?:repas|menu|service) (?:du |de )?)?(?:soir|soiree|diners?|soupers?|internat)$/u],
];

/** Words of which one stands in the title, the name or the folder of a menu. */
const TITLE = /\b(?:menus?|cantine|restauration|restaurant scolaire|self|demi-?pension|repas|refectoire|a table)\b/u;

const plain = (text: string): string =>
  fold(text)
    .replace(/[*_:.]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** The name of a course as it is printed; null for a text that names none. */
export function courseOf(text: string): string | null {
  const name = plain(text);
  return COURSES.find(([, written]) => written.test(name))?.[0] ?? null;
}

/** A heading of a row without its colon, in small letters where it shouts. */
export const courseHeading = (name: string): string => {
  const words = name.replace(/\s*:\s*$/u, '');
  const isShouted = words.length > 3 && words === words.toUpperCase();
  return isShouted ? words.charAt(0) + words.slice(1).toLowerCase() : words;
};

/** The meal that a heading names; null for a text that names none. */
export function mealOf(text: string): Meal | null {
  const name = plain(text);
  return MEALS.find(([, written]) => written.test(name))?.[0] ?? null;
}

export const speaksOfMenu = (text: string): boolean => TITLE.test(fold(text).replaceAll('_', ' '));

/** A day on which nobody eats there. */
export const isClosed = (text: string): boolean =>
  /^(?:\W*|.{0,30}\b(?:feries?|vacances|(?<!\bla )ferme|fermee|fermeture|pas de (?:cantine|repas|restauration|service|self|classe|cours)|pont(?![ -]l)|greve)\b.{0,30}|(?:(?:jeudi|lundi) (?:de l'|de ))?(?:l')?(?:ascension|pentecote|paques|toussaint|armistice)|(?:fete du travail|(?:1er|8) mai|victoire(?: de)? 1945)|journee (?:pedagogique|banalisee))$/u.test(
    fold(text),
  );

/** A day of closure that calendars tell of; another, « grève, pas de service », is news. */
export const isHoliday = (text: string): boolean =>
  /^\W*$|\b(?:feries?|vacances|ascension|pentecote|paques|toussaint|armistice|fete du travail|(?:1er|8) mai|victoire)\b/u.test(
    fold(text),
  );

/** « Menu A », « Végétarien », « Choix 2 »: one of several menus of a day. */
export const isChoice = (text: string): boolean =>
  /^(?:menu|choix|formule|plat) ?[0-9a-c]$|^(?:menu )?(?:classique|standard|normal|vegetarien|vege|sans viande|sans porc|maternelles?|elementaires?|alternatif|alternative)$/u.test(
    plain(text),
  );

const NOTE =
  /^(?:produits? (?:bio|locaux|locale?s?|frais|de saison|issus?|labellises?)\b|fait maison$|issus? de\b|\*\S|nb\b|n\.b|bon appetit|attention|information)|\b(?:susceptibles?|sous reserve|allerg\p{L}+|(?<!\bla )fermee?s?|fermera)\b|^(?:.*\b(?:viandes?|pays|nos|notre|tou(?:s|tes?)|produits?)\b.*)?\borigine\b/u;

/** « Allergènes », « Nb repas »: what is told of a day for the kitchen, and is no course. */
export const isForKitchen = (text: string): boolean =>
  /^(?:allergenes?|nb|nombre|effectifs?|couverts?|prix|tarifs?|cout|kcal|calories|codes?|poids|grammages?|quantites?)\b/u.test(
    plain(text),
  );

/** A sentence, or what canteens write around their menus: it is no dish and no title. « Poisson (allergènes : poisson) » is one. */
export const isNote = (line: string): boolean =>
  NOTE.test(fold(line).replace(/\([^()]*\)/gu, '')) || (/[.!]$/u.test(line) && line.split(/\s+/u).length > 5);

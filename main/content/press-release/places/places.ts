import { fold } from '../../../lib/fold.ts';
import { beginsAsEvent } from '../event/category.ts';

/** Small words inside the names of towns. */
const PARTICLE = /^(?:le|la|les|l|d|de|du|des|en|sur|sous|et|au|aux|a|lez|les|lès|saint|sainte|st|ste|près|pres)$/i;

/** Labels and remarks that stand before a colon or a dash as a town does. */
const NOT_A_TOWN =
  /^(?:(?:annul|report|supprim|confirm)ee?s?\b|complete?s?\b|(?:votre|vos|nos|notre|pour|mme|mlle|mm?|dr|monsieur|madame|classes?|interlocut\w+|personnes?|absen\w+|menus?|cantine)\b|lieux?|horaires?|heures?|dates?|public|publics|contacts?|tel|telephone|fax|mail|e-mail|courriel|programme|objectifs?|but|attention|nb|ps|tarifs?|entree|agenda|calendrier|planning|evenements?|actualites?|annonces?|divers|vie scolaire|gratuit|renseignements?|inscriptions?|coordonnees|secretariat|standard|rsvp|partenaires?|partenariat|communique|dossier|theme|thematique|description|titre|ville|adresse|rappel|important|infos?|information|deroule|deroulement|contenu|organisateurs?|intervenants?|animateurs?|reservation|acces|note|exemple|matin|apres-midi|midi|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|page|sites?|antennes?|selections?|qualifications?|source|photo|photos|legende|copie|objet|reference|annexe|service|rectorat|academie|region|avec|pour|merci)\b/;

/** Headings of a school that have the shape of a town. */
const SCHOOL_WORD =
  /^(?:orientation|sports?|sante|culture|prevention|citoyennete|terminales?|secondes?|troisiemes?|quatriemes?|cinquiemes?|sixiemes?|eleves|lyceens|collegiens|parents|familles|professeurs|enseignants|personnels|tous|brevet|dnb|ccf|assr|pix|ppms|pfmp|ca|cp|chs(?:ct)?|cesce?|sst|psc|jdc|jpo|bac|baccalaureat|bac pro|bts|cap|cpge|ulis|segpa|unss|apel?|fcpe|peep|fse|bia|upe2a|aesh|aed|cpe|mlds|psy-?en|ddfpt|mdl|cvl|cvc|fse|erasmus|parcoursup|bourses?|ferie|jours? feries?|ascension|pentecote|toussaint|armistice|fete du travail|pont (?:de l'|de la |du )(?:ascension|pentecote|toussaint|\p{L}+ mai|\d.*)|greve|fermeture|ouverture|rentree|pre-?rentree|administration|intendance|direction|scolarite|restauration|demi-?pension(?:naires?)?|internes?|externes?|delegues?|tuteurs?|stagiaires?|apprentis?|bacheliers?|securite|transports?|bus|cars?|association sportive|assistante? sociale?|infirmiere?|psychologue|aumonerie|francais|philosophie|philo|technologie|emc|hggsp|ses|nsi|hlp|llcer?|dnl|italien|portugais|chinois|arabe|russe|economie|droit|gestion|cuisine|patisserie|commerce|mecanique|informatique|dessin|danse|rugby|volley(?:-ball)?|tennis|escrime|judo|athletisme|sciences|langues|lettres|maths|mathematiques|histoire|geographie|physique|chimie|svt|eps|musique|anglais|allemand|espagnol|latin|grec|handball|football|basket|badminton|natation|noel|post-?bac|examens?|oraux|bilans?|stages?|arts? et \p{L}+|reunions?|conges?|vacances|urgent|nouveautes?|nouvelles?(?: dates?| horaires?)?|changements?(?: .*)?|modifications?(?: .*)?)$/u;

/** « AS », « BDI »: two or three capitals are letters of something, but for the few towns that have no more. */
const LETTERS = /^\p{Lu}{1,3}$/u;
const SHORT_TOWN = /^(?:EU|BU|AY|GAP|APT|DAX|PAU|SEE|SÉE|VIF|BUC|HAM|LUC|LUX|VER|VUE)$/u;

/** True where a text is shaped like the name of a town: capitals, small words between them, nothing else. */
export function looksLikeTown(text: string): boolean {
  if (
    SCHOOL_WORD.test(fold(text)) ||
    (LETTERS.test(text) && !SHORT_TOWN.test(text)) ||
    text.length > 45 ||
    !/^\p{Lu}/u.test(text) ||
    /[.;:!?"«»“”()/\\@\d]/.test(text.replace(/ \d{1,2}(?:er|e|ème)$/u, ''))
  ) {
    return false;
  }
  const words = text.split(/[\s\-‐‑'’]+/u).filter((word) => word !== '');
  // « Retour sur »
  if (PARTICLE.test(words.at(-1) ?? '')) return false;
  if (text.split(/\s+/).length > 6 || words.length > 9) return false;
  if (NOT_A_TOWN.test(fold(text)) || beginsAsEvent(text)) return false;
  return words.every((word) => PARTICLE.test(word) || /^[\p{Lu}\d]/u.test(word));
}

/** Before the name of a venue. */
const AT_VENUE = "(?:(?:au|a la|a l'|aux|dans le|dans la|dans l'|dans les|en|hall de|hall du|salle)\\s*)?";
/** Kinds of venues that may be joined to their name by a hyphen: « Lycée-collège », « Centre-ville ». */
const JOINED_VENUE = '(?:lycees?|colleges?|ecoles?|centres?|cites?|hotel|micro-lycee)\\b';
/** Kinds of venues that begin the name of a town where a hyphen follows: « Salles-… » and « Parc-… » are towns. */
const APART_VENUE = [
  'salles?|cio|c\\.i\\.o|halls?|halles?|gymnases?|cdi|internat|preau|cour|foyers?|cafeteria|refectoire|restaurant',
  'amphi(?:theatre)?s?|auditorium|laboratoire|infirmerie|vie scolaire|bureau|batiment|plateau|atrium|rotonde|agora',
  'lp|lpo|lgt|lpa|legta|iut|insa|ens|ensam|ifsi|ufr|staps|crous|afpa|cnam|self|inspe|greta|cfa|mfr|lep|erea|mjc|e2c|campus|universites?|facultes?|instituts?|rectorat|conservatoire',
  'mediatheques?|bibliotheques?|maisons?|mairies?|musees?|theatres?|cinemas?|stade|piscine|dojo|terrain|complexe',
  'parcs?|places?|parvis|esplanade|espaces?|jardin|ferme|domaine|chateau|palais|abbaye|eglise|chapelle|prefecture',
  'cuisines? (?:pedagogiques?|centrales?|du)|patio|parking|fab ?lab|verriere|vestiaires?|studio|loge|kiosque|tiers-lieu',
  "mur d'escalade|planetarium|hippodrome|patinoire|boulodrome|skatepark|ecomusee|gare|rez-de-chaussee",
  "pole|hopital|mission locale|chambre d(?:e|')|monument aux morts|rue|avenue|boulevard",
].join('|');
const VENUE_WORD = new RegExp(`^${AT_VENUE}(?:${JOINED_VENUE}|(?:${APART_VENUE})(?:\\b|(?<='))(?![-@]))`);

/** Towns that have the name of a kind of place: alone, « Salles » and « Rue » are no place that anybody would go to. */
const TOWN_LIKE_VENUE = /^(?:salles|rue|halles|parcs|places|chapelles|fermes)$/;

/** « lycée fermé » says nothing of where. */
const IS_CLOSED =
  /^\S+(?: scolaire)? (?:(?:est|sera|reste) )?(?:fermee?s?|ouverte?s?)(?:$| (?:le|la|les|de|du|toute|a|au|exceptionnellement)\b)/u;

/** True where a text names a kind of place first: « salle des fêtes », « au lycée X ». */
export function beginsAsVenue(text: string): boolean {
  const folded = fold(text);
  return !IS_CLOSED.test(folded) && VENUE_WORD.test(folded) && !TOWN_LIKE_VENUE.test(folded);
}

const ROOM = new RegExp(
  `^${AT_VENUE}(?:salles?|halls?|gymnases?|cdi|cour|preau|foyers?|cafeteria|refectoire|amphi(?:theatre)?s?|auditorium|laboratoire|infirmerie|bureau|plateau|atrium|rotonde|agora|stade|piscine|parvis|self|jardin|cuisine|patio|parking|verriere|vestiaires?|studio|loge)\\b`,
);

/** True for a place within a school, of which every town has one: « Salle 3 », « Gymnase ». */
export function isRoom(text: string): boolean {
  return ROOM.test(fold(text)) && isNamedVenue(text);
}

/** What may stand in the name of a venue in small letters. */
const QUALIFIER =
  /^(?:professionnels?|generale?s?|technologiques?|polyvalente?s?|agricoles?|prives?|publique?s?|municipale?s?|communale?s?|departementale?s?|regionale?s?|culturel(?:le)?s?|sportif|omnisports?|metiers|fetes|ville|departement|region|expositions?|congres|sports?|spectacles|information|orientation|jeunes(?:se)?|principale?|honneur|lycee|college|etage|rez-de-chaussee|batiment|n°|\p{L}{3,}(?:al|ale|el|elle|ier|iere|ique|ole|if|ive|ienne|aire)s?)$/u;

/** True for the name of a venue and nothing else: « CIO », « Lycée X », « au gymnase », « salle des fêtes ». */
export function isNamedVenue(text: string): boolean {
  const start = beginsAsVenue(text) ? VENUE_WORD.exec(fold(text))?.[0] : undefined;
  if (start === undefined) return false;
  const rest = text.normalize('NFC').slice(start.length);
  if (/[:;!?«»"“”]/.test(rest)) return false;
  const words = rest.split(/[\s,()'’]+/u).filter((word) => word !== '');
  return words.every((word) => PARTICLE.test(word) || /^[\p{Lu}\d]/u.test(word) || QUALIFIER.test(fold(word)));
}

/** « 12 places », « 2 € », « 3e B »: what is counted, and classes. */
const COUNTED =
  /^(?:\d+(?:[.,]\d+)?\s*(?:€|%|(?:euros?|places?|eleves?|personnes?|ans|min|minutes?|km|classes|equipes?|heures?|jours?|points?|inscrits?|participants?|invites?|tables?|ateliers?|groupes?|mn|m|h(?: ?\d\d)?)\b)|[3-6]\s?(?:e|eme)\b|[3-6]\s?(?:e|eme)\s?[a-h\d]\b|[3-6][a-h]\d?\b|(?:1re|2de|2nde|tle)\b)/u;

/** « COMPLET », « Gratuit » */
const REMARK =
  /^(?:complete?s?|gratuite?s?|obligatoires?|facultati\p{L}+|annulee?s?|reportee?s?|ferie|entree libre|sur inscription|nouveau|nouvelle date|nouvel horaire|a confirmer|sous reserve)\b/u;

/** « Mme Untel », and « départ à 13h30 »: whoever comes along, and when. */
const NO_VENUE = /^(?:MM?\.|Mmes?|Mlles?|Dr|Monsieur|Madame)\s|\d\s?h\s?\d\d/u;

/** True where a text may name a venue: it begins as a name does, or with a kind of place. */
export function mayBeVenue(text: string): boolean {
  if (NO_VENUE.test(text)) return false;
  return (/^[\p{Lu}\d«"“]/u.test(text) && !COUNTED.test(fold(text)) && !REMARK.test(fold(text))) || beginsAsVenue(text);
}

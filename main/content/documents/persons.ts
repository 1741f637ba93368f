import { fold } from '../../lib/fold.ts';
import { privateParts, type Span } from './private-parts.ts';

/**
 * Numbers and addresses of persons, in order: mobile numbers and numbers of other countries, addresses that are made of a
 * name, and any number beside the name of a person. The number of a desk (« CDI : 03 … ») and the address of a service
 * (« cdi@… ») are public.
 */
export function personalParts(text: string): Span[] {
  return privateParts(text).filter((part) =>
    part.kind === 'address' ? !isServiceAddress(text.slice(part.start, part.end)) : isPersonalNumber(text, part),
  );
}

/** French mobile numbers begin with 06 or 07, after the code of the country or without it. */
function isPersonalNumber(text: string, { start, end }: Span): boolean {
  const numbers = text.slice(start, end).replace(/[Oo](?=\D{0,3}\d)/u, '0');
  if (/^z[ée]ro\P{L}+(?:six|sept)/iu.test(numbers)) return true;
  const isMobile = /(?:^|[^\d])(?:(?:\+|00)?\D{0,3}33\D{0,3}(?:0\D{0,3})?|0\D{0,3})[67](?:\D{0,3}\d){8}/u.test(numbers);
  const isForeign = /^\D*(?:\+|00)\D{0,3}(?!33)[1-9]/u.test(numbers);
  return isMobile || isForeign || namesPerson(lineAround(text, start, end));
}

/** Not after « M. » and « Tél. ». */
const SENTENCE_END = /(?<!(?<![\p{L}])(?:MM?|Mr|Dr|Pr|Mmes?|Mlles?|tél|port))[.!?…]\s+(?=[\p{Lu}«])/giu;

/** The line, or the sentence, in which a part stands. */
function lineAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const sentences = [...before.matchAll(SENTENCE_END)];
  const from = Math.max(before.lastIndexOf('\n') + 1, (sentences.at(-1)?.index ?? -1) + 1);
  const to = after.search(/\n|[.!?…](?:\s|$)/u);
  return `${before.slice(from)} ${to < 0 ? after : after.slice(0, to)}`;
}

/** Words of addresses that many people read together. */
const SERVICE = new Set(
  [
    'accueil contact contacts info infos information informations inscription inscriptions secretariat administration',
    'direction intendance gestion cdi cio ce college lycee ecole lp lpo lgt legta mfr cfa greta viescolaire vie scolaire',
    'orientation documentation bibliotheque mediatheque mairie loge cantine restauration internat apprentissage',
    'alternance stage stages portesouvertes portes ouvertes jpo forum forums association asso mdl foyer fse fcpe peep',
    'apel parents billetterie reservation reservations evenement evenements communication webmaster formation formations',
    'formationcontinue mission locale point relais pole service services bureau sport unss culture musee theatre concours',
    'club cvl bde bdi mld mlds dsden rectorat academie region departement ville office agence maison centre espace',
  ].flatMap((line) => line.split(' ')),
);
/** Words that begin the name of a service written as one word: « lyceeduparc ». */
const SERVICE_START = /^(?:lycee|college|ecole|mairie|accueil|secretariat|viescolaire|contact|inscription|cdi|cio)/;

/** « cdi@… », « vie-scolaire.mermoz@… », « ce.0590000a@… »: an address of a service, and of no person. */
function isServiceAddress(address: string): boolean {
  const local =
    fold(address.replace(/^mailto:/iu, '')).split(
      /\s*(?:@|[([{<]?\s?(?:at|arobase|chez)\s?[)\]}>]?|\s?[([{]\s?a\s?[)\]}])\s*/u,
      1,
    )[0] ?? '';
  const words = local.split(/[._+%-]+/u).filter((word) => word !== '');
  return words.some((word) => SERVICE.has(word) || SERVICE_START.test(word) || /^\d{7}[a-z]$/u.test(word));
}

const TITLED =
  /(?<![\p{L}])(?:MM?\.|Mmes?|Mlles?|Mr|Dr|Pr|Monsieur|Madame|Mademoiselle|Docteur)\s+(?:[ldL]['’]\s?)?(?:de\s+|du\s+|le\s+|la\s+)?\p{Lu}[\p{L}’'-]+/u;
/** A name after the kind of place that bears it: « lycée Jean Moulin », « rue Jules Ferry ». */
const PLACE_NAME =
  /(?<![\p{L}])(?:lycées?|collèges?|écoles?|salles?|gymnases?|stades?|espaces?|théâtres?|cinémas?|médiathèques?|bibliothèques?|centres?|maisons?|hôtels?|musées?|campus|universités?|amphithéâtres?|amphi|résidences?|cités?|places?|rues?|avenues?|boulevards?|squares?|allées?|impasses?|quais?|ponts?|groupes? scolaires?|complexes?|châteaux?|fondations?|prix|trophées?)\s+(?:\p{Ll}+\s+){0,2}(?:\p{Lu}[\p{L}’'-]*\s*){1,4}/giu;
/** « Léa UNTEL », « UNTEL Léa »: a first name and a name in capitals, as lists of pupils have them. */
const TWO_NAMES =
  /(?<![\p{L}'’-])(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}[\p{Lu}'’-]{3,}|\p{Lu}[\p{Lu}'’-]{3,}\s+\p{Lu}\p{Ll}+)(?![\p{L}])/gu;
/** Words of notices that stand beside one in capitals, and are no names: « RÉUNION Parents », « Moyenne BREVET ». */
const COMMON =
  /^(?:r[ée]unions?|parents?|familles?|profs?|professeurs?|[ée]l[èe]ves?|coll[èe]ges?|lyc[ée]es?|[ée]coles?|classes?|conseils?|notes?|moyennes?|brevets?|bacs?|examens?|[ée]preuves?|oral|oraux|r[ée]sultats?|concours|cross|tournois?|sorties?|voyages?|s[ée]jours?|stages?|visites?|spectacles?|expos?|expositions?|conf[ée]rences?|rencontres?|f[êe]tes?|club|chorale|cantine|menus?|self|restauration|internat|absences?|planning|programme|calendrier|agenda|infos?|info|important|attention|rappel|urgent|nouveau|nouvelle|maths|math[ée]matiques|fran[çc]ais|anglais|allemand|espagnol|histoire|g[ée]ographie|sciences|physique|chimie|technologie|musique|sport|orientation|parcoursup|terminales?|secondes?|premi[eè]res?|troisi[eè]mes?|segpa|ulis|unss|devoirs?|[ée]valuations?|contr[ôo]les?|semaine|journ[ée]e|annul[ée]e?s?|report[ée]e?s?|r[ée]gime|exclusion|discipline|sanctions?|pr[ée]vention|sant[ée]|vaccins?|vaccination)$/iu;

/** True where somebody is named with a title, « Mme Untel », or by both names, « Léa UNTEL ». */
export const namesSomebody = (text: string): boolean => TITLED.test(text) || hasBothNames(text);

/** True where somebody is named as lists of pupils do. */
export const hasBothNames = (text: string): boolean =>
  (text.replace(PLACE_NAME, ' ').match(TWO_NAMES) ?? []).some((name) =>
    name.split(/\s+/u).every((word) => !COMMON.test(word) && !NO_NAME.test(word)),
  );

/** Words with a capital that are no names of persons. */
const NO_NAME =
  /^(?:le|la|les|un|une|au|aux|du|de|des|et|ou|à|en|par|pour|sur|vie|scolaire|service|mission|locale|bureau|accueil|office|tourisme|france|travail|point|pôle|cap|emploi|association|club|maison|centre|cdi|cio|cfa|greta|mdl|fcpe|cvl|bde|crous|onisep|dsden|rectorat|académie|région|département|mairie|ville|portes?|ouvertes?|inscriptions?|renseignements?|réservations?|contacts?|tél|téléphone|informations?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|saint|sainte|nord|sud|est|ouest|haute?|hauts|bas|basse|forum|salon|atelier|concert|permanence|secrétariat|standard|infirmerie|internat|tous|toutes|venez|merci|appelez|écrivez)$/iu;
const TWO_CAPITALS = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]+\s+(?:d[eu]\s+|le\s+|la\s+)?\p{Lu}[\p{L}’'-]+/gu;
/** Words after which whoever is named is to be called. */
const TO_CALL =
  /contact|renseignement|inscription|r[ée]servation|aupr[èe]s d|r[ée]f[ée]rent|responsable|joindre|appele[rz]|[ée]cri(?:re|vez)|rsvp|t[ée]l/iu;
/** « Contactez Manon au … » */
const CALLED = /(?:contacte[rz]?|appele[rz]|joindre|demande[rz]|aupr[èe]s de|voir avec)\s+(\p{Lu}[\p{L}-]+)/u;
/** The commonest first names in France since 1950 (INSEE, fichier des prénoms), folded. */
const FIRST_NAMES = new Set(
  [
    'marie nathalie isabelle sylvie catherine martine christine francoise valerie sandrine stephanie veronique sophie',
    'celine chantal patricia anne brigitte julie monique aurelie nicole laurence annie emilie dominique virginie corinne',
    'elodie christelle camille caroline lea sarah florence laetitia audrey helene laura manon michele cecile christiane',
    'beatrice claire nadine delphine pauline karine melanie marion chloe jacqueline elisabeth evelyne marine claudine',
    'anais lucie danielle carole fabienne mathilde sandra pascale annick charlotte emma severine sabrina amandine myriam',
    'jocelyne alexandra angelique josiane joelle agnes mireille vanessa justine sonia bernadette emmanuelle oceane amelie',
    'clara maryse anne-marie fanny magali marie-christine morgane ines nadia muriel jessica laure genevieve estelle juliette',
    'jean michel philippe alain patrick nicolas christophe pierre christian eric frederic laurent stephane david pascal',
    'daniel sebastien julien thierry olivier bernard thomas alexandre gerard didier vincent bruno francois jerome guillaume',
    'anthony gilles antoine maxime marc romain serge florian denis benoit jacques xavier franck mathieu arnaud fabrice',
    'jonathan hugo cedric kevin sylvain quentin lucas alexis emmanuel remi benjamin fabien gregory valentin paul herve adrien',
    'joel damien ludovic louis cyril mickael gabriel mathis bertrand yannick claude samuel mohamed karim ahmed simon nathan',
  ].flatMap((line) => line.split(' ')),
);

/** True where a line names a person: with a title, a first name, or two capitals after words that tell whom to call. */
function namesPerson(line: string): boolean {
  if (TITLED.test(line)) return true;
  const called = CALLED.exec(line)?.[1];
  if (called !== undefined && FIRST_NAMES.has(fold(called))) return true;
  const names = (line.replace(PLACE_NAME, ' ').match(TWO_CAPITALS) ?? []).map((name) => name.split(/\s+/u));
  return names.some((words) => {
    const [first = ''] = words;
    if (FIRST_NAMES.has(fold(first))) return true;
    return TO_CALL.test(line) && !words.some((word) => NO_NAME.test(word) || /^\p{Lu}+$/u.test(word));
  });
}

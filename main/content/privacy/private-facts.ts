import { MONTH } from '../../when/french/words.ts';
import { hasBothNames, namesSomebody } from '../documents/persons.ts';
import { withoutSocialSecurity } from './social-security.ts';

/** « 15/20 »: no day and no score. */
const MARK = /(?<![\d,./])(?:20|1?\d)(?:[.,]\d{1,2})?\s?(?:\/|sur)\s?20(?![\d/])/u;
/** What concerns nobody but the pupil who is named. « Léa UNTEL a été retenue », « pour les boursiers » and « plat végétarien » do not. */
const OF_PUPILS =
  /(?<!\p{L})(?:(?:moyenne|notes?)(?!\p{L}).{0,80}(?<![\d/.,])(?:20|1?\d)(?:[.,]\d{1,2})?(?=\s*(?:$|[,;.)]))|conseils? de discipline|exclue?s?(?!\p{L})|exclusion|sanction|punition|(?:en|heures? de|une) retenue|(?<!(?:les|aux|des)(?: \p{L}+)? )boursi[eè]re?s?|r[ée]gime ?:|(?<!(?:menus?|plats?|repas|buffets?|cuisine|option) )(?:sans porc|v[ée]g[ée]tari)|impay[ée]|rendez-vous (?:[àa] l['’])?infirmerie)/iu;
/** « Né le 12/03/2012 » of somebody who may be a pupil, and not « né le 26 février 1802 ». */
const BIRTH = new RegExp(
  `\\s{0,3}[,(–-]?\\s{0,3}(?<!\\p{L})n[ée]e?(?:\\(e\\))?\\s+le\\s+\\d{1,2}(?:er)?(?:\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?|\\s+${MONTH}\\s+)(?:19[5-9]\\d|20\\d\\d|\\d\\d)(?!\\d)\\)?`,
  'iu',
);
/** « Identifiant : lea.durand / mdp Azerty12 » */
const CREDENTIALS =
  /(?<!\p{L})(?:identifiants?|logins?)(?!\p{L}).{0,80}(?<!\p{L})(?:mdp|mots? de passe|password)(?!\p{L})/iu;
/** What is said of the health of somebody who is named. */
const OF_HEALTH =
  /(?<!\p{L})(?:PAI|TDAH|allergique|asthm|diab[ée]t|[ée]pilep|dyslexi|dyspraxi|autis|d[ée]pressi|hospitalis|souffrante?|enceinte|handicap[ée]|est malade|gastro|covid)/iu;
/** What somebody tells of everybody: « Le Dr Untel parle du diabète ». */
const OF_ALL =
  /(?<!\p{L})(?:conf[ée]rence|atelier|intervention|intervient|rencontre|sensibilis|pr[ée]vention|pr[ée]sent(?:e|er|ation)|anim[ée]|parle|journ[ée]e|semaine|collecte|association|course|cross|concert|expo)/iu;
const IS_AWAY = /(?<!\p{L})(?:absen|excus|remplac|ne (?:sera|seront) pas|cours (?:supprim|annul))/iu;
/** « … pour raison médicale », « (congé maternité) »: why somebody is away. */
const REASON =
  /\s{0,3}[,(–-]?\s{0,3}(?:(?:pour|en|par|suite à|à cause de|à cause d['’]|car)\s+(?:une? |des |cause (?:de |d['’])?)*)?(?:raisons? (?:m[ée]dicales?|de sant[ée]|familiales?|personnelles?)|maladie|malade|arr[êe]t(?: (?:de travail|maladie))?|cong[ée]s? (?:de )?(?:maladie|maternit[ée]|paternit[ée]|parental)|gastro[\p{L}-]*|grippe|covid[\p{L}\d-]*|hospitalisation|hospitalis[ée]e?|op[ée]ration|enfant malade|deuil|d[ée]c[èe]s)(?!\p{L})(?:\)|,)?/giu;

const SENTENCE_END = /(?<=(?<!(?<![\p{L}])(?:MM?|Mr|Dr|Pr|Mmes?|Mlles?))[.!?…])\s+(?=[\p{Lu}«])/iu;

/**
 * A line without what no hall may read of somebody who is named: marks, health, and why a person is away. The sentence goes as a
 * whole where nothing else is left of it to tell.
 */
export function withoutFacts(written: string): string {
  const ageless = BIRTH.test(written) ? written.replace(BIRTH, '').replace(/^[\s,;:–-]+/u, '') : written;
  const line = withoutSocialSecurity(ageless);
  if (CREDENTIALS.test(line)) return '';
  if (!namesSomebody(line)) return line;
  const sentences = line.split(SENTENCE_END);
  const left = sentences.map(publicSentence);
  const isWhole = left.every((sentence, at) => sentence === sentences[at]);
  return isWhole ? line : left.filter((text) => text !== '').join(' ');
}

function publicSentence(sentence: string): string {
  if (!namesSomebody(sentence) || OF_ALL.test(sentence)) return sentence;
  const told = IS_AWAY.test(sentence)
    ? sentence.replace(REASON, (reason) => (reason.endsWith(',') && !reason.startsWith(',') ? ',' : ''))
    : sentence;
  return MARK.test(told) || OF_HEALTH.test(told) || (hasBothNames(told) && OF_PUPILS.test(told)) ? '' : told;
}

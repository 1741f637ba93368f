import { personalParts } from './persons.ts';
import { privateParts, type Span } from './private-parts.ts';

const SPACE = '[ \\u00a0\\u202f\\u2009\\t]';

/** Words that only announce a number or an address, and go with it. */
const ANNOUNCE = [
  't[ée]l(?:[ée]phone|\\.)?',
  't\\.',
  'portable',
  'mobile',
  'port\\.',
  'fax',
  'courriel',
  'e-?mail',
  'm[ée]l',
  'mail',
  'adresse (?:mail|e-?mail)',
  'contact(?:er)?',
  'joindre',
  'renseignements?',
  'informations?',
  'inscriptions?',
  'r[ée]servations?',
  'rappeler',
  'appeler',
  'au',
  'à',
  'par',
  'ou',
  'et',
  'le',
  'sur',
].join('|');
const JOINED = `(?:(?:(?<![\\p{L}\\p{N}])(?:${ANNOUNCE})${SPACE}*[:.,]?${SPACE}*)|(?:[:,;/|–—•·-]${SPACE}*))`;

/** Clauses that only tell how to call, to write or to whom. */
const CALLS =
  /^\s*(?:(?:ou|et|puis|alors|merci de)\s+)?(?:vous\s+)?(?:(?:r)?appele[zr]|contacte[zr]|écri(?:vez|re)|téléphone[zr]|joindre|joignez|adresse[zr]|envoye[zr]|(?:s['’])?inscri(?:ptions?|vez|re)|réserv(?:ations?|ez|er)|renseignements?|rsvp|réponses?|répond(?:re|ez)|confirme[zr]|contacts?|accréditations?|informations?|plus d['’]info|pour (?:tout|toute|plus|en savoir|vous|s['’]|nous|réserver)|auprès d)(?![\p{L}])/iu;
/** A clause that means nothing once the call after it is gone: « Pour réserver, … ». */
const PURPOSE = /^\s*(?:pour|afin d|si vous|en cas d|n['’]hésitez)/iu;

/**
 * First stands for each part that is taken out, so that the words around it can be mended. It is a character for private
 * use, which is removed from the text beforehand.
 */
const HOLE = '\ue000';
const AROUND_HOLE = new RegExp(`(?:${JOINED}){0,6}${SPACE}*${HOLE}`, 'giu');
const WIDE = /[０-９＠﹫]/g;
/** Taking one part out may bring two halves of another number together: the text is then read again. */
const MAX_PASSES = 4;

/**
 * Text without telephone numbers and e-mail addresses, and without the words, clauses and punctuation that only announced
 * them (« Tél. : », « (au …) », « Appelez le … »). Text that has none comes back as it was. Four-digit help lines (3018)
 * stay: they are meant for everyone.
 */
export function redact(text: string): string {
  return withoutParts(text, privateParts);
}

/** The same, but only without what reaches a person: the number of a desk and the address of a service stay. */
export function redactPersons(text: string): string {
  return withoutParts(text, personalParts);
}

function withoutParts(text: string, partsOf: (text: string) => readonly Span[]): string {
  let clean = text.replaceAll(HOLE, '').replace(WIDE, (sign) => sign.normalize('NFKC'));
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const holed = withHoles(clean, partsOf(clean));
    if (holed === null) return clean;
    clean = mend(withoutCalls(holed));
  }
  return clean;
}

function withHoles(text: string, parts: readonly Span[]): string | null {
  if (parts.length === 0) return null;
  let holed = '';
  let at = 0;
  for (const { start, end } of parts) {
    holed += text.slice(at, start) + HOLE;
    at = end;
  }
  return holed + text.slice(at);
}

const BEFORE_HELP_LINE = new RegExp(
  `${HOLE}\\s*(?:\\([^()]{0,80}\\)\\s*)?(?:ou|et)\\s+(?:le|au)\\s+(?=\\d{4}(?!\\d))`,
  'gu',
);
const IN_BRACKETS = new RegExp(`\\(([^()${HOLE}]{0,80})${HOLE}[^()]{0,120}\\)`, 'gu');

/**
 * The name and the post of whoever is to be called, between the words that announce them and the number: « Contact :
 * Mme Untel, CPE, … ». A name elsewhere in a sentence (« présidé par M. Untel ») is no contact.
 */
const NAMED_HOLE = new RegExp(
  `(?<![\\p{L}])(?:contacts?|renseignements?|inscriptions?|r[ée]servations?|informations?|r[ée]f[ée]rente?s?|responsables?|interlocut(?:eur|rice)s?|(?:tout|toute) (?:renseignement|question|information))${SPACE}*:?${SPACE}*(?:aupr[èe]s d(?:e${SPACE}+|['’]))?(?:(?:MM?\\.|Mmes?|Mlles?|Dr|Monsieur|Madame)${SPACE}+)?\\p{Lu}[\\p{L}’'-]+(?:${SPACE}+(?:d[eu]${SPACE}+)?\\p{Lu}[\\p{L}’'-]+){0,2}(?:,${SPACE}*[\\p{L}’' -]{2,50}){0,2}${SPACE}*[,:–—-]?${SPACE}*(?:au${SPACE}+|t[ée]l\\.?${SPACE}*:?${SPACE}*|à${SPACE}+)?${HOLE}`,
  'giu',
);

/** Not after « M. » and its like, which begin a name. */
const SENTENCE_END = /(?<=(?<!(?<![\p{L}])(?:MM?|Mr|Dr|Pr|Mmes?|Mlles?|tél))[.!?…])(?=\s+[\p{Lu}«])/iu;

/** The text without the clauses that only told how to call; other sentences stay as they were. */
function withoutCalls(holed: string): string {
  const plain = holed
    .replace(BEFORE_HELP_LINE, '')
    .replace(NAMED_HOLE, HOLE)
    .replace(IN_BRACKETS, (whole, before: string) => (CALLS.test(before) ? '' : whole));
  return plain
    .split(SENTENCE_END)
    .map((sentence) => (sentence.includes(HOLE) ? withoutCall(sentence) : sentence))
    .join('');
}

/** Where to go, without a name: « Inscriptions au CDI ou par courriel ». */
const DESK =
  /(?<![\p{L}])(?:au|à la|à l['’])\s*(?:CDI|CIO|secrétariat|vie scolaire|accueil|loge|bureau|mairie|MDL|foyer|infirmerie|intendance|administration|médiathèque|bibliothèque|cafétéria|internat)(?![\p{L}])/iu;

/** True for a clause that tells where to go, or still has a number or an address, when its hole is mended. */
function saysMore(clause: string): boolean {
  return tellsWhere(clause.replaceAll(HOLE, ' '));
}

/** True for a text that tells where to go, or has a number or an address. */
export function tellsWhere(text: string): boolean {
  return DESK.test(text) || privateParts(text).length > 0;
}

function withoutCall(sentence: string): string {
  const clauses = sentence.split(/(?<=[,;])(?=\s)|(?=\s[–—-]\s)/u);
  const kept = clauses.filter(
    (clause) => !(clause.includes(HOLE) && CALLS.test(clause.replace(/^\s[–—-]\s/u, '')) && !saysMore(clause)),
  );
  if (kept.length === clauses.length) return sentence;
  if (kept.every((clause) => PURPOSE.test(clause))) return '';
  const stop = /[.!?…]\s*$/.exec(sentence)?.[0] ?? '';
  const left = kept.join('').replace(/[\s,;–—-]+$/, '');
  return /[.!?…]$/.test(left) ? left : `${left}${stop}`;
}

/** « Renseignements : … ou 03 44 … »: what announced the part that is gone announces the number that stays. */
const BEFORE_NUMBER = new RegExp(`${HOLE}${SPACE}*(?:[/|,;]|ou|et)${SPACE}+(?=0\\d\\D?\\d)`, 'giu');
/** « à … ou 03 44 … » */
const TO_NUMBER = new RegExp(`à${SPACE}+${BEFORE_NUMBER.source}`, 'giu');
/** « … ou par téléphone au 03 44 … », where nothing is left before it. */
const OR_AT_START = new RegExp(`(^|[.!?…:]\\s+|\\n)${HOLE}${SPACE}*(?:ou|et)${SPACE}+(\\p{L}|\\d)`, 'gu');

function mend(holed: string): string {
  return holed
    .replace(TO_NUMBER, 'au ')
    .replace(BEFORE_NUMBER, '')
    .replace(new RegExp(`${HOLE}(?:${SPACE}*(?:[/|,;–—•·-]|ou|et)?${SPACE}*${HOLE})+`, 'gu'), HOLE)
    .replace(AROUND_HOLE, HOLE)
    .replace(OR_AT_START, (_, before: string, first: string) => before + first.toUpperCase())
    .replace(new RegExp(`[(\\[«<]${SPACE}*${HOLE}${SPACE}*[)\\]»>]`, 'gu'), HOLE)
    .replace(new RegExp(`${SPACE}*${HOLE}(?=${SPACE}*[.,;!?…)\\]])`, 'gu'), '')
    .replace(new RegExp(`${SPACE}*${HOLE}${SPACE}*`, 'gu'), ' ')
    .replace(/[([]\s*[)\]]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/\s+([.,)\]])/g, '$1')
    .replace(/[,;:–-]\s*(?=[.!?]|$)/g, '')
    .replace(/([.!?…])\s*\.(?!\.)/g, '$1')
    .replace(/^[\s.,;:–-]+/, '')
    .trim();
}

const SPACE = '[ \\u00a0\\u202f\\u2009\\t]';
const MARK = `${SPACE}?[.\\-–‐‑·_]${SPACE}?`;
/** After a country code a slash makes no date. */
const ANY_MARK = `${SPACE}?[.\\-–‐‑·_/]${SPACE}?`;

/** French numbers in every usual grouping, and foreign ones written with their country; no date has these shapes. */
const PHONE_SHAPES = [
  `(?:\\+|00)${SPACE}?33${SPACE}?(?:\\(0\\))?(?:${SPACE}|${ANY_MARK})?[1-9](?:(?:${SPACE}{0,2}|${ANY_MARK})\\d{2}){4}`,
  `\\(\\+33\\)(?:${SPACE}|${ANY_MARK})?0?[1-9](?:(?:${SPACE}{0,2}|${ANY_MARK})\\d{2}){4}`,
  '0[1-9]\\d{8}',
  `0[1-9](?:${SPACE}{1,3}\\d{2}){4}`,
  `0[1-9](?:${MARK}\\d{2}){4}`,
  '0[1-9](?:/\\d{2}){4}',
  `0[1-9]\\d{2}(?:(?:${SPACE}|${MARK})\\d{2}){3}`,
  `0${SPACE}?[1-9]\\d{2}(?:(?:${SPACE}|${MARK})\\d{3}){2}`,
  `\\+\\d{1,3}(?:(?:${SPACE}|${MARK})\\(?\\d{1,4}\\)?){2,5}`,
  '\\+\\d{8,14}',
];
const PHONE = `(?<![\\d/])(?:${PHONE_SHAPES.join('|')})(?!\\d)`;

/** Anything with an @ between two names, however long. */
const EMAIL =
  '(?<![\\p{L}\\p{N}._%+@-])[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,8}';

/** Words that only announce a number or an address, and go with it. */
const ANNOUNCE = [
  't[ée]l(?:[ée]phone|\\.)?',
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
const JOINED = `(?:(?:(?<![\\p{L}\\p{N}])(?:${ANNOUNCE})${SPACE}*[:.,]?${SPACE}*)|(?:[:,;/|–-]${SPACE}*))`;

const PRIVATE = new RegExp(`(?:mailto:|tel:)?(?:${PHONE}|${EMAIL})`, 'giu');
/** What is taken out is first replaced by this character, which no document may hold, so that what stood around it can be mended. */
const HOLE = '\ue000';
const AROUND_HOLE = new RegExp(`(?:${JOINED}){0,6}${SPACE}*${HOLE}`, 'giu');

/**
 * Text without telephone numbers and e-mail addresses, and without the words and punctuation that only announced them
 * (« Tél. : », « (au …) »). Text that has none comes back as it was. Four-digit help lines (3018) stay: they are meant for
 * everyone.
 */
export function redact(text: string): string {
  const clean = text.replaceAll(HOLE, '');
  const holed = clean.replace(PRIVATE, HOLE);
  if (!holed.includes(HOLE)) return clean;
  return mend(holed);
}

function mend(holed: string): string {
  return holed
    .replace(new RegExp(`${HOLE}(?:${SPACE}*(?:[/|,;–-]|ou|et)?${SPACE}*${HOLE})+`, 'gu'), HOLE)
    .replace(AROUND_HOLE, HOLE)
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

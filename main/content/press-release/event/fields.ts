import { fold } from '../../../lib/fold.ts';

/** What a label says of its value: « Lieu : CIO » names a venue. */
export type FieldRole = 'title' | 'date' | 'hours' | 'venue' | 'town' | 'partners' | 'contact' | 'about';

/** « Label : value » */
export interface Field {
  readonly role: FieldRole;
  readonly label: string;
  /** Empty where the value stands on the next line. */
  readonly value: string;
}

/** Folded labels of a form, in full. */
const LABELS: readonly (readonly [FieldRole, RegExp])[] = [
  ['title', /^(?:titres?|intitules?|nom de l'(?:evenement|action|atelier)|evenements?|actions?|quoi|manifestations?)$/],
  ['date', /^(?:dates?|quand|jours?|le)(?: de l'(?:evenement|action|atelier)| (?:et|&) (?:heures?|horaires?))?$/],
  ['hours', /^(?:horaires?|heures?|heures? de debut|debut|a quelle heure|creneaux?|creneau horaire)$/],
  ['venue', /^(?:lieux?|lieu de rendez-vous|ou|adresses?|endroits?|salles?)$/],
  ['town', /^(?:villes?|communes?)$/],
  ['partners', /^(?:partenaires?|en partenariat avec)$/],
  [
    'contact',
    /^(?:contacts?|renseignements?|inscriptions?|reservations?|referente?s?|responsables?|interlocut(?:eur|rice)s?|telephone|tel\.?|courriel|e-?mail|mail)$/,
  ],
  [
    'about',
    /^(?:publics?(?: (?:vise|concerne)s?)?|pour qui|niveaux?|classes?(?: concernees?)?|description|descriptif|contenus?|objectifs?|deroule|deroulement|programme|themes?|thematiques?|intervenante?s?|anime par|animat(?:eur|rice)s?|tarifs?|entree|acces|organisat(?:eur|rice)s?|organise par|details?|modalites|participation)$/,
  ],
];

const FIELD = /^([\p{L}][\p{L}'’ .-]{0,30}?)\s*[:?]\s*(.*)$/u;

/** The field that a line is; null where the line begins with no label. */
export function fieldOf(text: string): Field | null {
  const [, label, value] = FIELD.exec(text) ?? [];
  const role = label === undefined ? null : roleOf(label);
  // « Salles : exposition … » is an event in the town of that name.
  if (role === 'venue' && fold(label ?? '') === 'salles' && /\d\s?h|\d:\d\d/.test(value ?? '')) return null;
  return role === null || label === undefined || value === undefined
    ? null
    : { role, label, value: named(label, value) };
}

const named = (label: string, value: string): string => (/^salles?$/iu.test(label) ? roomNamed(value) : value);

/** « Salle : 204 »: a number says nothing without its label. */
export const roomNamed = (place: string): string =>
  /^[a-z]?\s?\d{1,4}[a-z]?$/iu.test(place.trim()) ? `Salle ${place}` : place;

/** What a label announces; null where the words are no label. */
export function roleOf(label: string): FieldRole | null {
  const folded = fold(label);
  return LABELS.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Signs that stand for a label in messages and on posters. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:📅|🗓️?|📆)\s*:?\s*/u, 'Date : '],
  [/^(?:[🕐-🕧]|⏰|⌚️?|⏱️?)\s*:?\s*/u, 'Horaires : '],
  [/^(?:📍|📌|🏫)\s*:?\s*/u, 'Lieu : '],
  [/^(?:📞|☎️?|📱|📧|✉️?)\s*:?\s*/u, 'Contact : '],
];

const DAY_OR_HOUR = /\d|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|midi|minuit|jours?(?!\p{L})|soir|matin/iu;

/** A line with the label that a sign at its start stands for, and without other signs there. */
export function withoutSigns(text: string): string {
  for (const [sign, label] of SIGNS) {
    if (!sign.test(text)) continue;
    const rest = text.replace(sign, '');
    // « 📅 Temps forts de la semaine »: a calendar beside no day is an ornament.
    const isOrnament = /^(?:Date|Horaires) /u.test(label) && !DAY_OR_HOUR.test(rest);
    return fieldOf(rest) === null && !isOrnament ? label + rest : rest;
  }
  return text.replace(/^(?:\p{Extended_Pictographic}\ufe0f?\s*)+(?=\S)/u, '');
}

const NEXT_FIELD = /\s*(?:\s[–—-]|[|;,•·])\s+(?=[\p{L}][\p{L}'’ ]{1,24}\s*:\s)/gu;

/** A line with several fields (« Date : … – Lieu : … ») as one line a field; what stands before the first is a line too. */
export function splitFields(text: string): string[] {
  const starts = [...text.matchAll(NEXT_FIELD)].filter(
    (match) => fieldOf(text.slice(match.index + match[0].length)) !== null,
  );
  if (starts.length === 0) return [text];
  const lines: string[] = [];
  let at = 0;
  for (const match of starts) {
    lines.push(text.slice(at, match.index).trim());
    at = match.index + match[0].length;
  }
  return [...lines, text.slice(at).trim()].filter((line) => line !== '');
}

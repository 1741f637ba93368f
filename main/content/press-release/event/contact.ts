import { fold } from '../../../lib/fold.ts';
import { personalParts } from '../../documents/persons.ts';
import { redact, redactPersons, tellsWhere } from '../../documents/redact.ts';

const OWNER = '(?:(?:vos|votre|nos|notre|le|la|les|pour)\\s+)?';
const WHO =
  '(?:contacts?|service|relations?|attachee?s?|coordonnees|interlocut(?:eur|rice)s?|personnes?|referente?s?)(?:\\s+a\\s+contacter)?';
const PRESS_CONTACT = new RegExp(
  `^${OWNER}(?:${WHO}\\s+(?:de\\s+|avec\\s+)?(?:la\\s+|les\\s+)?(?:presse|medias?)|contacter la presse)`,
);
/** Headings of a contact that is not the press’s: they stand alone on their line. */
const CONTACT_HEADING = new RegExp(
  `^${OWNER}(?:(?:vos |nos )?contacts?(?: utiles)?|personnes? a contacter|interlocut(?:eur|rice)s?|coordonnees|(?:tout|toute|plus d[e'])\\s*(?:renseignements?|questions?|informations?)|renseignements?(?: (?:et|/|&) (?:inscriptions?|reservations?))?)\\s*:?$`,
);
const LETTERS_FIRST = /^[^a-z]+/;
/** A longer line is a text, and names nobody to call. */
const MAX_LINE = 300;
const foldedStart = (text: string): string => fold(text.slice(0, MAX_LINE)).replace(LETTERS_FIRST, '');

/** True where a contact begins: under it nothing may reach a screen. */
export function isContactHeading(text: string): boolean {
  return isPressContact(text) || CONTACT_HEADING.test(foldedStart(text));
}

/** True where the press contact begins, the mark of a press release. */
export function isPressContact(text: string): boolean {
  const folded = foldedStart(text);
  const match = PRESS_CONTACT.exec(folded);
  if (match === null) return false;
  // « Le service de presse présente… » is a sentence, not a heading.
  const rest = folded.slice(match[0].length);
  return folded.length <= 40 || /^\s*(?:[:–—,-]|\d|$)/.test(rest);
}

const NAMES_A_PERSON = new RegExp(
  `^${OWNER}(?:contacts?|personnes? a contacter|interlocut(?:eur|rice)s?|(?:tout|toute)\\s+(?:renseignement|question|information))\\b[^.:]{0,40}:`,
);
const MAY_NAME_ONE =
  /^(?:(?:vos|votre|nos|notre) )?(?:contacts?|renseignements?|inscriptions?|reservations?|rsvp|referente?s?|responsables?|secretariat|standard|accreditations?)\b(?:[^.]{0,60}:|[^.!?]{0,160}$)/;
const SIGNATURE =
  /^(?:MM?\.|Mmes?|Mlles?|Dr)?\s*\p{Lu}[\p{L}’'-]+\s+(?:d[eu]\s+)?\p{Lu}[\p{L}’'-]+\s*(?:[,:–—-][^.]*)?$/u;

/** True for a line that only names whom to contact: a person’s name goes with their number. */
export function isContactLine(text: string): boolean {
  return namesContact(text, redact);
}

/** The same for a notice, where only what reaches a person goes. */
export function onlyNamesSomeone(text: string): boolean {
  return personalParts(text).length > 0 && namesContact(text, redactPersons);
}

function namesContact(text: string, without: (text: string) => string): boolean {
  if (text.length > MAX_LINE) return false;
  const folded = foldedStart(text);
  if (NAMES_A_PERSON.test(folded)) return true;
  const left = without(text);
  // « Inscriptions au CDI ou au 03 … » tells where to go without a number, too.
  if (left === text || tellsWhere(left)) return false;
  return MAY_NAME_ONE.test(folded) || (left.length <= 90 && SIGNATURE.test(left));
}

/** True for a line that ends a contact: a heading of the level of the contact, or a sentence too long for a signature. */
export function endsContact(
  line: { readonly text: string; readonly level: number },
  contact: { readonly level: number },
): boolean {
  if (line.level > 0) return line.level <= Math.max(1, contact.level);
  return contact.level === 0 && line.text.length > 80 && /[.!?…]$/.test(line.text);
}

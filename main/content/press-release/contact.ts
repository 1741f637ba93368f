import { fold } from '../../lib/fold.ts';
import { redact } from '../documents/redact.ts';

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
/** Beyond this nobody is named: it is a text. */
const LONGEST_LINE = 300;
const foldedStart = (text: string): string => fold(text.slice(0, LONGEST_LINE)).replace(LETTERS_FIRST, '');

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
  if (text.length > LONGEST_LINE) return false;
  const folded = foldedStart(text);
  if (NAMES_A_PERSON.test(folded)) return true;
  const left = redact(text);
  if (left === text) return false;
  return MAY_NAME_ONE.test(folded) || (left.length <= 90 && SIGNATURE.test(left));
}

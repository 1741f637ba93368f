import { fold } from '../../calendar/fold.ts';

const PRESS_CONTACT =
  /^(?:(?:vos|votre|nos|le|la|pour)\s+)?(?:(?:contacts?|service|relations?|attachee?s?|coordonnees)\s+(?:de\s+|avec\s+)?(?:la\s+|les\s+)?(?:presse|medias?)|contacter la presse|contacts?\s*:?$)/;

/** True where the press contact begins: under it nothing may reach a screen. */
export function isPressContact(text: string): boolean {
  const folded = fold(text).replace(/^[^a-z]+/, '');
  const match = PRESS_CONTACT.exec(folded);
  if (match === null) return false;
  // « Le service de presse présente… » is a sentence, not a heading.
  const rest = folded.slice(match[0].length);
  return folded.length <= 40 || /^\s*(?:[:–—,-]|\d|$)/.test(rest);
}

/** True for a line that only names whom to contact: a person’s name goes with their number. */
export function isContactLine(text: string): boolean {
  return (
    /^(?:contacts?|renseignements?|inscriptions?|referente?s?|responsables?)\b[^.]{0,40}:/.test(fold(text)) ||
    /^contacts?\b/.test(fold(text))
  );
}

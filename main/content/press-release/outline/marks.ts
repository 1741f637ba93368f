import { fold } from '../../../lib/fold.ts';
import type { Block } from '../../documents/block.ts';
import { type DocumentBlock, withRows } from '../../documents/table.ts';
import { isPlaceAndDate } from '../days/read-dates.ts';
import { beginsAsEvent, proposeCategory } from '../event/category.ts';
import { endsContact, isContactHeading, isContactLine, isPressContact } from '../event/contact.ts';
import { readEventHeading } from '../event/event-heading.ts';
import { beginsAsVenue } from '../places/places.ts';
import type { PressEvent } from '../press-release.ts';
import { isStyled } from './is-styled.ts';

/** Lines in which a text says what it is. */
const OPENING = 15;
const NAMES_ITSELF = /\bcommuniques?\b|\bdossier de presse\b|\binvitation (?:de la )?presse\b/;
/** Notices of a school that are dated as a release is, and are none. */
const NOTICE =
  /\bmenus?\b|\bcantine\b|\brestauration\b|\bself\b|\babsen(?:ces?|ts?)\b|\bremplacements?\b|\b(?:bac|brevet|examens?|oral|oraux) blancs?\b|\bemplois? du temps\b|\bconseils? de classe\b|\bdevoirs? surveilles?\b/;

/**
 * True where dated lines are a press release and not a menu, a timetable or a list of absences: it says so, it has two
 * « Ville (60) », a place and date, a press contact, a form (`forms`), or two events with a word for an event or a venue.
 */
export function isRelease(blocks: readonly Block[], events: readonly PressEvent[], forms: number): boolean {
  if (namesItself(blocks) || blocks.some(({ text }) => isPressContact(text) || isPlaceAndDate(text))) return true;
  if (blocks.filter(hasDepartment).length > 1) return true;
  const isNamed = blocks
    .slice(0, 3)
    .some(({ text }) => text.length <= 80 && (proposeCategory(text, '') !== null || beginsAsEvent(text)));
  if (isNotice(blocks)) return false;
  const isThemed = blocks.slice(0, 3).some(({ text }) => text.length <= MAX_THEME && THEMED.test(fold(text)));
  return (
    forms > 0 || (isThemed && events.length > 1) || events.filter((event) => soundsLikeEvent(event, isNamed)).length > 1
  );
}

const MAX_THEME = 120;
/** « Semaine des arts », « quinzaine du livre »: what takes place under such a title is a part of it. « Semaine du 4 mai » is any. */
const THEMED =
  /\b(?:semaine|quinzaine|printemps|festival) (?:de (?:la |l')|des |du |d')(?!\d|(?:lun|mar|mercre|jeu|vendre|same)di\b|(?:vacances|conges|rentree|examens?|stages?|revisions?)\b)[a-z]/;

/** Dates of a list are a programme from this many on, with at most one other line for two of them. */
const MIN_LISTED = 3;

/** A list of dates by which something must be done announces no events. */
const DEADLINES = /\ba retenir\b|\blimites?\b|\becheances?\b|\bdelais?\b/;

function isNotice(blocks: readonly Block[]): boolean {
  return blocks.slice(0, OPENING).some((block, at) => isTitle(block, at) && NOTICE.test(fold(block.text)));
}

/** True for a list of dates, each with what takes place: « 12 mai : musée », « 19 mai : bowling », « 2 juin : cinéma ». */
export function isDatedList(blocks: readonly Block[], events: readonly PressEvent[]): boolean {
  if (isNotice(blocks) || blocks.some(({ text }) => DEADLINES.test(fold(text)))) return false;
  const lines = new Set(events.map(({ line }) => line));
  const dated = blocks.filter(({ line, text }) => lines.has(line) && BEGINS_WITH_DAY.test(fold(text)));
  return dated.length >= MIN_LISTED && (blocks.length - dated.length) * 2 <= dated.length;
}

const BEGINS_WITH_DAY =
  /^[^a-z0-9]*(?:(?:du|les?) )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche |(?:lun?|mar?|merc?|jeu?|vend?|sam?|dim?|ve)\.? )?\d{1,2}(?:er)?(?: (?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)|[/.]\d| (?:au|et) |, ?\d)|^[^a-z0-9]*semaines? (?:n° ?)?\d{1,2}\b/;

/**
 * True for a text that calls itself a press release, names a press contact, or has a place and date with towns under it:
 * where it could not be read as a release, its contact must not reach a screen all the same.
 */
export function callsItselfRelease(blocks: readonly Block[]): boolean {
  if (namesItself(blocks) || blocks.some(({ text }) => isPressContact(text))) return true;
  return blocks.some(({ text }) => isPlaceAndDate(text)) && blocks.filter(hasDepartment).length > 1;
}

function namesItself(blocks: readonly Block[]): boolean {
  return blocks.slice(0, OPENING).some(({ text }) => text.length <= 80 && NAMES_ITSELF.test(fold(text)));
}

/** « Ville (60) - … », in a heading or a line. */
export function hasDepartment({ text }: Block): boolean {
  return text.length <= 320 && readEventHeading(text, () => false)?.form === 'department';
}

/** « Conseil de classe 3e A à 17h » is one of several appointments, and says nothing of the whole text. */
const HOURS = /\d\s?h(?:eures?)?(?!\p{L})|\d:\d\d/u;

/** A line that may say what a text is: one of its first, or one that is set apart. */
function isTitle(block: Block, at: number): boolean {
  const { text, kind } = block;
  return text.length <= 80 && kind !== 'list-item' && ((at < 3 && !HOURS.test(text)) || isStyled(block));
}

/** True for an event that its words tell of; under a title that names an event, whatever has its hours is one too. */
function soundsLikeEvent({ title, venue, when }: PressEvent, isNamed: boolean): boolean {
  if (isNamed && when.hours.length > 0) return true;
  const hasCategory = /^[\p{Lu}«]/u.test(title) && proposeCategory(title, '') !== null;
  return hasCategory || beginsAsEvent(title) || (venue !== undefined && beginsAsVenue(venue));
}

/** The blocks of a text without whom to contact; `keepsContacts`: without its press contact alone. */
export function withoutContacts(blocks: readonly DocumentBlock[], keepsContacts: boolean): DocumentBlock[] {
  const kept: DocumentBlock[] = [];
  let contact: Block | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') {
      const table = contact === null ? withRows(block, (row) => keepsContacts || !isContactLine(row.text)) : null;
      if (table !== null) kept.push(table);
      continue;
    }
    if (keepsContacts ? isPressContact(block.text) : isContactHeading(block.text)) contact = block;
    else if (contact !== null && endsContact(block, contact)) contact = null;
    if (contact === null && (keepsContacts || !isContactLine(block.text))) kept.push(block);
  }
  return kept;
}

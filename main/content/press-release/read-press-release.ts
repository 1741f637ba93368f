import { frenchTypography } from '../../lib/typography.ts';
import { MONTH, WEEKDAY } from '../../when/french/words.ts';
import type { Block } from '../documents/block.ts';
import { plainInline } from '../documents/inline.ts';
import { privateParts } from '../documents/private-parts.ts';
import { type Fault, guessed } from '../faults/fault.ts';
import { contactsTaken, isNone, noneTaken, plus, type Taken, takenOf } from '../privacy/taken.ts';
import { mayNameDay } from './days/may-hold-date.ts';
import type { ReleaseContext } from './days/read-dates.ts';
import { datesOfRelease } from './days/release-year.ts';
import { beginsAsEvent } from './event/category.ts';
import { isClasses, isStage } from './event/classes.ts';
import { endsContact, isPressContact } from './event/contact.ts';
import { isDatedList, isRelease } from './outline/marks.ts';
import { outline } from './outline/outline.ts';
import { beginsAsVenue, isNamedVenue, looksLikeTown } from './places/places.ts';
import { withPlacesListed } from './places/places-listed.ts';
import type { PressEvent, PressRelease } from './press-release.ts';
import { readEvents } from './release-reader.ts';

/** A text is a press release from this many events under dated headings on; a form with its labels, or an event with its steps, is one by itself. */
const MIN_EVENTS = 2;

/**
 * The events of a press release, by its structure: date headings, event headings under them, paragraphs under those.
 * null where fewer than two are announced and none is a form or has steps, none has a date, or nothing marks the text as a
 * release: then it is another kind of text.
 */
export function readPressRelease(blocks: readonly Block[], context: ReleaseContext): PressRelease | null {
  // Most texts of a folder are notices: this question costs them a hundredth of the reading below.
  if (!blocks.some(({ text }) => mayNameDay(text))) return null;
  const { dates, warnings } = datesOfRelease(blocks, context);
  const { keepsContacts = false, fileName = '' } = context;
  const read = readEvents(outline(blocks, dates, keepsContacts), keepsContacts);
  const isProgramme = read.announcements >= MIN_EVENTS || read.forms > 0;
  if (read.events.length === 0 || !isProgramme) return null;
  const isMarked = isRelease(blocks, read.events, read.forms);
  if (!isMarked && !isDatedList(blocks, read.events)) return null;
  const taken = keepsContacts ? noneTaken : takenFrom(blocks);
  const told = isNone(taken) ? [] : [contactsTaken(taken, fileName, /\.(?:md|txt)$/iu.test(fileName))];
  const listed = isMarked ? [] : [takenAsProgramme()];
  return {
    events: withWhole(blocks, withSubjects(blocks, withPlacesListed(blocks, read.events))).map(withoutEndSign),
    warnings: [...warnings, ...listed, ...read.warnings, ...told],
  };
}

/** No title of a list is longer. */
const MAX_TITLE = 80;

/**
 * « 6e » under « Réunions de parents » is « Réunions de parents – 6e », and « Demi-finale » under « Concours » tells of that: of such words
 * alone nobody knows what they are of.
 */
function withSubjects(blocks: readonly Block[], events: PressRelease['events']): PressRelease['events'] {
  if (!events.some(({ title }) => isClasses(title) || isStage(title))) return events;
  const lines = new Set(events.map(({ line }) => line));
  return events.map((event) => {
    const isPart = isStage(event.title);
    const above = isPart || isClasses(event.title) ? titleAbove(blocks, event.line, lines) : null;
    if (above === null) return event;
    const title = wallText(withoutColon(above.text));
    if (!isPart) return { ...event, title: `${title} – ${event.title}` };
    // Below another event, a plain line may be a remark on that one.
    const isOfAll = above.level > 0 || above.line < Math.min(...lines);
    if (!isOfAll || ITSELF.test(title) || beginsAsVenue(title)) return event;
    return { ...event, description: [`${title}.`, event.description].filter(Boolean).join(' ') };
  });
}

/** The title of a whole text that says what kind of text it is, and nothing of what takes place. */
const ITSELF = /^(?:communiqu|dossier|invitation|programme|agenda|calendrier)/iu;

/** A longer introduction is no part of each event. */
const MAX_INTRODUCTION = 200;
/** So many words without a place or hours may say who or where, and not what: « Infirmière », « Théâtre X ». */
const FEW_WORDS = 3;

/** « MCL de Ville »: a house of which everybody there knows the letters. */
const HOUSE = /^\p{Lu}{2,6} (?:de |d[e’']|du )?\s?\p{Lu}[\p{L}’' -]*$/u;

/**
 * Events that are called by their places, « Annonay : mardi 5 mai à 20 h, théâtre X », or by a few words alone, « Mardi 5 mai :
 * infirmière », tell of what takes place on each of their days: of the title above them and its sentences.
 */
function withWhole(blocks: readonly Block[], events: PressRelease['events']): PressRelease['events'] {
  const arePlaces = events.every(
    ({ title, venue }) => venue === undefined && (isNamedVenue(title) || HOUSE.test(title)),
  );
  // « Rouen », « Caen »: nothing tells them from « Chorale » and « Échecs », but what they are a part of is the same.
  const areTowns =
    events.every(({ title, town }) => town === '' && (looksLikeTown(title) || /^\p{Lu}{2,3}$/u.test(title))) &&
    events.some(({ venue }) => venue !== undefined);
  const areBare = events.every(({ title, town, venue, when, description }) => {
    const isAlone = town === '' && venue === undefined && description === undefined && when.hours.length === 0;
    return isAlone && title.split(/\s+/u).length <= FEW_WORDS && !beginsAsEvent(title);
  });
  const [first] = events;
  if (first === undefined || !(arePlaces || areTowns || areBare)) return events;
  const ofAll = withoutParts(blocks, events);
  const title = titleAbove(ofAll, first.line, new Set());
  if (title === null || ITSELF.test(title.text)) return events;
  const isBetween = ({ line, kind, text }: Block) =>
    line > title.line && line < first.line && kind !== 'table-row' && !isPrivate(text) && !isDay(text);
  const under = ofAll.filter(isBetween).map(({ text }) => text);
  const introduction = under.join(' ').length > MAX_INTRODUCTION ? [] : under;
  const whole = wallText([`${withoutColon(title.text)}.`, ...introduction].join(' '));
  return events.map((event) => ({ ...event, description: [whole, event.description].filter(Boolean).join(' ') }));
}

/** « Aisne (02) » above the first of them, and « Oise (60) » above others, are titles of parts: blocks without such titles. */
function withoutParts(blocks: readonly Block[], events: PressRelease['events']): readonly Block[] {
  const lines = events.map(({ line }) => line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const between = blocks.filter(({ line, level }) => level > 0 && line > first && line < last);
  const ofParts = Math.min(...between.map(({ level }) => level));
  return blocks.filter(({ level }) => level === 0 || level < ofParts);
}

/** « Un jour, un métier » names none. */
const DAY = new RegExp(`(?<!\\p{L})(?:${WEEKDAY}s?|\\d{1,2}(?:er)?\\s${MONTH})(?!\\p{L})|\\d\\s?[/.]\\s?\\d`, 'iu');

/** « Samedi 30 mai » above some of them is no day of the others. */
const isDay = (text: string): boolean => DAY.test(text) && !/[.!?…]$/u.test(text);

const wallText = (text: string): string => frenchTypography(plainInline(text));

/** Whom to write to or to call is neither a title nor what takes place. */
const isPrivate = (text: string): boolean => privateParts(text).length > 0;

/** The nearest title above a line that is none of `lines`, and no sentence; null where there is none. */
function titleAbove(blocks: readonly Block[], at: number, lines: ReadonlySet<number>): Block | null {
  const mayBe = ({ text, kind }: Block): boolean =>
    kind !== 'table-row' && text.length <= MAX_TITLE && !/[.;,…]$/u.test(text) && !DAY.test(text) && !isPrivate(text);
  const above = blocks.findLast((block) => block.line < at && !lines.has(block.line) && mayBe(block));
  return above === undefined || withoutColon(above.text) === '' ? null : above;
}

const withoutColon = (text: string): string => text.replace(/[\s:.–—-]+$/u, '');

/** « Conseil d’administration ; » is an item of a list in one sentence. */
const withoutEndSign = (event: PressEvent): PressEvent =>
  /[;,.]$/u.test(event.title) ? { ...event, title: event.title.replace(/\s*[;,]$|(?<=\p{L}{4})\.$/u, '') } : event;

/** Told of a list of dates that nothing but its shape makes a programme. */
const takenAsProgramme = (): Fault =>
  guessed(
    'release-list',
    'Chaque ligne de ce texte qui commence ou finit par une date est lue comme un événement de ce jour-là.',
    'Si ce sont des délais ou des rappels, écrivez « Dates à retenir » en titre : le texte est alors montré tel quel.',
  );

/** The numbers and addresses of a release but for its press contact, which no reader expects on a wall. */
function takenFrom(blocks: readonly Block[]): Taken {
  let taken = noneTaken;
  let press: Block | null = null;
  for (const block of blocks) {
    if (isPressContact(block.text)) press = block;
    else if (press !== null && endsContact(block, press)) press = null;
    if (press === null) taken = plus(taken, takenOf(privateParts(block.text)));
  }
  return taken;
}

import { once } from '../../../lib/once.ts';
import { MONTH, WEEKDAY } from '../../../when/french/words.ts';
import type { Block } from '../../documents/block.ts';
import { BULLETS } from '../../documents/bullets.ts';
import type { ToldStatus } from '../../status.ts';
import { type DaysWithin, daysWithin } from '../days/days-within.ts';
import { lineForEachDay } from '../days/hours-of-days.ts';
import { periodAbove } from '../days/periods.ts';
import type { DateReader, DateReading } from '../days/read-dates.ts';
import { withinPeriod } from '../days/whole-period.ts';
import { isContactLine } from '../event/contact.ts';
import { type EventHeading, readEventHeading } from '../event/event-heading.ts';
import { type Facts, readFacts } from '../event/facts.ts';
import { type Field, fieldOf } from '../event/fields.ts';
import { type Entry, readEntry } from '../rules/entry.ts';
import { formLines } from '../rules/form-lines.ts';
import { isStyled } from './is-styled.ts';

/** One line of a release, and what its shape says before anything is known of its place. */
export interface Line {
  readonly block: Block;
  /** What it announces does not take place as announced; the words that say so are not in `block`. */
  readonly status: LineStatus | null;
  /** The line says nothing but that: « Annulé », « (reporté au 12 mai) ». */
  readonly alone: ToldStatus | null;
  /** It began with a time that no clock tells, which stands in brackets at its end: « Après les cours : goûter ». */
  readonly hasVagueTime: boolean;
  /** The line is days and nothing else, alone or after « Date : ». */
  readonly days: { readonly text: string; readonly reading: DateReading; readonly labelled: boolean } | null;
  /** The line begins with a label: « Lieu : CIO ». */
  readonly field: Field | null;
  /** The line is shaped as the heading of an event, or as a town alone. */
  readonly heading: EventHeading | null;
  /** What the line would be as an event without a town at its head. */
  readonly entry: Entry | null;
  /** Days among other words. */
  readonly within: DaysWithin | null;
  /** The line is dates, hours or a venue and nothing else. */
  readonly facts: Facts | null;
  /** The line only names whom to contact. */
  readonly isContact: boolean;
  /** Reads dates as this line means them. */
  readonly dates: DateReader;
}

/** « Annulé : … », « … (reporté au 12 mai) » at an end of a line. */
export interface LineStatus extends Omit<ToldStatus, 'rest'> {
  /** The line as it was written. */
  readonly written: Block;
}

/** No heading of an event has more characters. */
export const MAX_HEADING = 320;
/** Page numbers, rules, and addresses alone on their line. « 13/05 » is a day: no page has such a number, and « 13/12 » is none of 12. */
const NOISE =
  /^(?:page\s*\d{1,3}(?:\s*(?:\/|sur)\s*\d{1,3})?|\d{1,3}(?:\s*(?:\/|sur)\s*[1-9]\d{0,2})?|[-–—_*=.·•\s]+|(?:https?:\/\/|www\.)\S+)$/i;

/** The lines of a release, without bullets and noise; `keepsContacts`: what names whom to contact is a text like any. */
export function outline(blocks: readonly Block[], dates: DateReader, keepsContacts = false): Line[] {
  const unmarked = blocks.map((block) => ({
    ...block,
    text: plainly(block.text),
    ...(block.cells === undefined ? {} : { cells: block.cells.map(asRead) }),
  }));
  const isList = unmarked.some(({ text }) => isDayInFigures(text));
  const isDay = (text: string): boolean => isDayInFigures(text) || (isList && dates.days(text)?.ok === true);
  const clean = unmarked.filter(({ text }) => text !== '' && (!NOISE.test(text) || isDay(text)));
  const kept = formLines(clean, (text) => dates.days(text) !== null, dates.isDate).flatMap(lineForEachDay);
  const texts = kept.map(({ text }) => text);
  return kept.map((block, at) => {
    const reader = withinPeriod(
      dates,
      () => periodAbove(texts, at, dates),
      () => texts.slice(0, at),
    );
    return lineOf(block, reader, keepsContacts);
  });
}

/** « 9h → 12h », « 9h > 12h » */
const ARROW = /(?<=\d\s?(?:h(?:\s?\d\d)?|:\d\d))\s*(?:[→⇒➔➜>]|->|=>)\s*(?=\d)/giu;
/** « Lundi (11 mai) » */
const DAY_IN_BRACKETS = new RegExp(
  `(?<!\\p{L})(${WEEKDAY})\\s*\\((\\d{1,2}(?:er)?(?:\\s${MONTH}|/\\d{1,2})[^()]{0,8})\\)`,
  'giu',
);

/** A text with its days and hours as they are read. */
const asRead = (text: string): string =>
  text
    .replace(/(?<!\d)1\s+er(?!\p{L})/giu, '1er')
    .replace(ARROW, ' – ')
    .replace(DAY_IN_BRACKETS, '$1 $2');

const MARK = new RegExp(`^[${BULLETS}\\s]+|^[-–—>*]\\s+`, 'u');

/** The same without the bullet before it. */
const plainly = (text: string): string => asRead(text.replace(MARK, '')).trim();

/** More pages than there are: « 25/12 ». */
function isDayInFigures(text: string): boolean {
  const [, page, pages] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  return page !== undefined && Number(page) > Number(pages) && Number(page) <= 31 && Number(pages) <= 12;
}

function lineOf(written: Block, dates: DateReader, keepsContacts: boolean): Line {
  const told = statusOf(written, dates);
  const alone = told?.rest === '' ? told : null;
  const status = alone === null ? told : null;
  const [text, vague] = timeLast(status?.rest ?? written.text, written);
  const block = text === written.text ? written : { ...written, text };
  const field = fieldOf(text);
  const isDateField = field?.role === 'date' && field.value !== '';
  const daysText = isDateField ? field.value : text;
  const reading = dates.days(daysText);
  // Few rules ask for these, and each costs more than all the rest of a line.
  const entry = once(() => (field === null && text.length <= MAX_HEADING ? readEntry(text, dates.isDate) : null));
  const within = once(() => (reading === null ? daysWithin(text, dates) : null));
  const facts = once(() => (field === null ? readFacts(text, dates.isDate) : null));
  const isContact = once(() => !keepsContacts && isContactLine(text));
  return {
    block,
    status: status === null ? null : { status: status.status, unread: status.unread, written },
    alone,
    hasVagueTime: vague,
    days: reading === null ? null : { text: daysText, reading, labelled: isDateField },
    field,
    heading: field === null ? headingOf(text, dates) : null,
    get entry() {
      return entry();
    },
    get within() {
      return within();
    },
    get facts() {
      return facts();
    },
    get isContact() {
      return isContact();
    },
    dates,
  };
}

/** « En fin d’après-midi – … », « Après les cours : … » */
const VAGUE_TIME =
  /^((?:(?:en |à la |vers la )?(?:fin|d[ée]but|milieu) (?:d['’]\s?|de (?:la |l['’]\s?)?)(?:apr[èe]s[ -]midi|matin[ée]e|journ[ée]e|soir[ée]e)|apr[èe]s (?:les cours|la classe|le repas)|[àa] la sortie(?: des (?:cours|classes))?|(?:[àa]|pendant|durant|lors de) (?:chaque |la |toutes les )?(?:r[ée]cr[ée](?:ation)?s?|pause(?: m[ée]ridienne)?)|pause m[ée]ridienne))\s*(?:,|:|\s[–—-])\s*(\S.*)$/iu;

/** The text of a line with a time of its kind behind what takes place then, and whether there is one. */
function timeLast(text: string, block: Block): readonly [text: string, isVague: boolean] {
  const mayBegin = block.kind !== 'table-row' && text.length <= MAX_HEADING && !/[.!?…]$/u.test(text);
  const [, time, rest] = mayBegin ? (VAGUE_TIME.exec(text) ?? []) : [];
  return time === undefined || rest === undefined ? [text, false] : [`${rest} (${time.toLowerCase()})`, true];
}

/** A line that is struck through says what does not take place. */
const STRUCK: ToldStatus['status'] = { kind: 'cancelled', label: 'annulé' };

/** The status that a line says beside what it announces. A sentence that ends as one does tells of it in its own words. */
function statusOf(block: Block, dates: DateReader): ToldStatus | null {
  if (block.struck === true && block.kind !== 'table-row') return { status: STRUCK, rest: block.text, unread: null };
  if (block.kind === 'table-row' || block.text.length > MAX_HEADING) return null;
  const told = dates.status(block.text);
  if (told === null) return null;
  const isSentence = block.kind === 'paragraph' && isRunning(block) && !block.text.endsWith(told.rest);
  return isSentence ? null : told;
}

export function headingOf(text: string, dates: DateReader): EventHeading | null {
  return text.length > MAX_HEADING ? null : readEventHeading(text, dates.isDate);
}

export function isItem(block: Block): boolean {
  return block.kind === 'list-item' || block.kind === 'table-row';
}

/** A line that ends as a sentence or a part of one does. */
export function isRunning(block: Block): boolean {
  return !isStyled(block) && /[.;,…]$/.test(block.text);
}

/** The heading of an event whose days stand elsewhere. */
export function isEventLine(line: Line | undefined): boolean {
  if (line === undefined || line.heading === null || line.heading.title === '') return false;
  if (line.heading.dates.some((each) => line.dates.days(each) !== null)) return false;
  return line.heading.form === 'department' ? !isRunning(line.block) || isItem(line.block) : isStyled(line.block);
}

/** The days that stand on a line with nothing but hours and a venue beside them. */
export function hasOnlyDays(line: Line | undefined): boolean {
  if (line === undefined) return false;
  if (line.days !== null) return true;
  return !isItem(line.block) && (line.facts?.dates.some((text) => line.dates.days(text) !== null) ?? false);
}

/** A heading of a higher level than another. */
export function isAbove(block: { readonly level: number }, other: { readonly level: number }): boolean {
  return block.level > 0 && other.level > 0 && block.level < other.level;
}

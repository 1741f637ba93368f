import type { Block } from '../documents/block.ts';
import { beginsAsEvent } from './category.ts';
import { isContactLine } from './contact.ts';
import { type Entry, readEntry } from './entry.ts';
import { type EventHeading, readEventHeading } from './event-heading.ts';
import { type Facts, readFacts } from './facts.ts';
import { type Field, fieldOf } from './fields.ts';
import { formLines } from './form-lines.ts';
import { periodAbove } from './periods.ts';
import type { DateReader, DateReading } from './read-dates.ts';
import { withinPeriod } from './whole-period.ts';

/** One line of a release, and what its shape says before anything is known of its place. */
export interface Line {
  readonly block: Block;
  /** The line is days and nothing else, alone or after « Date : ». */
  readonly days: { readonly text: string; readonly reading: DateReading; readonly labelled: boolean } | null;
  /** The line begins with a label: « Lieu : CIO ». */
  readonly field: Field | null;
  /** The line is shaped as the heading of an event, or as a town alone. */
  readonly heading: EventHeading | null;
  /** What the line would be as an event without a town at its head. */
  readonly entry: Entry | null;
  /** The line is dates, hours or a venue and nothing else. */
  readonly facts: Facts | null;
  /** The line only names whom to contact. */
  readonly isContact: boolean;
  /** Reads dates as this line means them. */
  readonly dates: DateReader;
}

/** No heading of an event has more characters. */
export const MAX_HEADING = 320;
/** Page numbers, rules, and addresses alone on their line. */
const NOISE = /^(?:(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur)\s*\d{1,3})?|[-–—_*=.·•\s]+|(?:https?:\/\/|www\.)\S+)$/i;

/** The lines of a release, without bullets and noise; `keepsContacts`: what names whom to contact is a text like any. */
export function outline(blocks: readonly Block[], dates: DateReader, keepsContacts = false): Line[] {
  const clean = blocks
    .map((block) => ({ ...block, text: block.text.replace(/^[•‣▪◦·\s]+|^[-–—]\s+/u, '').trim() }))
    .filter(({ text }) => text !== '' && !NOISE.test(text));
  const kept = formLines(clean, (text) => dates.days(text) !== null);
  const texts = kept.map(({ text }) => text);
  return kept.map((block, at) => {
    const reader = withinPeriod(dates, () => periodAbove(texts, at, dates));
    return lineOf(block, reader, keepsContacts);
  });
}

function lineOf(block: Block, dates: DateReader, keepsContacts: boolean): Line {
  const { text } = block;
  const field = fieldOf(text);
  const isDateField = field?.role === 'date' && field.value !== '';
  const daysText = isDateField ? field.value : text;
  const reading = dates.days(daysText);
  // Few rules ask for these, and each costs more than all the rest of a line.
  const entry = once(() => (field === null && text.length <= MAX_HEADING ? readEntry(text, dates.isDate) : null));
  const facts = once(() => (field === null ? readFacts(text, dates.isDate) : null));
  const isContact = once(() => !keepsContacts && isContactLine(text));
  return {
    block,
    days: reading === null ? null : { text: daysText, reading, labelled: isDateField },
    field,
    heading: field === null ? headingOf(text, dates) : null,
    get entry() {
      return entry();
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

/** A value that is worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function headingOf(text: string, dates: DateReader): EventHeading | null {
  return text.length > MAX_HEADING ? null : readEventHeading(text, dates.isDate);
}

/** Blocks that the writer set apart from running text. */
export function isStyled(block: Block): boolean {
  return block.level > 0 || block.bold === true;
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

/**
 * True where the date of an event stands under its heading, not above it: the first heading comes before the first date,
 * or after the release’s own date and some text, and nearly every heading has a date directly under it.
 */
export function datesStandBelow(lines: readonly Line[]): boolean {
  return datesBelowTitles(lines) || datesBelowPlainTitles(lines);
}

/** « Concert », then « Mardi 19 mai, 19h30 », then « Église X »: plain titles above their dates, and no event below a date. */
function datesBelowPlainTitles(lines: readonly Line[]): boolean {
  const dates = lines.flatMap((line, at) => (!isStyled(line.block) && hasOnlyDays(line) ? [at] : []));
  const isTitle = (at: number): boolean => {
    const line = lines[at];
    return line !== undefined && !isItem(line.block) && !hasOnlyDays(line) && beginsAsEvent(line.block.text);
  };
  return (
    dates.length > 1 &&
    dates.every((at) => isTitle(at - 1) && (!isTitle(at + 1) || hasOnlyDays(lines[at + 2]))) &&
    !lines.some(isEventLine)
  );
}

function datesBelowTitles(lines: readonly Line[]): boolean {
  const isTitle = titlesOf(lines);
  let headings = 0;
  let dated = 0;
  const firstEvent = lines.findIndex(isTitle);
  const firstDate = lines.findIndex((line) => line.days !== null);
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!isTitle(line)) continue;
    headings++;
    if (next !== undefined && hasOnlyDays(next) && !isAbove(next.block, line.block)) dated++;
  }
  if (headings === 0 || dated * 3 < headings * 2) return false;
  if (firstDate > firstEvent) return true;
  const last = lines.findLastIndex(({ heading }) => heading !== null && heading.title !== '');
  const lastTitle = last < 0 ? lines.findLastIndex(isTitle) : last;
  const above = lines[firstDate];
  // A period in a heading stands above all events; the date of each stands under it on a plain line.
  const isPeriod =
    above !== undefined && isStyled(above.block) && above.block.level < (lines[firstEvent]?.block.level ?? 0);
  return dated === headings && (firstDate + 1 < firstEvent || isPeriod) && hasOnlyDays(lines[lastTitle + 1]);
}

/** Which lines are titles of events: those that name a town, else the headings of the level that most headings have. */
function titlesOf(lines: readonly Line[]): (line: Line) => boolean {
  if (lines.some(isEventLine)) return isEventLine;
  const levels = lines.flatMap(({ block, days }) => (block.level > 0 && days === null ? [block.level] : []));
  const count = (level: number): number => levels.filter((each) => each === level).length;
  const level = levels.reduce((most, each) => (count(each) > count(most) ? each : most), levels[0] ?? 0);
  if (level === 0 || count(level) < 2) return () => false;
  return ({ block, days, entry }) => block.level === level && days === null && entry !== null;
}

/** A heading of a higher level than another. */
export function isAbove(block: { readonly level: number }, other: { readonly level: number }): boolean {
  return block.level > 0 && other.level > 0 && block.level < other.level;
}

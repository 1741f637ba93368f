import type { Block } from '../documents/block.ts';
import { type Entry, readEntry } from './entry.ts';
import { type EventHeading, readEventHeading } from './event-heading.ts';
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
  /** Reads dates as this line means them. */
  readonly dates: DateReader;
}

/** No heading of an event has more characters. */
export const MAX_HEADING = 320;
/** Page numbers, rules, and addresses alone on their line. */
const NOISE = /^(?:(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur)\s*\d{1,3})?|[-–—_*=.·•\s]+|(?:https?:\/\/|www\.)\S+)$/i;

/** The lines of a release, without bullets and noise. */
export function outline(blocks: readonly Block[], dates: DateReader): Line[] {
  const clean = blocks
    .map((block) => ({ ...block, text: block.text.replace(/^[•‣▪◦·\s]+|^[-–—]\s+/u, '').trim() }))
    .filter(({ text }) => text !== '' && !NOISE.test(text));
  const kept = formLines(clean, (text) => dates.days(text) !== null);
  const texts = kept.map(({ text }) => text);
  return kept.map((block, at) =>
    lineOf(
      block,
      withinPeriod(dates, () => periodAbove(texts, at, dates)),
    ),
  );
}

function lineOf(block: Block, dates: DateReader): Line {
  const field = fieldOf(block.text);
  const isDateField = field?.role === 'date' && field.value !== '';
  const text = isDateField ? field.value : block.text;
  const reading = dates.days(text);
  return {
    block,
    days: reading === null ? null : { text, reading, labelled: isDateField },
    field,
    heading: field === null ? headingOf(block.text, dates) : null,
    entry: field === null && block.text.length <= MAX_HEADING ? readEntry(block.text, dates.isDate) : null,
    dates,
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

/**
 * True where the date of an event stands under its heading, not above it: the first heading comes before the first date,
 * or after the release’s own date and some text, and nearly every heading has a date directly under it.
 */
export function datesStandBelow(lines: readonly Line[]): boolean {
  let headings = 0;
  let dated = 0;
  const firstEvent = lines.findIndex(isEventLine);
  const firstDate = lines.findIndex((line) => line.days !== null);
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!isEventLine(line)) continue;
    headings++;
    if (next !== undefined && next.days !== null && !isAbove(next.block, line.block)) dated++;
  }
  if (headings === 0 || dated * 3 < headings * 2) return false;
  if (firstDate > firstEvent) return true;
  const lastHeading = lines.findLastIndex(({ heading }) => heading !== null && heading.title !== '');
  return dated === headings && firstDate + 1 < firstEvent && lines[lastHeading + 1]?.days != null;
}

/** A heading of a higher level than another. */
export function isAbove(block: { readonly level: number }, other: { readonly level: number }): boolean {
  return block.level > 0 && other.level > 0 && block.level < other.level;
}

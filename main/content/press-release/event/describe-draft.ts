import type { Block } from '../../documents/block.ts';
import type { Fault } from '../../faults/fault.ts';
import { innerHours } from '../days/inner-hours.ts';
import { splitLeadingHours } from '../days/leading-hours.ts';
import type { DateReader } from '../days/read-dates.ts';
import { headingOf, isItem, type Line } from '../outline/outline.ts';
import type { EventDraft, Piece } from './event-draft.ts';
import { type Facts, readFacts } from './facts.ts';
import { type Field, fieldOf } from './fields.ts';

/** An event after one more line, and what was not understood of that line. */
export interface Described {
  readonly draft: EventDraft;
  readonly faults: readonly Fault[];
}

/**
 * Gives an event the hours (or days) that stand with it, beside the hours it has; hours that come before their day wait for
 * it. `line` is the line of the file that a fault names.
 */
export function narrowDraft(draft: EventDraft, texts: readonly string[], line: number, dates: DateReader): Described {
  const days = texts.find((text) => dates.days(text) !== null);
  if (texts.length === 0) return { draft, faults: [] };
  const added = texts.filter((text) => dates.days(text) === null);
  const hours = [...draft.hours.filter((text) => !added.some((other) => beginTogether(text, other))), ...added];
  if (draft.when === null && days === undefined) return { draft: { ...draft, hours }, faults: [] };
  const reading = dates.combine(draft.daysText, days === undefined ? hours : [days, ...hours]);
  const told = reading === null ? [] : reading.ok ? reading.warnings : [reading.fault];
  return {
    draft: {
      ...draft,
      hours,
      ...(reading?.ok === true ? { when: reading.when } : {}),
      ...(days === undefined ? {} : { daysText: days, isDated: true }),
    },
    faults: told.map((each) => ({ ...each, line })),
  };
}

/** « 14h » and « 14h-17h »: the second says more of the same. */
function beginTogether(hours: string, others: string): boolean {
  const start = (text: string): string => {
    const [, hour, minutes] = /(\d{1,2})\s?(?:h|:)\s?(\d\d)?/i.exec(text) ?? [];
    return hour === undefined ? text : `${Number(hour)}:${minutes ?? '00'}`;
  };
  return start(hours) === start(others);
}

/** Gives an event the date that stands under its heading; a second date is added to the first. */
export function dateDraft(draft: EventDraft, text: string, line: number, dates: DateReader): Described {
  const both = `${draft.daysText} et ${text}`;
  return narrowDraft(draft, [draft.isDated && dates.days(both)?.ok === true ? both : text], line, dates);
}

/** Adds a line under an event to it: hours, venue or partners where the line says so, else a part of its description. */
export function describeDraft(draft: EventDraft, { block, dates, facts, isContact }: Line): Described {
  const { text } = block;
  if (text.length < 80 && dates.isDate(text)) return narrowDraft(draft, [text], block.line, dates);
  const placed = facts === null ? null : placeDraft(draft, facts, block.line, dates);
  if (placed !== null) return placed;
  const field = fieldOf(text);
  const filled = field === null || field.value === '' ? null : fillField(draft, field, block, dates);
  if (filled !== null) return filled;
  if (isContact) return { draft, faults: [] };
  const first = firstSentence(text);
  const inFirst = first === null ? null : readFacts(first.sentence, dates.isDate);
  const placedFirst =
    inFirst === null || inFirst.dates.length === 0 ? null : placeDraft(draft, inFirst, block.line, dates);
  if (first !== null && placedFirst !== null) {
    const rest = withPieces(placedFirst.draft, [pieceOf({ ...block, text: first.rest })]);
    return { ...rest, faults: placedFirst.faults };
  }
  const timed = draft.when?.hours.length === 0 ? splitLeadingHours(text, dates) : null;
  if (timed === null) return withPieces(draft, [pieceOf(block)]);
  const narrowed = narrowDraft(draft, [timed.hours], block.line, dates);
  const described = withPieces(narrowed.draft, [pieceOf({ ...block, text: timed.rest })]);
  return { ...described, faults: narrowed.faults };
}

/** Gives an event the hours and the venue of a line of facts; null where the event has a venue already. */
export function placeDraft(
  draft: EventDraft,
  { dates: texts, venue, town = '' }: Facts,
  line: number,
  dates: DateReader,
): Described | null {
  const hasVenue = (draft.venue ?? draft.heading.venue) !== undefined;
  if (venue !== null && (hasVenue || (town !== '' && draft.heading.town !== ''))) return null;
  // A venue alone is one right under its title only: further down it begins a sentence of the description.
  if (texts.length === 0 && draft.description.length > 0) return null;
  const heading = town === '' ? draft.heading : { ...draft.heading, town };
  return narrowDraft(venue === null ? draft : { ...draft, heading, venue }, texts, line, dates);
}

/** Gives an event what a field says of it; null where the field is a part of its description, or a contact. */
function fillField(
  draft: EventDraft,
  { role, value, label }: Field,
  block: Block,
  dates: DateReader,
): Described | null {
  const plain = (changed: Partial<EventDraft>): Described => ({ draft: { ...draft, ...changed }, faults: [] });
  if (role === 'venue') return plain(venueFields(draft, value, dates));
  if (role === 'partners') return plain({ partners: value });
  if (role === 'town' && draft.heading.town === '') {
    const place = headingOf(value, dates);
    const { department } = place ?? {};
    const town = { town: place?.town ?? value, ...(department === undefined ? {} : { department }) };
    return plain({ heading: { ...draft.heading, ...town } });
  }
  if (role === 'date' || role === 'hours') {
    if (dates.isDate(value)) return narrowDraft(draft, [value], block.line, dates);
    const inner = innerHours(value, dates.isDate);
    if (inner === null) return null;
    const narrowed = narrowDraft(draft, [inner], block.line, dates);
    return { ...withPieces(narrowed.draft, [pieceOf(block)]), faults: narrowed.faults };
  }
  if (role !== 'about' || !/^descripti/i.test(label)) return null;
  return withPieces(draft, [{ text: value, isItem: false }]);
}

/** The venue that a field names; « Ville (60) – CIO » names its town too. */
function venueFields(draft: EventDraft, value: string, dates: DateReader): Partial<EventDraft> {
  const place = draft.heading.town === '' ? headingOf(value, dates) : null;
  if (place?.form !== 'department') return { venue: value };
  const { town, department, title, venue } = place;
  const named = [title, venue ?? ''].filter((text) => text !== '').join(', ');
  const heading = { ...draft.heading, town, ...(department === undefined ? {} : { department }) };
  return named === '' ? { heading } : { heading, venue: named };
}

/** « 18h30, amphithéâtre. Ouverte à tous. »: the first sentence, and what follows it. */
function firstSentence(text: string): { readonly sentence: string; readonly rest: string } | null {
  const [, sentence, rest] = /^([^.]{3,80})\.\s+(\S.*)$/u.exec(text) ?? [];
  return sentence === undefined || rest === undefined ? null : { sentence, rest };
}

function pieceOf(block: Block): Piece {
  return { text: block.text, isItem: isItem(block) };
}

/** Adds lines to the description of an event as they are. */
export function withPieces(draft: EventDraft, pieces: readonly Piece[]): Described {
  return { draft: { ...draft, description: [...draft.description, ...pieces] }, faults: [] };
}

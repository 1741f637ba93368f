import type { Block } from '../documents/block.ts';
import type { Fault } from '../fault.ts';
import { isContactLine } from './contact.ts';
import type { EventDraft, Piece } from './event-draft.ts';
import { isItem } from './outline.ts';
import type { DateReader } from './read-dates.ts';

/** An event after one more line, and what was not understood of that line. */
export interface Described {
  readonly draft: EventDraft;
  readonly faults: readonly Fault[];
}

const LABEL = /^(?<label>lieu|horaires?|heures?|dates?|quand|partenaires?)\s*:\s*(?<value>\S.*)$/i;

/** Gives an event the hours (or days) that stand with it. `line` is the line of the file that a fault names. */
export function narrowDraft(draft: EventDraft, texts: readonly string[], line: number, dates: DateReader): Described {
  const days = texts.find((text) => dates.days(text) !== null);
  if (texts.length === 0 || (draft.when === null && days === undefined)) return { draft, faults: [] };
  const reading = dates.combine(draft.daysText, texts);
  const told = reading === null ? [] : reading.ok ? reading.warnings : [reading.fault];
  return {
    draft: {
      ...draft,
      ...(reading?.ok === true ? { when: reading.when } : {}),
      ...(days === undefined ? {} : { daysText: days, isDated: true }),
    },
    faults: told.map((each) => ({ ...each, line })),
  };
}

/** Gives an event the date that stands under its heading; a second date is added to the first. */
export function dateDraft(draft: EventDraft, text: string, line: number, dates: DateReader): Described {
  const both = `${draft.daysText} et ${text}`;
  return narrowDraft(draft, [draft.isDated && dates.days(both)?.ok === true ? both : text], line, dates);
}

/** Adds a line under an event to it: hours, venue or partners where the line says so, else a part of its description. */
export function describeDraft(draft: EventDraft, block: Block, dates: DateReader): Described {
  const { label, value } = LABEL.exec(block.text)?.groups ?? {};
  if (block.text.length < 80 && dates.isDate(block.text)) return narrowDraft(draft, [block.text], block.line, dates);
  if (label === undefined || value === undefined)
    return isContactLine(block.text) ? { draft, faults: [] } : withPiece(draft, block);
  if (/^l/i.test(label)) return { draft: { ...draft, venue: value }, faults: [] };
  if (/^p/i.test(label)) return { draft: { ...draft, partners: value }, faults: [] };
  return dates.isDate(value) ? narrowDraft(draft, [value], block.line, dates) : withPiece(draft, block);
}

function withPiece(draft: EventDraft, block: Block): Described {
  return withPieces(draft, [{ text: block.text, isItem: isItem(block) }]);
}

/** Adds lines to the description of an event as they are. */
export function withPieces(draft: EventDraft, pieces: readonly Piece[]): Described {
  return { draft: { ...draft, description: [...draft.description, ...pieces] }, faults: [] };
}

import type { Block } from '../documents/block.ts';
import type { Fault } from '../fault.ts';
import { isContactLine } from './contact.ts';
import type { EventDraft } from './event-draft.ts';
import { isItem } from './outline.ts';
import type { DateReader } from './read-dates.ts';

const LABEL = /^(?<label>lieu|horaires?|heures?|dates?|quand|partenaires?)\s*:\s*(?<value>\S.*)$/i;

/** Gives an event the hours (or days) that stand with it; answers what was not understood of them. */
export function narrowDraft(draft: EventDraft, texts: readonly string[], line: number, dates: DateReader): Fault[] {
  const days = texts.find((text) => dates.days(text) !== null);
  if (texts.length === 0 || (draft.when === null && days === undefined)) return [];
  const reading = dates.combine(draft.daysText, texts);
  if (reading?.ok === true) draft.when = reading.when;
  if (days !== undefined) {
    draft.daysText = days;
    draft.isDated = true;
  }
  const told = reading === null ? [] : reading.ok ? reading.warnings : [reading.fault];
  return told.map((each) => ({ ...each, line }));
}

/** Gives an event the date that stands under its heading; a second one is added to the first. */
export function dateDraft(draft: EventDraft, text: string, line: number, dates: DateReader): Fault[] {
  const both = `${draft.daysText} et ${text}`;
  return narrowDraft(draft, [draft.isDated && dates.days(both)?.ok === true ? both : text], line, dates);
}

/** Adds a line under an event to it: hours, venue or partners where it says so, else a part of its description. */
export function describeDraft(draft: EventDraft, block: Block, dates: DateReader): Fault[] {
  const { label, value } = LABEL.exec(block.text)?.groups ?? {};
  if (block.text.length < 80 && dates.isDate(block.text)) return narrowDraft(draft, [block.text], block.line, dates);
  if (label === undefined || value === undefined) {
    if (!isContactLine(block.text)) draft.description.push({ text: block.text, isItem: isItem(block) });
  } else if (/^l/i.test(label)) draft.venue = value;
  else if (/^p/i.test(label)) draft.partners = value;
  else if (dates.isDate(value)) return narrowDraft(draft, [value], block.line, dates);
  else draft.description.push({ text: block.text, isItem: isItem(block) });
  return [];
}

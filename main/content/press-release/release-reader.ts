import type { WhenRule } from '../../calendar/when.ts';
import type { Block } from '../documents/block.ts';
import { type Fault, fault, quoted } from '../documents/fault.ts';
import { redact } from '../documents/redact.ts';
import { beginsAsEvent } from './category.ts';
import { isContactLine, isPressContact } from './contact.ts';
import { type DatedLine, readDatedLine } from './dated-line.ts';
import { type EventDraft, finishDraft } from './event-draft.ts';
import { type EventHeading, readEventHeading, readTitle } from './event-heading.ts';
import type { PressEvent, PressRelease } from './press-release.ts';
import type { DateReader, DateReading } from './read-dates.ts';

/** Reads blocks one after the other; `finish` answers what they held. */
export interface ReleaseReader {
  readonly read: (block: Block) => void;
  readonly finish: () => PressRelease;
}

/** The date heading that what follows stands under. */
interface Section {
  readonly daysText: string;
  /** null where its date could not be read: what stands under it is not shown. */
  readonly when: WhenRule | null;
  readonly level: number;
  /** Told only if an event stands under it: the release’s own date is no concern of the wall. */
  readonly warnings: Fault[];
}

interface TownHeading {
  readonly town: string;
  readonly department?: string;
  readonly level: number;
}

const MOST_EVENTS = 500;
/** No heading of an event is longer. */
const LONGEST_HEADING = 320;
/** Page numbers, rules, and addresses alone on their line. */
const NOISE = /^(?:(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur)\s*\d{1,3})?|[-–—_*=.·•\s]+|(?:https?:\/\/|www\.)\S+)$/i;
const LABEL = /^(?<label>lieu|horaires?|heures?|dates?|partenaires?)\s*:\s*(?<value>\S.*)$/i;

/** A reader for one release; `blocks` are only looked at for how the release sets its events apart. */
export function createReleaseReader(dates: DateReader, blocks: readonly Block[]): ReleaseReader {
  const hasHeadings = blocks.some((block) => isStyled(block) && headingOf(block.text, dates)?.form === 'department');
  const events: PressEvent[] = [];
  const warnings: Fault[] = [];
  let section: Section | null = null;
  let draft: EventDraft | null = null;
  let town: TownHeading | null = null;
  let inContact = false;

  const closeEvent = (): void => {
    const event = draft === null ? null : finishDraft(draft);
    if (event !== null && events.length < MOST_EVENTS) events.push(event);
    draft = null;
  };

  const openSection = (block: Block, reading: DateReading): void => {
    closeEvent();
    inContact = false;
    if (town !== null && !(block.level > town.level && town.level > 0)) town = null;
    const told = reading.ok ? reading.warnings : [undatedSection(block, reading.fault)];
    section = {
      daysText: block.text,
      when: reading.ok ? reading.when : null,
      level: block.level,
      warnings: told.map((each) => ({ ...each, line: block.line })),
    };
  };

  const openEvent = (block: Block, heading: EventHeading, under: Section): void => {
    closeEvent();
    warnings.push(...under.warnings.splice(0));
    if (under.when === null) return;
    const place =
      heading.town === '' && town !== null ? { ...heading, town: town.town, department: town.department } : heading;
    draft = {
      heading: place as EventHeading,
      when: under.when,
      daysText: under.daysText,
      line: block.line,
      level: block.level,
      isItem: isItem(block),
      description: [],
    };
    if (heading.dates.length > 0) narrow(draft, heading.dates, block.line);
  };

  /** Hours (or other days) that stand with the event itself. */
  const narrow = (event: EventDraft, texts: readonly string[], line: number): void => {
    const reading = dates.combine(event.daysText, texts);
    if (reading?.ok === true) event.when = reading.when;
    const told = reading === null ? [] : reading.ok ? reading.warnings : [reading.fault];
    warnings.push(...told.map((each) => ({ ...each, line })));
  };

  const readDated = (block: Block, { reading, daysText, rest }: DatedLine): boolean => {
    const heading = headingOf(rest, dates) ?? titleOnly(rest, dates);
    if (heading.title === '' || isPressContact(rest) || /^communiqué|^dossier de presse/i.test(rest)) return false;
    const own: Section = { daysText, when: reading.ok ? reading.when : null, level: 0, warnings: [] };
    const told = reading.ok ? reading.warnings : [undatedSection(block, reading.fault)];
    own.warnings.push(...told.map((each) => ({ ...each, line: block.line })));
    openEvent(block, heading, own);
    inContact = false;
    return true;
  };

  /** The event that a block announces, or null where it announces none. */
  const announced = (block: Block): EventHeading | null => {
    const heading = headingOf(block.text, dates);
    const styled = isStyled(block);
    const running = !styled && /[.;,…]$/.test(block.text);
    // Under an event that has a heading of its own, lists and plain lines are its description.
    const isOver = !hasHeadings || draft === null || draft.isItem;
    if (heading?.form === 'department') return running && !isItem(block) ? null : heading;
    if (heading?.form === 'town') {
      if (styled)
        return draft === null || block.level === 0 || block.level <= draft.level || draft.level === 0 ? heading : null;
      if (isItem(block)) return isOver ? heading : null;
      return hasHeadings || running || block.kind === 'quote' || block.text.length > 200 ? null : heading;
    }
    const standsApart =
      (styled && (!hasHeadings || (block.level > 0 && block.level <= (draft?.level ?? 6)))) ||
      (isItem(block) && isOver && draft?.isItem !== false);
    const begins = beginsAsEvent(block.text) || town !== null;
    return standsApart && begins && block.text.length <= 200 ? titleOnly(block.text, dates) : null;
  };

  const readBelow = (block: Block): void => {
    if (draft === null) return;
    if (block.level > 0) {
      if (draft.level === 0 || block.level <= draft.level) closeEvent();
      return;
    }
    const { label, value } = LABEL.exec(block.text)?.groups ?? {};
    if (block.text.length < 80 && dates.isDate(block.text)) narrow(draft, [block.text], block.line);
    else if (label !== undefined && value !== undefined && /^[hd]/i.test(label) && dates.isDate(value))
      narrow(draft, [value], block.line);
    else if (value !== undefined && /^l/i.test(label ?? '')) draft.venue = value;
    else if (value !== undefined && /^p/i.test(label ?? '')) draft.partners = value;
    else if (isContactLine(block.text) && redact(block.text) !== block.text) return;
    else draft.description.push({ text: block.text, isItem: isItem(block) });
  };

  const read = (written: Block): void => {
    const block = { ...written, text: written.text.replace(/^[•‣▪◦·\s]+|^[-–—]\s+/u, '').trim() };
    if (block.text === '' || NOISE.test(block.text)) return;
    if (isPressContact(block.text)) {
      closeEvent();
      inContact = true;
      return;
    }
    const days = dates.days(block.text);
    // Hours and days under an event in small print narrow it; a date set apart opens a section.
    if (days !== null) {
      openSection(block, days);
      return;
    }
    const dated =
      block.text.length <= LONGEST_HEADING &&
      !(block.kind === 'paragraph' && /[.;,]$/.test(block.text) && !isStyled(block))
        ? readDatedLine(block.text, dates)
        : null;
    if (dated !== null && readDated(block, dated)) return;
    if (inContact) return;
    const heading = announced(block);
    if (heading === null) {
      readBelow(block);
      return;
    }
    if (heading.title === '') {
      closeEvent();
      town = {
        town: heading.town,
        ...(heading.department ? { department: heading.department } : {}),
        level: block.level,
      };
      return;
    }
    const own = heading.dates.find((each) => dates.days(each)?.ok === true);
    const ownDays = own === undefined ? null : dates.days(own);
    if (section === null && ownDays?.ok !== true) return;
    openEvent(
      block,
      heading,
      section ?? { daysText: own ?? '', when: ownDays?.ok ? ownDays.when : null, level: 0, warnings: [] },
    );
  };

  const finish = (): PressRelease => {
    closeEvent();
    return { events, warnings };
  };
  return { read, finish };
}

function headingOf(text: string, dates: DateReader): EventHeading | null {
  return text.length > LONGEST_HEADING ? null : readEventHeading(text, dates.isDate);
}

function titleOnly(text: string, dates: DateReader): EventHeading {
  return { town: '', ...readTitle(text, true, dates.isDate), form: 'title' };
}

/** Blocks that the writer set apart from running text. */
function isStyled(block: Block): boolean {
  return block.level > 0 || block.bold === true;
}

function isItem(block: Block): boolean {
  return block.kind === 'list-item' || block.kind === 'table-row';
}

function undatedSection(block: Block, cause: Fault): Fault {
  return fault(
    cause.code,
    `${cause.message} Ce qui est annoncé sous ${quoted(block.text)} n’est donc pas affiché.`,
    cause.advice,
    block.line,
  );
}

import type { Block } from '../documents/block.ts';
import { redact } from '../documents/redact.ts';
import { type Fault, fault, quoted } from '../fault.ts';
import { announced, titleOnly } from './announced.ts';
import { beginsAsEvent } from './category.ts';
import { isContactHeading, isContactLine } from './contact.ts';
import { readDatedLine, readDateInSentence } from './dated-line.ts';
import { dateDraft, describeDraft, narrowDraft } from './describe-draft.ts';
import { type EventDraft, finishDraft } from './event-draft.ts';
import type { EventHeading } from './event-heading.ts';
import {
  datesStandBelow,
  headingOf,
  isAbove,
  isEventLine,
  isItem,
  isRunning,
  isStyled,
  type Line,
  LONGEST_HEADING,
} from './outline.ts';
import { beginsAsVenue } from './places.ts';
import type { PressEvent, PressRelease } from './press-release.ts';
import type { DateReader } from './read-dates.ts';
import {
  closedSection,
  closesSection,
  mayBeTitleLine,
  type Section,
  sectionOf,
  takenAsDate,
  wordyHeading,
} from './section.ts';
import { type Columns, cellsOf, readColumns, readRow } from './table-columns.ts';
import { readTitleWithTown, trailingDate } from './title.ts';

interface TownHeading {
  readonly town: string;
  readonly department?: string;
  readonly level: number;
}

const MOST_EVENTS = 500;

/** What was read, and how many events the text announces, dated or not. */
export interface ReadEvents extends PressRelease {
  readonly announcements: number;
}

/** The events that the lines of a release announce, and what was not understood of them. */
export function readEvents(lines: readonly Line[], dates: DateReader): ReadEvents {
  const hasHeadings = lines.some(({ block, heading }) => isStyled(block) && heading?.form === 'department');
  const isBelow = datesStandBelow(lines, dates);
  const events: PressEvent[] = [];
  let announcements = 0;
  const warnings: Fault[] = [];
  let section: Section | null = null;
  let draft: EventDraft | null = null;
  let town: TownHeading | null = null;
  let inContact = false;
  let table: Columns | null = null;
  /** Level of the last event in the section; null before its first. */
  let eventLevel: number | null = null;
  /** What the next plain line is: the title of an event, or the venue of one that has just been named. */
  let awaits: 'title' | 'venue' | null = null;

  const closeEvent = (): void => {
    const event = draft === null ? null : finishDraft(draft);
    if (event !== null && events.length < MOST_EVENTS) events.push(event);
    if (draft?.when === null) warnings.push(undated(draft));
    draft = null;
  };

  const openSection = (opened: Section): void => {
    closeEvent();
    inContact = false;
    if (town !== null && !(opened.level > town.level && town.level > 0)) town = null;
    section = opened;
    eventLevel = null;
    awaits = 'title';
  };

  const openEvent = (block: Block, heading: EventHeading, under: Section | null): void => {
    closeEvent();
    eventLevel = block.level;
    announcements++;
    warnings.push(...(under?.warnings.splice(0) ?? []));
    if (under !== null && under.when === null) return;
    const place =
      heading.town === '' && town !== null ? { ...heading, town: town.town, department: town.department } : heading;
    draft = {
      heading: place as EventHeading,
      when: under?.when ?? null,
      daysText: under?.daysText ?? '',
      isDated: false,
      line: block.line,
      level: block.level,
      isItem: isItem(block),
      description: [],
    };
    warnings.push(...narrowDraft(draft, heading.dates, block.line, dates));
  };

  const readDated = (line: Line): boolean => {
    const { block } = line;
    if (block.text.length > LONGEST_HEADING || (block.kind === 'paragraph' && isRunning(block))) return false;
    const parted = readDatedLine(block.text, dates);
    const dated = parted ?? readDateInSentence(block.text, dates);
    if (dated === null) return false;
    const { reading, daysText, rest } = dated;
    const heading = headingOf(rest, dates) ?? titleOnly(rest, dates);
    if (parted === null && town === null && heading.form !== 'department') return false;
    const isPrivate = isContactHeading(rest) || isContactLine(rest) || (inContact && redact(rest) !== rest);
    if (heading.title === '' || isPrivate || /^communiqué|^dossier de presse/i.test(rest)) return false;
    openEvent(block, heading, sectionOf(line, daysText, reading, 0));
    inContact = false;
    return true;
  };

  /** A row of a table with a heading row; a date that is merged over several rows holds for all of them. */
  const readTableRow = (line: Line): boolean => {
    const { block } = line;
    if (block.kind !== 'table-row') {
      // The date of its last row is not that of what follows a table.
      if (table?.meanings.includes('date')) section = null;
      table = null;
      return false;
    }
    if (inContact) return false;
    if (table === null) {
      table = readColumns(cellsOf(block));
      return table !== null;
    }
    const row = readRow(cellsOf(block), table, dates);
    if (row === null) return false;
    const reading = dates.days(row.days);
    if (reading !== null) openSection(sectionOf(line, row.days, reading, 0));
    else if (row.days !== '') openSection(closedSection(line));
    openEvent(block, row.heading, section);
    if (draft !== null)
      (draft as EventDraft).description.push(...row.description.map((text) => ({ text, isItem: true })));
    return true;
  };

  /** A plain line right under a date or a town is the title of an event, and the one under that its venue. */
  const readAwaited = (line: Line, awaited: 'title' | 'venue'): boolean => {
    const { block } = line;
    if (!mayBeTitleLine(line) || isContactLine(block.text)) return false;
    if (awaited === 'venue') {
      const { text, date } = trailingDate(block.text, dates.isDate);
      if (draft === null || draft.heading.venue !== undefined || !(date !== null || beginsAsVenue(text))) return false;
      draft.venue = text;
      if (date !== null) warnings.push(...narrowDraft(draft, [date], block.line, dates));
      return true;
    }
    if (section === null || (town === null && (hasHeadings || !beginsAsEvent(block.text)))) return false;
    const heading: EventHeading = { ...readTitleWithTown(block.text, dates.isDate), form: 'title' };
    if (heading.title === '') return false;
    openEvent(block, heading, section);
    awaits = 'venue';
    return true;
  };

  const readBelow = (block: Block): void => {
    if (draft === null) return;
    if (block.level > 0) {
      if (draft.level === 0 || block.level <= draft.level) closeEvent();
      return;
    }
    warnings.push(...describeDraft(draft, block, dates));
  };

  /** Dates, alone on their line or in a heading with other words. */
  const readDays = (line: Line, at: number): boolean => {
    const { block, days } = line;
    if (days !== null) {
      const isOwn = draft !== null && !inContact && (days.labelled || (isBelow && !isAbove(block, lineOf(draft))));
      if (isOwn && draft !== null) warnings.push(...dateDraft(draft, days.text, block.line, dates));
      else openSection(sectionOf(line, days.text, days.reading));
      return true;
    }
    const wordy = wordyHeading(lines, at, dates);
    if (wordy === null) return false;
    const opened = sectionOf(line, wordy.daysText, wordy.reading);
    if (!isStyled(block) && wordy.town === null) opened.warnings.push(takenAsDate(line, wordy));
    openSection(opened);
    if (wordy.town !== null) town = { ...wordy.town, level: block.level };
    return true;
  };

  const readTown = (block: Block, heading: EventHeading): void => {
    closeEvent();
    const { department } = heading;
    town = { town: heading.town, ...(department ? { department } : {}), level: block.level };
    awaits = 'title';
  };

  const read = (line: Line, at: number): void => {
    const { block } = line;
    const awaited = awaits;
    awaits = null;
    if (isContactHeading(block.text)) {
      closeEvent();
      inContact = true;
      return;
    }
    if (readTableRow(line) || readDays(line, at) || readDated(line)) return;
    if (inContact && !endsContact(line, at)) return;
    inContact = false;
    const heading = isContactLine(block.text)
      ? null
      : announced(line, { draft, hasHeadings, hasTown: town !== null }, dates);
    if (heading === null) {
      if (awaited !== null && readAwaited(line, awaited)) return;
      if (section !== null && closesSection(lines, at, { section, eventLevel }, dates))
        openSection(closedSection(line));
      else readBelow(block);
      return;
    }
    if (heading.title === '') readTown(block, heading);
    else if (section !== null || isBelow || heading.form === 'department' || heading.dates.some(hasDays))
      openEvent(block, heading, section);
  };

  const hasDays = (text: string): boolean => dates.days(text)?.ok === true;

  /** An event that is set apart ends a contact that stood above the programme. */
  const endsContact = (line: Line, at: number): boolean =>
    isEventLine(line, dates) &&
    (isBelow ? lines[at + 1]?.days != null : isStyled(line.block) && line.heading?.form === 'department') &&
    !beginsAsVenue(line.heading?.title ?? '');

  lines.forEach(read);
  closeEvent();
  return { events, warnings, announcements };
}

function lineOf({ level }: EventDraft): Block {
  return { kind: 'heading', level, text: '', line: 0 };
}

function undated({ heading, line }: EventDraft): Fault {
  const name = heading.town === '' ? heading.title : `${heading.town} : ${heading.title}`;
  return fault(
    'release-event-undated',
    `${quoted(name)} n’a pas de date comprise : cet événement n’est pas affiché.`,
    'Écrivez sa date seule sur une ligne, au-dessus ou au-dessous de son titre, par exemple « Mardi 5 mai ».',
    line,
  );
}

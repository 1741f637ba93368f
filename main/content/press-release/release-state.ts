import type { WhenRule } from '../../when/when.ts';
import type { Block } from '../documents/block.ts';
import { type Fault, fault, quoted } from '../faults/fault.ts';
import { newDayUnread } from '../status.ts';
import { innerHours } from './days/inner-hours.ts';
import { type Described, narrowDraft } from './event/describe-draft.ts';
import type { EventDraft } from './event/event-draft.ts';
import type { EventHeading } from './event/event-heading.ts';
import type { Line, LineStatus } from './outline/outline.ts';
import type { Section } from './outline/section.ts';
import { shapeOf } from './outline/siblings.ts';
import type { Columns } from './rules/table-columns.ts';

/** A release that is being read: its lines, and what is known of it as a whole. */
export interface Release {
  readonly lines: readonly Line[];
  /** The release sets its events apart with headings. */
  readonly hasHeadings: boolean;
  /** The date of an event stands under its heading, not above it. */
  readonly datesBelow: boolean;
  /** The ranks of the lines that are the venues of the dated lines under them. */
  venuesOfDates(): ReadonlySet<number>;
  /** Staff wrote that the contacts of the file are public: only its press contact is left out. */
  readonly keepsContacts: boolean;
}

/** A town or a department that stands alone on its line, for the events under it. */
interface TownHeading {
  /** Empty where only a department is named. */
  readonly town: string;
  readonly department?: string;
  /** The venue under it, of the same events. */
  readonly venue?: string;
  /** It stands above lines that begin with their dates: it is that of each of them. */
  readonly aboveDates?: true;
  readonly level: number;
}

/** What is known after some lines of a release. A new line gives a new state. */
export interface ReleaseState {
  /** The date heading that the next lines stand under. */
  readonly section: Section | null;
  /** The event whose description is being read. */
  readonly draft: EventDraft | null;
  readonly town: TownHeading | null;
  /** True under the heading of a contact: nothing there may reach a screen. */
  readonly inContact: boolean;
  /** The columns of the table that is being read. */
  readonly table: Columns | null;
  /** Level of the last event in the section; null before its first. */
  readonly eventLevel: number | null;
  /** What the next plain line may be: the title of an event, or the venue of the event that was just named. */
  readonly awaits: 'title' | 'venue' | null;
  /** The events that have been read to their end. */
  readonly closed: readonly EventDraft[];
  readonly warnings: readonly Fault[];
  /** Lines that no rule understands. */
  readonly lost: readonly Block[];
  /** What stands above the first event and begins with days: an introduction, if an event is on one of them. */
  readonly ahead: readonly { readonly block: Block; readonly when: WhenRule | null }[];
  /** How many events the text announces, dated or not. */
  readonly announcements: number;
  /** How many of them are forms: « Date : … », « Lieu : … ». */
  readonly forms: number;
}

export const INITIAL_STATE: ReleaseState = {
  section: null,
  draft: null,
  town: null,
  inContact: false,
  table: null,
  eventLevel: null,
  awaits: null,
  closed: [],
  warnings: [],
  lost: [],
  ahead: [],
  announcements: 0,
  forms: 0,
};

/** Ends the event that is being read; an event that got no date is told instead. */
export function closeEvent(state: ReleaseState): ReleaseState {
  const { draft, closed, warnings } = state;
  if (draft === null) return state;
  return draft.when === null
    ? { ...state, draft: null, warnings: [...warnings, undated(draft)] }
    : { ...state, draft: null, closed: [...closed, draft] };
}

/** Begins what stands under a date. A town stays only where the date stands under it. */
export function openSection(state: ReleaseState, section: Section): ReleaseState {
  const closed = closeEvent(state);
  return { ...closed, section, town: townAbove(state, section), inContact: false, eventLevel: null, awaits: 'title' };
}

/** The town that holds for a date too, since the date stands under it. */
export function townAbove({ town }: ReleaseState, { level }: Section): ReleaseState['town'] {
  return town !== null && (town.aboveDates || (town.level > 0 && level > town.level)) ? town : null;
}

/** Begins what stands under a town. */
export function openTown(
  state: ReleaseState,
  block: Block,
  { town, department }: Pick<EventHeading, 'town' | 'department'>,
): ReleaseState {
  const heading = { town, ...(department ? { department } : {}), level: block.level };
  return { ...closeEvent(state), town: heading, inContact: false, awaits: 'title' };
}

/** Adds the venue of the events under it, and the town that it names itself, to what stands above them. */
export function openVenue(state: ReleaseState, venue: string, named?: string): ReleaseState {
  const town = state.town ?? { town: '', level: 0 };
  return { ...state, town: { ...town, ...(named === undefined ? {} : { town: named }), venue } };
}

/** True where the events under a line are in a town that stands above it. */
export function hasTown({ town }: ReleaseState): boolean {
  return town !== null && town.town !== '';
}

/** Begins an event, dated by `under`. An event under a date that could not be read is counted and not shown. */
export function openEvent(
  state: ReleaseState,
  { line: { block, dates, entry, status: own } }: { readonly line: Line },
  heading: EventHeading,
  under: Section | null,
): ReleaseState {
  const closed = closeEvent(state);
  const opened = {
    ...closed,
    // The warnings of a date are told once, with the first event that stands under it.
    section: under !== null && under === closed.section ? { ...under, warnings: [] } : closed.section,
    inContact: false,
    eventLevel: block.level,
    announcements: closed.announcements + 1,
    warnings: [...closed.warnings, ...(under?.warnings ?? [])],
  };
  if (under !== null && under.when === null) return opened;
  const draft: EventDraft = {
    heading: closed.town === null ? heading : inTown(heading, closed.town),
    when: under?.when ?? null,
    daysText: under?.daysText ?? '',
    isDated: false,
    line: block.line,
    level: block.level,
    shape: shapeOf(block),
    hoursFirst: entry?.hoursFirst === true,
    hours: [],
    description: [],
  };
  // « Mardi 5 mai, 14 h : spectacle (bus à 13 h) »: its day has its hour, and another one is not when it begins.
  const isTimed = under !== null && under !== state.section && (under.when?.hours.length ?? 0) > 0;
  const within = heading.dates.length === 0 && !isTimed ? innerHours(heading.title, dates.isDate) : null;
  const told = withDraft(opened, withStatus(draft, own ?? under?.status ?? null));
  return withDraft(told, narrowDraft(told.draft, within === null ? heading.dates : [within], block.line, dates));
}

/** An event with what its line, or the date above it, says of whether it takes place. */
export function withStatus(draft: EventDraft, told: Pick<LineStatus, 'status' | 'unread'> | null): Described {
  if (told === null) return { draft, faults: [] };
  const faults = told.unread === null ? [] : [{ ...newDayUnread(told.unread), line: draft.line }];
  return { draft: { ...draft, status: told.status }, faults };
}

/** The heading of an event with the town above it, or with the department above its own town. */
function inTown(heading: EventHeading, { town, department, venue }: TownHeading): EventHeading {
  if (venue !== undefined && heading.venue === undefined)
    return inTown({ ...heading, venue }, { town, level: 0, ...(department === undefined ? {} : { department }) });
  if (town === '' && department === undefined) return heading;
  if (heading.town !== '' && (town !== '' || heading.department !== undefined)) return heading;
  const { department: _none, ...rest } = heading;
  return {
    ...rest,
    town: heading.town === '' ? town : heading.town,
    ...(department === undefined ? {} : { department }),
  };
}

/** The state with another draft of its event, and with what was not understood of the line. */
export function withDraft<State extends ReleaseState>(
  state: State,
  { draft, faults }: Described,
): State & { readonly draft: EventDraft } {
  return { ...state, draft, warnings: [...state.warnings, ...faults] };
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

import { once } from '../../lib/once.ts';
import { datesStandBelow } from './days/dates-below.ts';
import { isWithin } from './days/leading-days.ts';
import { isContactHeading } from './event/contact.ts';
import { finishDraft } from './event/event-draft.ts';
import { isStyled } from './outline/is-styled.ts';
import type { Line } from './outline/outline.ts';
import { underTitle } from './outline/steps.ts';
import { venueFirst } from './places/venue-first.ts';
import type { PressRelease } from './press-release.ts';
import { closeEvent, INITIAL_STATE, type Release, type ReleaseState } from './release-state.ts';
import { contactHeading, contactLine } from './rules/contact-rules.ts';
import {
  datedLine,
  dateHeading,
  ownDate,
  ownStatus,
  programmeDate,
  releaseDate,
  unknownPeriod,
  wordyDate,
} from './rules/date-rules.ts';
import {
  awaitedTitle,
  awaitedVenue,
  description,
  endOfSection,
  entryLine,
  eventHeading,
  townHeading,
} from './rules/event-rules.ts';
import { formTitle } from './rules/form-rules.ts';
import { hoursHeading, ownHours } from './rules/hours-rules.ts';
import { linesLost } from './rules/lost-lines.ts';
import { monthHeading } from './rules/month-rules.ts';
import { placedDate } from './rules/placed-date-rules.ts';
import type { Place, Rule } from './rules/rule.ts';
import { session } from './rules/session-rules.ts';
import { tableHeading, tableRow } from './rules/table-rules.ts';
import { bareTown, bareVenue, departmentHeading, venueOfDates, venuesOfDates } from './rules/town-rules.ts';

/** The ways to understand a line, in their order: the first that applies is taken, and the last always applies. */
export const RULES: readonly Rule[] = [
  contactHeading,
  releaseDate,
  tableHeading,
  tableRow,
  formTitle,
  ownStatus,
  ownDate,
  venueOfDates,
  session,
  venueFirst,
  dateHeading,
  monthHeading,
  unknownPeriod,
  ownHours,
  hoursHeading,
  programmeDate,
  wordyDate,
  placedDate,
  datedLine,
  contactLine,
  departmentHeading,
  townHeading,
  bareTown,
  bareVenue,
  eventHeading,
  awaitedVenue,
  entryLine,
  awaitedTitle,
  endOfSection,
  description,
];

/** No screen shows more events of one release. */
const MAX_EVENTS = 500;

/** What was read, and how many events the text announces, dated or not. */
export interface ReadEvents extends PressRelease {
  readonly announcements: number;
  /** How many of the events are forms, or one with its steps. */
  readonly forms: number;
}

/** The release that `lines` are, before its first line is read. */
export function releaseOf(lines: readonly Line[], keepsContacts = false): Release {
  const hasHeadings = lines.some(({ block, heading }) => isStyled(block) && heading?.form === 'department');
  const venues = once(() => venuesOfDates(lines));
  return { lines, hasHeadings, datesBelow: datesStandBelow(lines), venuesOfDates: venues, keepsContacts };
}

/**
 * The events that the lines of a release announce, and what was not understood of them; `keepsContacts`: their numbers and
 * addresses are public.
 */
export function readEvents(lines: readonly Line[], keepsContacts: boolean): ReadEvents {
  const release = releaseOf(lines, keepsContacts);
  const last = lines.reduce((state, line, at) => step(state, { line, at, release }), INITIAL_STATE);
  const { closed, warnings, announcements, forms, ...unread } = closeEvent(last);
  const titled = underTitle(closed, lines);
  const days = closed.flatMap(({ when }) => when ?? []);
  const ahead = unread.ahead.filter(({ when }) => when === null || !days.some((each) => isWithin(each, when)));
  const lost = [...ahead.map(({ block }) => block), ...unread.lost].filter(({ line }) => !titled?.lines.has(line));
  const events = (titled?.drafts ?? closed).flatMap((draft) => finishDraft(draft, keepsContacts) ?? []);
  const told = lost.length === 0 ? warnings : [...warnings, linesLost(lost)];
  return {
    events: events.slice(0, MAX_EVENTS),
    warnings: told,
    announcements,
    forms: titled?.isOne ? forms + 1 : forms,
  };
}

/** The state after one more line. */
export function step(state: ReleaseState, place: Omit<Place, 'awaited'>): ReleaseState {
  const before = { ...leaveTable(state, place.line), awaits: null };
  const here = { ...place, awaited: state.awaits };
  for (const { read } of RULES) {
    const after = read(before, here);
    if (after !== null) return after;
  }
  return before;
}

/** A line that is no row ends a table. The date of the last row is not the date of what follows the table. */
function leaveTable(state: ReleaseState, { block }: Line): ReleaseState {
  if (state.table === null || block.kind === 'table-row' || isContactHeading(block.text)) return state;
  return { ...state, table: null, section: state.table.meanings.includes('date') ? null : state.section };
}

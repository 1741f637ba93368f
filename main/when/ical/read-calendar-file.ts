import type { Temporal } from 'temporal-polyfill';
import type { When } from '../when.ts';
import type { CalendarEvent, EventDoubt } from './calendar-event.ts';
import { isPrivate, readCalendarEvent } from './calendar-event.ts';
import * as faultOf from './calendar-faults.ts';
import { calendarWhen } from './calendar-when.ts';
import { type CalendarComponent, readComponents } from './components.ts';
import { type EventDetails, titleOf } from './event-details.ts';
import { type SeriesPart, seriesDays } from './event-series.ts';
import { newestRevisions } from './revisions.ts';
import { createZoneBook, type ZoneBook } from './zone-book.ts';

/** One event of a calendar file, with all the days on which it takes place. */
export interface CalendarFileEvent extends EventDetails {
  readonly uid: string;
  readonly when: When;
  readonly label: string;
  /** Line of its BEGIN:VEVENT, from 1. */
  readonly line: number;
}

/** What a calendar file holds, and what of it could not be read, in French. */
export interface CalendarFile {
  readonly events: readonly CalendarFileEvent[];
  readonly faults: readonly faultOf.CalendarFault[];
}

type Fault = faultOf.CalendarFault;

/** What is read of a file with the place that reads it. */
interface Context {
  readonly book: ZoneBook;
  readonly reference: Temporal.PlainDate | null;
}

/** The title of a private event stands nowhere, not even in a problem. */
const openTitle = (component: CalendarComponent) => (isPrivate(component) ? '' : titleOf(component));

function readEvents(components: readonly CalendarComponent[], { book }: Context) {
  const faults: Fault[] = [];
  const events: CalendarEvent[] = [];
  for (const component of components) {
    const { line, brokenLine, whole } = component;
    const event = whole && brokenLine === null ? readCalendarEvent(component, book) : null;
    if (event) events.push(event);
    else if (!whole) faults.push(faultOf.cutEvent(line));
    else if (brokenLine !== null) faults.push(faultOf.brokenLine(openTitle(component), line, brokenLine));
    else faults.push(faultOf.noStart(openTitle(component), line));
  }
  return { events, faults };
}

function faultOfDoubt(doubt: EventDoubt, title: string, line: number, place: string): Fault {
  switch (doubt.kind) {
    case 'zone':
      return doubt.zone === null
        ? faultOf.unknownZone(doubt.tzid, place, line)
        : faultOf.guessedZone(doubt.tzid, doubt.zone, line);
    case 'rule-ignored':
      return faultOf.ignoredPart(title, doubt.part, line);
    case 'rule-unread':
      return faultOf.unknownRecurrence(title, line);
    case 'day-taken':
      return faultOf.dayTaken(title, line);
    case 'date-unread':
      return faultOf.unreadDates(title, line);
    case 'end-unread':
      return faultOf.unreadEnd(title, line);
    case 'too-long':
      return faultOf.tooLong(title, line);
    case 'backwards':
      return faultOf.endBeforeStart(title, line);
    case 'no-length':
      return faultOf.noLength(title, line);
  }
}

const faultsOf = ({ component, doubts }: CalendarEvent, place: string): Fault[] =>
  doubts.map((doubt) => faultOfDoubt(doubt, titleOf(component), component.line, place));

/** The title, or what stands for it. */
const shownTitle = ({ title, location }: EventDetails) => title || location?.replace(/\s+/gu, ' ') || 'Événement';

function fileEvent({ event, details, strands, once }: SeriesPart, { book, reference }: Context): CalendarFileEvent {
  const when = calendarWhen({ strands, once }, book.place, reference);
  const { line } = event.component;
  return { ...details, title: shownTitle(details), uid: event.uid, when, label: when.label, line };
}

interface Told {
  readonly events: readonly CalendarFileEvent[];
  readonly faults: readonly Fault[];
  /** How many events are not for the public. */
  readonly hidden: number;
}

const isTooLong = ({ doubts }: CalendarEvent) => doubts.some(({ kind }) => kind === 'too-long');

/** A series with its edited occurrences, or an event that stands alone. */
function tellSeries(master: CalendarEvent, overrides: readonly CalendarEvent[], context: Context): Told {
  const { component } = master;
  const title = titleOf(component);
  if (master.isPrivate) return { events: [], faults: [], hidden: 1 };
  const cancelled = { events: [], faults: [faultOf.cancelled(title, component.line)], hidden: 0 };
  if (master.cancelled) return cancelled;
  const involved = [master, ...overrides.filter(({ isPrivate, cancelled }) => !isPrivate && !cancelled)];
  const tooLong = involved.filter(isTooLong);
  const shown = overrides.filter((event) => !isTooLong(event));
  const { place } = context.book;
  const { parts, misplaced, hasIdleExclusion } = seriesDays({ master, overrides: shown, place });
  const hidden = overrides.filter((override) => override.isPrivate).length;
  if (isTooLong(master)) return { events: [], faults: faultsOf(master, place), hidden: 0 };
  if (parts.length === 0 && tooLong.length === 0) return hidden > 0 ? { events: [], faults: [], hidden } : cancelled;
  const guesses = [
    ...misplaced.map((event) => faultOf.misplaced(titleOf(event.component), event.component.line)),
    ...(hasIdleExclusion ? [faultOf.idleExclusion(title, component.line)] : []),
  ];
  const untitled = parts
    .filter(({ details }) => details.title === '')
    .map(({ event, details }) => faultOf.untitled(shownTitle(details), event.component.line));
  return {
    events: parts.map((part) => fileEvent(part, context)),
    faults: [...untitled, ...guesses, ...involved.flatMap((event) => faultsOf(event, place))],
    hidden,
  };
}

/** Everything of one UID. An edited occurrence without its series is an event of its own. */
function tellUid(events: readonly CalendarEvent[], context: Context): Told[] {
  const { masters, overrides, guessed } = newestRevisions(events);
  const [first, ...others] = masters;
  const alone = [...others, ...(first ? [] : overrides.map((event) => ({ ...event, rules: [], recurrenceId: null })))];
  const told = [
    ...(first ? [tellSeries(first, overrides, context)] : []),
    ...alone.map((event) => tellSeries(event, [], context)),
  ];
  const older = guessed.map(({ component }) => faultOf.olderVersion(openTitle(component), component.line));
  return older.length === 0 ? told : [...told, { events: [], faults: older, hidden: 0 }];
}

/** Zones that are told for one event are not told again for the next one. */
function onceEach(faults: readonly Fault[]): Fault[] {
  const zones = new Set<string>();
  return faults.filter(({ code, message }) => {
    if (!code.startsWith('calendar-zone')) return true;
    const isNew = !zones.has(message);
    zones.add(message);
    return isNew;
  });
}

function byUid(events: readonly CalendarEvent[]): Map<string, CalendarEvent[]> {
  const groups = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    const group = groups.get(event.uid);
    if (group) group.push(event);
    else groups.set(event.uid, [event]);
  }
  return groups;
}

/**
 * Reads a calendar file (`.ics`). `zone` is the place's; `reference`, where it is given, is the day from which labels are read,
 * else they have their years. What is broken is a fault, and the rest is kept.
 */
export function readCalendarFile(
  text: string,
  zone: string,
  reference: Temporal.PlainDate | null = null,
): CalendarFile {
  const { isCalendar, properties, components } = readComponents(text);
  if (!isCalendar) return { events: [], faults: [faultOf.notACalendar()] };
  const named = (name: string) => components.filter((component) => component.name === name);
  const written = (name: string) => properties.find((property) => property.name === name)?.value.trim() ?? null;
  const book = createZoneBook(zone, written('x-wr-timezone'), named('VTIMEZONE'));
  const context: Context = { book, reference };
  const eventParts = named('VEVENT');
  const { events, faults } = readEvents(eventParts, context);
  const isCancel = written('method')?.toUpperCase() === 'CANCEL';
  const all = isCancel ? events.map((event) => ({ ...event, cancelled: true })) : events;
  const told = [...byUid(all).values()].flatMap((group) => tellUid(group, context));
  const hidden = told.reduce((sum, each) => sum + each.hidden, 0);
  const others = named('VTODO').length + named('VJOURNAL').length;
  return {
    events: told.flatMap((each) => each.events).toSorted((a, b) => a.line - b.line),
    faults: [
      ...(hidden > 0 ? [faultOf.privateEvents(hidden)] : []),
      ...faults,
      ...onceEach(told.flatMap((each) => each.faults)).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      ...(others > 0 ? [faultOf.otherComponents(others)] : []),
      ...(eventParts.length === 0 ? [faultOf.noEvents()] : []),
    ],
  };
}

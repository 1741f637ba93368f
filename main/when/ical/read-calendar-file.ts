import type { Temporal } from 'temporal-polyfill';
import { grouped } from '../../lib/grouped.ts';
import type { When } from '../when.ts';
import { type CalendarEvent, readCalendarEvent } from './calendar-event.ts';
import * as faultOf from './calendar-faults.ts';
import { calendarWhen } from './calendar-when.ts';
import { type EventDetails, titleOf } from './event-details.ts';
import { faultsOfEvent, isStartOdd } from './faults-of-event.ts';
import { type CalendarComponent, type CalendarPart, readCalendars, writtenOf } from './file/calendar-components.ts';
import { newestRevisions } from './newest-revisions.ts';
import { isBusyMark, isPrivate } from './private-event.ts';
import { type SeriesPart, seriesDays } from './series-days.ts';
import { createZoneBook } from './zones/zone-book.ts';

/** One event of a calendar file, with all the days on which it takes place. */
interface CalendarFileEvent extends EventDetails {
  readonly uid: string;
  readonly when: When;
  readonly label: string;
  /** Line of its BEGIN:VEVENT, from 1. */
  readonly line: number;
}

/** What a calendar file holds, and what of it could not be read, in French. */
export interface CalendarFile {
  readonly events: readonly CalendarFileEvent[];
  /** What is cancelled: events, and single occurrences of series, on the days on which they would have taken place. */
  readonly cancelled: readonly CalendarFileEvent[];
  readonly faults: readonly faultOf.CalendarFault[];
}

type Fault = faultOf.CalendarFault;

/** What is read of a file with the place that reads it. */
interface Context {
  readonly place: string;
  readonly reference: Temporal.PlainDate | null;
}

/** The title of a private event stands nowhere, not even in a problem. */
const openTitle = (component: CalendarComponent) => (isPrivate(component) ? '' : titleOf(component));

/** The events of one calendar, with its zones, its own zone and what it says of all of them (METHOD). */
function readEvents({ properties, components, whole: isWhole }: CalendarPart, { place }: Context) {
  const named = (name: string) => components.filter((component) => component.name === name);
  const written = (name: string) => properties.find((property) => property.name === name)?.value.trim() ?? null;
  const book = createZoneBook(place, written('x-wr-timezone'), named('VTIMEZONE'));
  const isCancel = written('method')?.toUpperCase() === 'CANCEL';
  const faults: Fault[] = [];
  const events: CalendarEvent[] = [];
  for (const component of named('VEVENT')) {
    const { line, brokenLine, whole } = component;
    const event = whole && brokenLine === null ? readCalendarEvent(component, book) : null;
    if (event) events.push(isCancel ? { ...event, cancelled: true } : event);
    else if (!whole) faults.push(faultOf.cutEvent(line));
    else if (brokenLine !== null) faults.push(faultOf.brokenLine(openTitle(component), line, brokenLine));
    else faults.push(faultOf.noStart(openTitle(component), line));
  }
  if (!isWhole && faults.every(({ code }) => code !== 'calendar-event-cut')) faults.push(faultOf.cutCalendar());
  return { events, faults };
}

/** The title, or what stands for it. */
const shownTitle = ({ title, location }: EventDetails) => title || location?.replace(/\s+/gu, ' ') || 'Événement';

function fileEvent({ event, details, strands, once }: SeriesPart, { place, reference }: Context): CalendarFileEvent {
  const when = calendarWhen({ strands, once }, place, reference);
  const { line } = event.component;
  return { ...details, title: shownTitle(details), uid: event.uid, when, label: when.label, line };
}

/** What is shown and told of some events of a file. */
interface Reading {
  readonly events: readonly CalendarFileEvent[];
  readonly cancelled: readonly CalendarFileEvent[];
  readonly faults: readonly Fault[];
  /** Events that are not for the public. */
  readonly hidden: readonly CalendarEvent[];
}

const nothing: Reading = { events: [], cancelled: [], faults: [], hidden: [] };
const isTooLong = ({ doubts }: CalendarEvent) => doubts.some(({ kind }) => kind === 'too-long');
/** Whether nothing of a series takes place, as it is written. */
const isNever = (event: CalendarEvent) =>
  isTooLong(event) || (event.added.length === 0 && event.doubts.some(({ kind }) => kind === 'over-before'));

/** A series that is for the public, with its edited occurrences. */
function shownSeries(master: CalendarEvent, overrides: readonly CalendarEvent[], context: Context): Reading {
  const { place } = context;
  const { parts, cancelled, misplaced, stale, hasIdleExclusion } = seriesDays({
    master,
    overrides: overrides.filter((event) => !isTooLong(event)),
    place,
  });
  const open = overrides.filter((event) => !event.isPrivate && !event.cancelled);
  const untitled = parts.filter(({ details }) => details.title === '');
  return {
    events: parts.map((part) => fileEvent(part, context)),
    cancelled: cancelled.map((part) => fileEvent(part, context)),
    faults: [
      ...untitled.map(({ event, details }) => faultOf.untitled(shownTitle(details), event.component.line)),
      ...misplaced.map(({ component }) => faultOf.misplaced(openTitle(component), component.line)),
      ...stale.map(({ component }) => faultOf.staleEdit(openTitle(component), component.line)),
      ...(hasIdleExclusion ? [faultOf.idleExclusion(titleOf(master.component), master.component.line)] : []),
      ...[master, ...open].flatMap((event) => faultsOfEvent(event, place)),
    ],
    hidden: overrides.filter((event) => event.isPrivate),
  };
}

/** A series with its edited occurrences, or an event that stands alone. */
function readSeries(master: CalendarEvent, overrides: readonly CalendarEvent[], context: Context): Reading {
  const { component } = master;
  if (master.isPrivate) return { ...nothing, hidden: [master] };
  if (isNever(master)) return { ...nothing, faults: faultsOfEvent(master, context.place) };
  const told = faultOf.cancelled(titleOf(component), component.line);
  if (master.cancelled) {
    const { events } = shownSeries({ ...master, cancelled: false }, [], context);
    return { ...nothing, cancelled: events, faults: [told] };
  }
  const reading = shownSeries(master, overrides, context);
  // Every one of its dates was taken out or cancelled.
  const isOff = reading.events.length === 0 && reading.faults.length === 0 && reading.hidden.length === 0;
  return isOff ? { ...reading, faults: [told] } : reading;
}

/** Everything of one UID. An edited occurrence without its series is an event of its own. */
function readUid(events: readonly CalendarEvent[], context: Context): Reading[] {
  const { masters, overrides, guessed } = newestRevisions(events);
  const [first, ...others] = masters;
  const orphans = first ? [] : overrides.map((event) => ({ ...event, rules: [], recurrenceId: null }));
  const older = guessed.map(({ component }) => faultOf.olderVersion(openTitle(component), component.line));
  return [
    ...(first ? [readSeries(first, overrides, context)] : []),
    ...[...others, ...orphans].map((event) => readSeries(event, [], context)),
    { ...nothing, faults: older },
  ];
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

/**
 * Reads a calendar file (`.ics`). `zone` is the place's; `reference`, where it is given, is the day from which labels are read,
 * else they have their years. What is broken is a fault, and the rest is kept.
 */
export function readCalendarFile(
  text: string,
  zone: string,
  reference: Temporal.PlainDate | null = null,
): CalendarFile {
  const calendars = readCalendars(text);
  if (calendars.length === 0) return { events: [], cancelled: [], faults: [faultOf.notACalendar()] };
  const count = (name: string) =>
    calendars.flatMap(({ components }) => components).filter((component) => component.name === name).length;
  const context: Context = { place: zone, reference };
  const read = calendars.map((calendar) => readEvents(calendar, context));
  const events = read.flatMap((each) => each.events);
  const readings = [...grouped(events, ({ uid }) => uid).values()].flatMap((group) => readUid(group, context));
  const hidden = readings.flatMap((each) => each.hidden);
  const busy = hidden.filter(({ component }) => isBusyMark(component)).length;
  const shown = events.filter(({ cancelled, isPrivate: isHidden }) => !cancelled && !isHidden);
  const odd = shown.filter(({ doubts }) => doubts.some(isStartOdd));
  const tentative = shown.filter(({ component }) => /^TENTATIVE$/iu.test(writtenOf(component, 'status'))).length;
  const others = count('VTODO') + count('VJOURNAL');
  return {
    events: readings.flatMap((each) => each.events).toSorted((a, b) => a.line - b.line),
    cancelled: readings.flatMap((each) => each.cancelled).toSorted((a, b) => a.line - b.line),
    faults: [
      ...(hidden.length > busy ? [faultOf.privateEvents(hidden.length - busy)] : []),
      ...(busy > 0 ? [faultOf.busyMarks(busy)] : []),
      ...read.flatMap((each) => each.faults),
      ...onceEach(readings.flatMap((each) => each.faults)).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      ...odd.slice(0, 1).map(({ component }) => faultOf.startOdd(titleOf(component), component.line, odd.length - 1)),
      ...(tentative > 0 ? [faultOf.tentative(tentative)] : []),
      ...(others > 0 ? [faultOf.otherComponents(others)] : []),
      ...(count('VEVENT') === 0 ? [faultOf.noEvents()] : []),
    ],
  };
}

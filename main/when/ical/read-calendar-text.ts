import type { Temporal } from 'temporal-polyfill';
import { dayOfNumber } from '../day-number.ts';
import { dayLabel, daysLabel } from '../french/label.ts';
import { minutesPerDay } from '../wall-time.ts';
import type { When } from '../when.ts';
import { calendarBlocks } from './blocks.ts';
import { placeZoneProperty } from './calendar-when.ts';
import { parseText, type Read, readBlocks, revisions, titleOf } from './components.ts';
import { type CalendarEvent, propertyOf } from './event.ts';
import * as faultOf from './faults.ts';
import { readRecurrence } from './recurrence.ts';
import { ruleOfEvent } from './recurrence-rule.ts';
import { ianaZone, type JcalComponent, tzidOf } from './zone.ts';

/** One event of a calendar file, with all the days on which it takes place. */
export interface CalendarFileEvent {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly categories?: readonly string[];
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

function textOf(event: CalendarEvent, name: string): string | undefined {
  const value = propertyOf(event.component, name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

function categoriesOf(event: CalendarEvent): string[] {
  return event.component[1]
    .filter(([name]) => name === 'categories')
    .flatMap((property) => property.slice(3).map(String));
}

/** Days of an event with overrides, another zone or an unusual rule. */
function calendarWhen(
  master: CalendarEvent,
  overrides: readonly CalendarEvent[],
  zones: readonly JcalComponent[],
  zone: string,
  reference: Temporal.PlainDate | null,
): When {
  const used = new Set([master, ...overrides].flatMap(({ component }) => component[1].map(tzidOf)));
  const needed = zones.filter((described) => used.has(String(propertyOf(described, 'tzid'))));
  const slim = ({ component }: CalendarEvent): JcalComponent => [
    component[0],
    component[1].filter(([name]) => timeProperties.has(name)),
    [],
  ];
  const calendar: JcalComponent = [
    'vcalendar',
    [[placeZoneProperty, {}, 'text', zone]],
    [slim(master), ...overrides.map(slim), ...needed],
  ];
  return { type: 'calendar', jcal: JSON.stringify(calendar), label: calendarLabel(master, reference) };
}

const timeProperties = new Set([
  'dtstart',
  'dtend',
  'duration',
  'rrule',
  'rdate',
  'exdate',
  'recurrence-id',
  'status',
  'class',
]);

function calendarLabel({ first, rules, added }: CalendarEvent, reference: Temporal.PlainDate | null): string {
  const start = dayOfNumber(Math.floor(first.from / minutesPerDay));
  const end = dayOfNumber(Math.floor((first.to - 1) / minutesPerDay));
  if (rules.length === 0 && added.length === 0) {
    return daysLabel({ from: start.toString(), to: end.toString() }, reference ?? start.subtract({ years: 5 }));
  }
  return `plusieurs dates à partir du ${dayLabel(start)} ${start.year}`;
}

/** Faults of the days of one event: it is shown all the same. */
function faultsOfTimes({ event, block }: Read): faultOf.CalendarFault[] {
  const { start, rules, written } = event;
  const title = titleOf(event.component);
  const unread = rules.filter((rule) => readRecurrence(rule, start.wall, start.isDate) === null);
  // One day from a date to itself is what everyone but RFC 5545 means by it.
  const isUnread =
    written === null &&
    ['dtend', 'duration'].some((name) => String(propertyOf(event.component, name) ?? '').trim() !== '');
  const isPoint = written === 0 && !start.isDate;
  return [
    ...(title === '' ? [faultOf.untitled(shownTitle(event), block.line)] : []),
    ...(unread.length > 0 ? [faultOf.unknownRecurrence(title, block.line)] : []),
    ...(written !== null && written < 0 ? [faultOf.endBeforeStart(title, block.line)] : []),
    ...(isUnread ? [faultOf.unreadEnd(title, block.line)] : []),
    ...(isPoint ? [faultOf.noLength(title, block.line)] : []),
  ];
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
  const { isCalendar, blocks, zone: named } = calendarBlocks(text);
  if (!isCalendar) return { events: [], faults: [faultOf.notACalendar()] };
  const zones = blocks
    .filter((block) => block.name === 'VTIMEZONE' && block.whole)
    .map((block) => parseText(block.text))
    .filter((component) => component !== null);
  const eventBlocks = blocks.filter((block) => block.name === 'VEVENT');
  const own = named === null ? null : ianaZone(named);
  const { read, faults } = readBlocks(eventBlocks, { described: zones, own, place: zone });
  const overrides = new Map<string, Read[]>();
  for (const one of read) {
    if (one.event.recurrenceId !== null) overrides.set(one.uid, [...(overrides.get(one.uid) ?? []), one]);
  }
  const masters = revisions(read.filter((one) => one.event.recurrenceId === null));
  const known = new Set(masters.map((one) => one.uid));
  const orphans = read.filter((one) => one.event.recurrenceId !== null && !known.has(one.uid));
  const events: CalendarFileEvent[] = [];
  let hidden = 0;
  for (const one of [...masters, ...orphans].sort((a, b) => a.block.line - b.block.line)) {
    const { event, block, uid } = one;
    if (event.isPrivate) {
      hidden += 1;
      continue;
    }
    if (event.cancelled) {
      faults.push(faultOf.cancelled(titleOf(event.component), block.line));
      continue;
    }
    faults.push(...faultsOfTimes(one));
    const own = event.recurrenceId === null ? (overrides.get(uid) ?? []).map((other) => other.event) : [];
    hidden += own.filter((other) => other.isPrivate).length;
    const plain = { ...event, rules: event.recurrenceId === null ? event.rules : [] };
    const rule = own.length === 0 ? ruleOfEvent(plain, reference) : null;
    const when = rule ?? calendarWhen(asMaster(event), own, zones, zone, reference);
    events.push({ ...detailsOf(event), uid, when, label: when.label, line: block.line });
  }
  if (hidden > 0) faults.unshift(faultOf.privateEvents(hidden));
  if (eventBlocks.length === 0) faults.push(faultOf.noEvents());
  return { events, faults };
}

/** The title, or what stands for it. */
function shownTitle(event: CalendarEvent): string {
  return titleOf(event.component) || textOf(event, 'location')?.replace(/\s+/gu, ' ') || 'Événement';
}

/** An override without its master is an event of its own. */
function asMaster(event: CalendarEvent): CalendarEvent {
  if (event.recurrenceId === null) return event;
  const properties = event.component[1].filter(([name]) => name !== 'recurrence-id');
  return { ...event, rules: [], component: [event.component[0], properties, event.component[2]] };
}

function detailsOf(event: CalendarEvent) {
  const description = textOf(event, 'description');
  const location = textOf(event, 'location');
  const url = textOf(event, 'url');
  const categories = categoriesOf(event);
  return {
    title: shownTitle(event),
    ...(description === undefined ? {} : { description }),
    ...(location === undefined ? {} : { location }),
    ...(url === undefined ? {} : { url }),
    ...(categories.length === 0 ? {} : { categories }),
  };
}

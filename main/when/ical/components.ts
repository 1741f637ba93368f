import ICAL from 'ical.js';
import type { CalendarBlock } from './blocks.ts';
import { type CalendarEvent, isPrivate, propertyOf, readCalendarEvent } from './event.ts';
import * as faultOf from './faults.ts';
import { inOwnZone, type JcalComponent } from './zone.ts';

/** A VEVENT of a file as it was read. */
export interface Read {
  readonly block: CalendarBlock;
  readonly event: CalendarEvent;
  readonly uid: string;
}

/** jCal of one component; null where ical.js cannot read it. */
export function parseText(text: string): JcalComponent | null {
  try {
    const parsed = ICAL.parse(text);
    const component = Array.isArray(parsed[0]) ? parsed[0] : parsed;
    return component as JcalComponent;
  } catch {
    // ical.js throws at the first line it cannot read; the caller says which event it was.
    return null;
  }
}

interface ParsedBlock {
  readonly component: JcalComponent;
  /** Whether it could only be read without its recurrence. */
  readonly ruleLost: boolean;
}

/** `DTSTART:20260505`, as many programs write a day: RFC 5545 wants VALUE=DATE said, and ical.js finds no day without. */
const bareDay =
  /^((?:DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)(?:;(?!VALUE=)[^:;\r\n]*)*)(?=:\d{8}(?:,\d{8})*[ \t]*$)/gimu;

/** A component; one whose recurrence has values that ical.js refuses is read without it. */
function parseBlock(block: CalendarBlock): ParsedBlock | null {
  const text = block.text.replace(bareDay, '$1;VALUE=DATE');
  const whole = parseText(text);
  if (whole) return { component: whole, ruleLost: false };
  const once = text.replace(/^RRULE[:;].*\r\n(?:[ \t].*\r\n)*/gimu, '');
  const component = once === text ? null : parseText(once);
  return component && { component, ruleLost: true };
}

/** Its title, on one line; empty where it has none. */
export function titleOf(component: JcalComponent | null): string {
  const summary = component && propertyOf(component, 'summary');
  return typeof summary === 'string' ? summary.replace(/\s+/gu, ' ').trim() : '';
}

/** Of two components with one UID and no recurrence id, the later revision; both where they are different events. */
export function revisions(masters: readonly Read[]): Read[] {
  const latest = new Map<string, Read>();
  const sequence = ({ event }: Read) => Number(propertyOf(event.component, 'sequence') ?? 0);
  for (const read of masters) {
    const known = latest.get(read.uid);
    if (!known || sequence(read) > sequence(known)) latest.set(read.uid, read);
  }
  return masters.filter((read) => {
    const kept = latest.get(read.uid);
    return (
      kept === read || (kept && sequence(kept) === sequence(read) && kept.event.first.from !== read.event.first.from)
    );
  });
}

/** The zones of a file: those it describes, the one it gives for itself, and that of the place. */
export interface CalendarZones {
  readonly described: readonly JcalComponent[];
  readonly own: string | null;
  readonly place: string;
}

/** Reads the VEVENT of a file; what cannot be read is a fault, and costs no other. */
export function readBlocks(
  blocks: readonly CalendarBlock[],
  { described, own, place }: CalendarZones,
): { read: Read[]; faults: faultOf.CalendarFault[] } {
  const faults: faultOf.CalendarFault[] = [];
  const read: Read[] = [];
  const unknownZones = new Set<string>();
  const calendar: JcalComponent = ['vcalendar', [], [...described]];
  for (const block of blocks) {
    const parsed = block.whole ? parseBlock(block) : null;
    if (!parsed) {
      faults.push(block.whole ? faultOf.brokenEvent(block.line) : faultOf.cutEvent(block.line));
      continue;
    }
    const { ruleLost } = parsed;
    const component = own === null ? parsed.component : inOwnZone(parsed.component, own);
    // The title of a private event stands nowhere, not even in a problem.
    const title = isPrivate(component) ? '' : titleOf(component);
    const onUnknownZone = (tzid: string) => {
      if (!unknownZones.has(tzid)) faults.push(faultOf.unknownZone(tzid, place, block.line));
      unknownZones.add(tzid);
    };
    const event = readCalendarEvent(component, calendar, place, onUnknownZone);
    if (!event) faults.push(faultOf.noStart(title, block.line));
    else {
      if (ruleLost) faults.push(faultOf.unknownRecurrence(title, block.line));
      read.push({ block, event, uid: String(propertyOf(component, 'uid') ?? `line-${block.line}`) });
    }
  }
  return { read, faults };
}

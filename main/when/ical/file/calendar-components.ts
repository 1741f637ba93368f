import { type CalendarProperty, isDateLine, nameOf, readProperty } from './calendar-property.ts';
import { contentLines } from './content-lines.ts';
import { isKnownProperty } from './known-properties.ts';

/** A component of a calendar file (RFC 5545, 3.6): an event, a time zone, a part of one. */
export interface CalendarComponent {
  /** In capitals: `VEVENT`. */
  readonly name: string;
  /** Line of its BEGIN, from 1. */
  readonly line: number;
  readonly properties: readonly CalendarProperty[];
  readonly parts: readonly CalendarComponent[];
  /** False where the file ends, or another event begins, before its END. */
  readonly whole: boolean;
  /** Line that could not be read, and after which its title or its times are not sure; null for none. */
  readonly brokenLine: number | null;
}

interface OpenComponent {
  readonly name: string;
  readonly line: number;
  readonly properties: CalendarProperty[];
  readonly parts: CalendarComponent[];
  /** Whether its names are written in small letters, which is allowed and rare. */
  readonly isSmall: boolean;
  whole: boolean;
  brokenLine: number | null;
}

const MARK = /^(BEGIN|END):([A-Z-]+)[ \t]*$/iu;
/** Texts of which people leave line breaks as they are. */
const GOES_ON = new Set(['description', 'location', 'comment', 'x-alt-desc']);
/** What an event cannot be shown without, or not on the right days: a broken line after one of these may be a part of it. */
const DECIDES = /^(?:summary|dtstart|dtend|duration|rrule|rdate|exdate|exrule|recurrence-id|status|class)$/u;
/** No component of a calendar is deeper than an alarm in an event in a calendar. */
const MAX_DEPTH = 8;

/** A property of a component, given by its name in small letters; the first one where there are several. */
export const propertyOf = ({ properties }: CalendarComponent, name: string): CalendarProperty | undefined =>
  properties.find((property) => property.name === name);

/** The value of a property as written; empty where there is none. */
export const writtenOf = (component: CalendarComponent, name: string): string =>
  propertyOf(component, name)?.value.trim() ?? '';

export const propertiesOf = ({ properties }: CalendarComponent, name: string): CalendarProperty[] =>
  properties.filter((property) => property.name === name);

/** Whether a line is a property of its own; in a text with raw line breaks, « Contact: le CDI » is not. */
function isOwnLine(component: OpenComponent, text: string, goesOn: boolean): boolean {
  if (!goesOn || isDateLine(text)) return true;
  const name = nameOf(text);
  return isKnownProperty(name.toUpperCase()) && (component.isSmall || name === name.toUpperCase());
}

/** Adds a line to the component it stands in. */
function addLine(component: OpenComponent, text: string, line: number): void {
  const before = component.properties.at(-1);
  const goesOn = before !== undefined && GOES_ON.has(before.name);
  const property = isOwnLine(component, text, goesOn) ? readProperty(text, line) : null;
  if (property) component.properties.push(property);
  else if (goesOn)
    component.properties[component.properties.length - 1] = { ...before, value: `${before.value}\\n${text}` };
  else if (before && DECIDES.test(before.name)) component.brokenLine ??= line;
}

/** One calendar of a file. Its properties hold for its own events: two exports that were joined may have two zones. */
export interface CalendarPart {
  readonly properties: readonly CalendarProperty[];
  readonly components: readonly CalendarComponent[];
  /** False where the file ends, or another calendar begins, before its END. */
  readonly whole: boolean;
}

/** The components that are open, the innermost last, and those that are read. */
function createBuilder() {
  let done: CalendarComponent[] = [];
  const open: OpenComponent[] = [];
  const close = (whole: boolean) => {
    const last = open.pop();
    if (!last) return;
    last.whole = whole;
    (open.at(-1)?.parts ?? done).push(last);
  };
  return {
    /** The components so far; what is read after them is of the next calendar. */
    take: () => {
      while (open.length > 0) close(false);
      const taken = done;
      done = [];
      return taken;
    },
    inside: () => open.at(-1),
    begin(written: string, line: number) {
      const name = written.toUpperCase();
      const isTop = /^V(?:EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE)$/u.test(name);
      while (open.length > 0 && (isTop || open.length >= MAX_DEPTH)) close(false);
      open.push({ name, line, properties: [], parts: [], isSmall: written !== name, whole: false, brokenLine: null });
    },
    end(name: string) {
      if (!open.some((component) => component.name === name)) return;
      while (open.at(-1)?.name !== name) close(false);
      close(true);
    },
  };
}

/** Cuts a calendar file (RFC 5545) into its calendars and their components, so that one that is broken costs no other; none where no calendar begins. */
export function readCalendars(text: string): CalendarPart[] {
  const builder = createBuilder();
  const calendars: CalendarPart[] = [];
  let properties: CalendarProperty[] = [];
  let isOpen = false;
  let isCalendar = false;
  const endCalendar = (whole: boolean) => {
    const components = builder.take();
    if (isOpen || components.length > 0) calendars.push({ properties, components, whole: whole || !isOpen });
    properties = [];
  };
  for (const { text: written, line } of contentLines(text)) {
    const [, side, found] = written.length < 60 ? (MARK.exec(written) ?? []) : [];
    const name = found?.toUpperCase() ?? '';
    const begins = side?.toUpperCase() === 'BEGIN';
    const inside = builder.inside();
    if (name === 'VCALENDAR') {
      endCalendar(!begins);
      isOpen = begins;
      isCalendar ||= begins;
    } else if (side && begins) builder.begin(found ?? '', line);
    else if (side) builder.end(name);
    else if (inside) addLine(inside, written, line);
    else {
      const property = readProperty(written, line);
      if (property) properties.push(property);
    }
  }
  endCalendar(false);
  return isCalendar ? calendars : [];
}

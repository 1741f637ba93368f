import type { CalendarEvent } from './calendar-event.ts';
import { writtenOf } from './file/calendar-components.ts';

/** The events of one UID in their newest revisions. */
export interface Revised {
  /** Series and single events: more than one where a program gave one UID to different events. */
  readonly masters: readonly CalendarEvent[];
  /** Edited occurrences, one each. */
  readonly overrides: readonly CalendarEvent[];
  /** Older versions of a master that may be events of their own: only the time of their last change tells, or their title is another. */
  readonly guessed: readonly CalendarEvent[];
}

const changedOf = ({ changed }: CalendarEvent) => changed.replace(/\D/gu, '');

/** Whether `a` replaces `b`: RFC 5545, 3.8.7.4, and where SEQUENCE does not tell, the one that was changed later, or stands later. */
function isNewer(a: CalendarEvent, b: CalendarEvent): boolean {
  if (a.sequence !== b.sequence) return a.sequence > b.sequence;
  return changedOf(a) >= changedOf(b);
}

const titleOfEvent = ({ component }: CalendarEvent) => writtenOf(component, 'summary');
const sameStart = (a: CalendarEvent, b: CalendarEvent) => a.first.from === b.first.from;

/**
 * Whether two masters with one UID and one SEQUENCE are versions of the same event. Programs that give one UID to all their events
 * exist: it takes the same title and the same start, or one of these one time of creation and two of a last change.
 */
function areVersions(a: CalendarEvent, b: CalendarEvent): boolean {
  const sameTitle = titleOfEvent(a) === titleOfEvent(b);
  if (sameTitle && sameStart(a, b)) return true;
  const [first, second] = [writtenOf(a.component, 'last-modified'), writtenOf(b.component, 'last-modified')];
  const sameObject =
    writtenOf(a.component, 'created') !== '' && writtenOf(a.component, 'created') === writtenOf(b.component, 'created');
  return (sameTitle || sameStart(a, b)) && sameObject && first !== '' && second !== '' && first !== second;
}

/** Of several masters with one UID the highest SEQUENCE wins, then the last change. */
function newestMasters(masters: readonly CalendarEvent[]): Pick<Revised, 'masters' | 'guessed'> {
  const highest = Math.max(...masters.map(({ sequence }) => sequence));
  const kept: CalendarEvent[] = [];
  const guessed: CalendarEvent[] = [];
  const titles = new Set(masters.filter(({ sequence }) => sequence === highest).map(titleOfEvent));
  for (const event of masters) {
    if (event.sequence < highest) {
      if (!titles.has(titleOfEvent(event))) guessed.push(event);
      continue;
    }
    const index = kept.findIndex((other) => areVersions(event, other));
    const other = kept[index];
    if (!other) {
      kept.push(event);
      continue;
    }
    const [newer, older] = isNewer(event, other) ? [event, other] : [other, event];
    if (!sameStart(newer, older)) guessed.push(older);
    kept[index] = newer;
  }
  return { masters: kept, guessed };
}

/** The newest revision of everything that has one UID. */
export function newestRevisions(events: readonly CalendarEvent[]): Revised {
  const masters = events.filter(({ recurrenceId }) => recurrenceId === null);
  const overrides = new Map<string, CalendarEvent>();
  for (const event of events) {
    const { recurrenceId } = event;
    if (recurrenceId === null) continue;
    const key = `${recurrenceId.isDay} ${recurrenceId.at} ${event.andFuture}`;
    const other = overrides.get(key);
    if (!other || isNewer(event, other)) overrides.set(key, event);
  }
  return { ...newestMasters(masters), overrides: [...overrides.values()] };
}

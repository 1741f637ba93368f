import { minutesPerDay } from '../wall-time.ts';
import type { EventDoubt } from './event-doubt.ts';
import { type CalendarComponent, propertiesOf } from './file/calendar-components.ts';
import type { CalendarTime } from './file/calendar-time.ts';
import { endOfDay, readRecurrence } from './recurrence/read-recurrence.ts';
import type { RecurrenceRule } from './recurrence/recurrence-rule.ts';
import { givesStart } from './recurrence/rule-starts.ts';
import { epochMinutes, wallAt } from './zones/to-place.ts';

/** The last start that UNTIL allows, wall minutes in the zone of the series. */
function lastStart(until: CalendarTime, allDay: boolean, zone: string | null, place: string): number {
  if (until.isDate) return endOfDay(until.wall);
  const own = zone ?? place;
  const wall = until.zone === null ? until.wall : wallAt(epochMinutes(until.wall, until.zone), own);
  if (!allDay) return wall;
  // A series of days has days for ends; programs write them as the last second or the midnight of universal time, or as local midnight.
  const inDay = until.wall % minutesPerDay;
  const isLiteral = until.zone === null || inDay === 0 || inDay === minutesPerDay - 1;
  return endOfDay(isLiteral ? until.wall : wall);
}

/** The rules of an event, and what of them was not understood. */
export interface EventRules {
  readonly rules: readonly RecurrenceRule[];
  readonly doubts: readonly EventDoubt[];
}

/** The first occurrence of a series. */
export interface RuleStart {
  /** Wall minutes in `zone`. */
  readonly wall: number;
  readonly allDay: boolean;
  /** Null: the place's own. */
  readonly zone: string | null;
  readonly place: string;
}

/** Reads the rules by which an event comes back (RRULE), or does not come back (EXRULE). */
export function eventRules(component: CalendarComponent, name: 'rrule' | 'exrule', start: RuleStart): EventRules {
  const { wall, allDay, zone, place } = start;
  const lastOf = (until: CalendarTime) => lastStart(until, allDay, zone, place);
  const read = propertiesOf(component, name)
    .filter(({ value }) => value.trim() !== '')
    .map(({ value }) => readRecurrence(value, { wall, allDay, lastOf }));
  const understood = read.filter((one) => one !== null);
  // On the day itself « until » is that day, whatever its hour.
  const firstDay = endOfDay(wall) - minutesPerDay;
  const isOver = name === 'rrule' && understood.some(({ rule }) => rule.last !== null && rule.last <= firstDay);
  // Edited occurrences repeat the rule of their series under a start of their own.
  const isSeries = propertiesOf(component, 'recurrence-id').length === 0;
  const isOdd =
    name === 'rrule' &&
    isSeries &&
    understood.length > 0 &&
    !understood.some(({ rule }) => givesStart(rule, wall, allDay));
  const ignored = understood.flatMap((one) => one.ignored);
  const isUnread = understood.length < read.length;
  return {
    rules: isUnread && name === 'rrule' ? [] : understood.map(({ rule }) => rule),
    doubts: [
      ...(isUnread ? [{ kind: name === 'rrule' ? 'rule-unread' : 'date-unread' } as const] : []),
      ...(isOdd && !isOver ? [{ kind: 'start-odd' } as const] : []),
      ...(isOver ? [{ kind: 'over-before' } as const] : []),
      ...ignored.map((part): EventDoubt => ({ kind: 'rule-ignored', part })),
    ],
  };
}

import type { CalendarEvent } from './calendar-event.ts';
import * as faultOf from './calendar-faults.ts';
import { titleOf } from './event-details.ts';
import type { EventDoubt } from './event-doubt.ts';
import * as zoneFaultOf from './zone-faults.ts';

type StartOdd = { readonly kind: 'start-odd' };

/** Programs of one's own start all their series on a date like that: it is told once for a file. */
export const isStartOdd = (doubt: EventDoubt): doubt is StartOdd => doubt.kind === 'start-odd';

function faultOfDoubt(
  doubt: Exclude<EventDoubt, StartOdd>,
  title: string,
  line: number,
  place: string,
): faultOf.CalendarFault {
  switch (doubt.kind) {
    case 'zone':
      return doubt.zone === null
        ? zoneFaultOf.unknownZone(doubt.tzid, place, line)
        : zoneFaultOf.guessedZone(doubt.tzid, doubt.zone, line);
    case 'rule-ignored':
      return faultOf.ignoredPart(title, doubt.part, line);
    case 'rule-unread':
      return faultOf.unknownRecurrence(title, line);
    case 'date-local':
      return faultOf.dateLocal(title, line);
    case 'day-taken':
      return faultOf.dayTaken(title, line);
    case 'utc-day':
      return faultOf.utcDay(title, line);
    case 'date-unread':
      return faultOf.unreadDates(title, line);
    case 'end-unread':
      return faultOf.unreadEnd(title, line);
    case 'too-long':
      return faultOf.tooLong(title, line);
    case 'zone-twice':
      return zoneFaultOf.zoneTwice(title, doubt.zone, line);
    case 'zone-floating':
      return zoneFaultOf.zoneFloating(doubt.zone, place, line);
    case 'zone-own':
      return zoneFaultOf.zoneOwn(doubt.zone, line);
    case 'over-before':
      return faultOf.overBefore(title, line);
    case 'backwards':
      return faultOf.endBeforeStart(title, line);
    case 'no-length':
      return faultOf.noLength(title, line);
  }
}

/** What is told of an event that is shown: all that of it was not understood, or guessed. */
export const faultsOfEvent = ({ component, doubts }: CalendarEvent, place: string): faultOf.CalendarFault[] =>
  doubts
    .filter((doubt) => !isStartOdd(doubt))
    .map((doubt) => faultOfDoubt(doubt, titleOf(component), component.line, place));

import { fold } from '../../lib/fold.ts';
import { titleOf } from './event-details.ts';
import { type CalendarComponent, writtenOf } from './file/calendar-components.ts';

/**
 * RFC 5545, 3.8.1.3: without a class an event is public; a class that is not known counts as private. The servers of Apple and Oracle
 * have a word of their own for it.
 */
export const isPrivate = (component: CalendarComponent): boolean =>
  ['class', 'x-calendarserver-access'].some(
    (name) => !['PUBLIC', ''].includes(writtenOf(component, name).toUpperCase()),
  );

/** What programs write in place of a title where it is not for the reader; folded. */
const MARKS = new Set([
  ...['occupe', 'occupee', 'libre', 'provisoire', 'absent', 'absente', 'absent du bureau', 'absent(e) du bureau'],
  ...['indisponible', 'disponible', 'travaille ailleurs', 'travail ailleurs', 'prive', 'rendez-vous prive'],
  ...['evenement prive', 'confidentiel', 'busy', 'free', 'tentative', 'away', 'out of office', 'working elsewhere'],
  ...['unavailable', 'private', 'confidential', 'private appointment', 'private event', 'private meeting'],
  ...['besetzt', 'gebucht', 'abwesend', 'privater termin'],
]);

/** Whether an event says nothing but that somebody is busy, free or away: « Occupé », of a calendar shared without its details. */
export const isBusyMark = (component: CalendarComponent): boolean =>
  MARKS.has(fold(titleOf(component)).replaceAll('’', "'").trim());

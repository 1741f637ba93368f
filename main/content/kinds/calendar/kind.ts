import { fileKind, SHORT_TEXT } from '../file-kind.ts';
import { CALENDAR_TEXT } from './calendar-format.ts';

/** The events that a calendar program exported. */
export const calendar = fileKind({
  name: 'calendar',
  endings: ['.ics'],
  label: 'Agenda',
  icon: 'days',
  formats: [CALENDAR_TEXT],
  read: async () => (await import('./read-calendar.ts')).readCalendar,
  parse: { inlineBytes: SHORT_TEXT, load: async () => (await import('./parse-calendar.ts')).parseCalendar },
  prepare: null,
});

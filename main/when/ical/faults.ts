import { quote } from '../french/faults.ts';

/** What of a calendar file could not be read, or not as written; French sentences. */
export interface CalendarFault {
  /** Short, stable, for machines: `calendar-zone`. */
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  /** Line of the file, from 1. */
  readonly line?: number;
}

const exportAgain = 'Corrigez-le dans l’agenda d’où vient le fichier, puis exportez-le à nouveau.';
const named = (title: string, line: number) =>
  title === '' ? `L’événement de la ligne ${line}` : `L’événement ${quote(title)}`;

export const notACalendar = (): CalendarFault => ({
  code: 'calendar-unreadable',
  message: 'Ce fichier n’est pas un calendrier\u00a0: il ne commence pas par BEGIN:VCALENDAR.',
  advice: 'Exportez l’agenda au format iCalendar (.ics) et déposez ce fichier-là.',
});

export const noEvents = (): CalendarFault => ({
  code: 'calendar-empty',
  message: 'Ce calendrier ne contient aucun événement.',
  advice: 'Vérifiez la période choisie lors de l’export.',
});

export const brokenEvent = (line: number): CalendarFault => ({
  code: 'calendar-event-broken',
  message: `L’événement de la ligne ${line} est illisible\u00a0; les autres sont gardés.`,
  advice: exportAgain,
  line,
});

export const cutEvent = (line: number): CalendarFault => ({
  code: 'calendar-event-cut',
  message: `L’événement de la ligne ${line} est coupé avant sa fin\u00a0; les autres sont gardés.`,
  advice: 'Le fichier semble incomplet\u00a0: déposez-le à nouveau.',
  line,
});

export const noStart = (title: string, line: number): CalendarFault => ({
  code: 'calendar-no-date',
  message: `${named(title, line)} n’a pas de date de début qui existe.`,
  advice: exportAgain,
  line,
});

export const unknownZone = (tzid: string, zone: string, line: number): CalendarFault => ({
  code: 'calendar-zone',
  message: `Le fuseau horaire ${quote(tzid)} n’existe pas\u00a0; les heures sont prises comme celles de ${quote(zone)}.`,
  advice: 'Vérifiez les heures, ou choisissez un fuseau connu dans l’agenda d’où vient le fichier.',
  line,
});

export const untitled = (shownAs: string, line: number): CalendarFault => ({
  code: 'calendar-no-title',
  message: `L’événement de la ligne ${line} n’a pas de titre\u00a0; il est montré sous le nom ${quote(shownAs)}.`,
  advice: 'Donnez-lui un titre dans l’agenda, puis exportez-le à nouveau.',
  line,
});

export const unknownRecurrence = (title: string, line: number): CalendarFault => ({
  code: 'calendar-recurrence',
  message: `${named(title, line)} revient d’une façon qui n’est pas comprise\u00a0; seule sa première date est gardée.`,
  advice: 'Choisissez une répétition par jour, semaine, mois ou année, ou créez un événement par date.',
  line,
});

export const endBeforeStart = (title: string, line: number): CalendarFault => ({
  code: 'calendar-backwards',
  message: `${named(title, line)} finit avant de commencer\u00a0; seul son début est gardé.`,
  advice: exportAgain,
  line,
});

export const unreadEnd = (title: string, line: number): CalendarFault => ({
  code: 'calendar-end',
  message: `La fin ou la durée de ${named(title, line).replace(/^L/u, 'l')} n’est pas comprise\u00a0; seul son début est gardé.`,
  advice: exportAgain,
  line,
});

export const noLength = (title: string, line: number): CalendarFault => ({
  code: 'calendar-no-length',
  message: `${named(title, line)} finit au moment où il commence\u00a0; seul son début est gardé.`,
  advice: 'Donnez-lui une heure de fin dans l’agenda, puis exportez-le à nouveau.',
  line,
});

export const privateEvents = (count: number): CalendarFault => ({
  code: 'calendar-private',
  message:
    count === 1
      ? 'Un événement de ce calendrier est privé ou confidentiel\u00a0: il n’est pas montré.'
      : `${count} événements de ce calendrier sont privés ou confidentiels\u00a0: ils ne sont pas montrés.`,
  advice:
    'Ce qui est pour tous se rend public dans l’agenda d’où vient le fichier\u00a0; exportez-le ensuite à nouveau.',
});

export const cancelled = (title: string, line: number): CalendarFault => ({
  code: 'calendar-cancelled',
  message: `${named(title, line)} est annulé dans le calendrier\u00a0: il n’est pas montré.`,
  advice: 'Il n’y a rien à faire s’il n’a vraiment pas lieu.',
  line,
});

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

const EXPORT_AGAIN = 'Corrigez-le dans l’agenda d’où vient le fichier, puis exportez-le à nouveau.';
const VERIFY_DATES = 'Vérifiez ses dates dans l’agenda d’où vient le fichier.';
const named = (title: string, line: number) =>
  title === '' ? `L’événement de la ligne ${line}` : `L’événement ${quote(title)} (ligne\u00a0${line})`;

export const inside = (title: string, line: number) => named(title, line).replace(/^L/u, 'l');

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

export const cutEvent = (line: number): CalendarFault => ({
  code: 'calendar-event-cut',
  message: `L’événement de la ligne ${line} est coupé avant sa fin\u00a0; les autres sont gardés.`,
  advice: 'Le fichier semble incomplet\u00a0: déposez-le à nouveau.',
  line,
});

export const cutCalendar = (): CalendarFault => ({
  code: 'calendar-cut',
  message: 'Ce calendrier s’arrête avant sa fin (END:VCALENDAR)\u00a0: il y manque peut-être des événements.',
  advice: 'Le fichier semble incomplet\u00a0: exportez l’agenda à nouveau, et déposez ce fichier-là.',
});

export const brokenLine = (title: string, event: number, line: number): CalendarFault => ({
  code: 'calendar-event-broken',
  message: `${named(title, event)} est illisible à partir de la ligne ${line}\u00a0; les autres sont gardés.`,
  advice: EXPORT_AGAIN,
  line: event,
});

export const noStart = (title: string, line: number): CalendarFault => ({
  code: 'calendar-no-date',
  message: `${named(title, line)} n’a pas de date de début qui existe.`,
  advice: EXPORT_AGAIN,
  line,
});

export const startOdd = (title: string, line: number, others: number): CalendarFault => ({
  code: 'calendar-start-odd',
  message:
    others === 0
      ? `La première date de ${inside(title, line)} n’est pas de celles que sa répétition donne\u00a0; elle est montrée aussi.`
      : `La première date de ${others + 1} séries (d’abord ${inside(title, line)}) n’est pas de celles que leur répétition donne\u00a0; elle est montrée aussi.`,
  advice: VERIFY_DATES,
  line,
});

export const tentative = (count: number): CalendarFault => ({
  code: 'calendar-tentative',
  message:
    count === 1
      ? 'Un événement de ce calendrier est provisoire (à confirmer)\u00a0: il est montré comme les autres.'
      : `${count} événements de ce calendrier sont provisoires (à confirmer)\u00a0: ils sont montrés comme les autres.`,
  advice: 'Confirmez-les dans l’agenda, ou supprimez ceux qui ne sont pas sûrs, puis exportez-le à nouveau.',
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

export const ignoredPart = (title: string, part: string, line: number): CalendarFault => ({
  code: 'calendar-recurrence-part',
  message: `La répétition de ${inside(title, line)} contient ${quote(part)}, qui n’a pas de sens\u00a0; elle est lue sans cela.`,
  advice: 'Vérifiez jusqu’à quand et combien de fois il revient dans l’agenda d’où vient le fichier.',
  line,
});

export const unreadDates = (title: string, line: number): CalendarFault => ({
  code: 'calendar-dates-unread',
  message: `${named(title, line)} a une date ajoutée, supprimée ou déplacée qui n’est pas comprise\u00a0; ses autres dates sont gardées.`,
  advice: EXPORT_AGAIN,
  line,
});

export const dayTaken = (title: string, line: number): CalendarFault => ({
  code: 'calendar-day-taken',
  message: `Une date supprimée ou déplacée de ${inside(title, line)} est écrite à minuit\u00a0; elle est prise pour tout ce jour-là.`,
  advice: VERIFY_DATES,
  line,
});

export const utcDay = (title: string, line: number): CalendarFault => ({
  code: 'calendar-utc-day',
  message: `${named(title, line)} est écrit de minuit à minuit en temps universel (Z) ; il est lu comme des journées entières, et non à partir de 2 h du matin.`,
  advice: VERIFY_DATES,
  line,
});

export const dateLocal = (title: string, line: number): CalendarFault => ({
  code: 'calendar-date-local',
  message: `Une date supprimée de ${inside(title, line)} est écrite en temps universel (Z) avec l’heure de la série\u00a0; elle est supprimée.`,
  advice: VERIFY_DATES,
  line,
});

export const misplaced = (title: string, line: number): CalendarFault => ({
  code: 'calendar-misplaced',
  message: `${named(title, line)} remplace une date dont l’heure n’est pas la bonne\u00a0; il remplace celle du même jour.`,
  advice: VERIFY_DATES,
  line,
});

export const staleEdit = (title: string, line: number): CalendarFault => ({
  code: 'calendar-stale',
  message: `${named(title, line)} remplace une date que sa série, modifiée depuis, n’a plus\u00a0: il n’est pas montré.`,
  advice: VERIFY_DATES,
  line,
});

export const idleExclusion = (title: string, line: number): CalendarFault => ({
  code: 'calendar-exclusion',
  message: `Une date supprimée de ${inside(title, line)} n’a pas son heure\u00a0: ce jour-là est montré quand même.`,
  advice: VERIFY_DATES,
  line,
});

export const olderVersion = (title: string, line: number): CalendarFault => ({
  code: 'calendar-version',
  message: `${named(title, line)} est deux fois dans le fichier, à des dates ou sous des titres différents\u00a0; seule la version modifiée en dernier est montrée.`,
  advice: 'Si ce sont deux événements, donnez-leur des titres différents, puis exportez l’agenda à nouveau.',
  line,
});

export const tooLong = (title: string, line: number): CalendarFault => ({
  code: 'calendar-too-long',
  message: `${named(title, line)} durerait plus d’un siècle\u00a0: il n’est pas montré.`,
  advice: EXPORT_AGAIN,
  line,
});

export const overBefore = (title: string, line: number): CalendarFault => ({
  code: 'calendar-over-before',
  message: `La répétition de ${inside(title, line)} finit avant sa première date\u00a0: il n’est pas montré.`,
  advice: 'Corrigez sa date de fin de répétition dans l’agenda, ou supprimez-le, puis exportez l’agenda à nouveau.',
  line,
});

export const otherComponents = (count: number): CalendarFault => ({
  code: 'calendar-tasks',
  message:
    count === 1
      ? 'Ce calendrier contient une tâche ou une note, qui n’est pas montrée\u00a0: seuls les événements le sont.'
      : `Ce calendrier contient ${count} tâches ou notes, qui ne sont pas montrées\u00a0: seuls les événements le sont.`,
  advice: 'Pour en montrer une, faites-en un événement dans l’agenda, puis exportez-le à nouveau.',
});

export const endBeforeStart = (title: string, line: number): CalendarFault => ({
  code: 'calendar-backwards',
  message: `${named(title, line)} finit avant de commencer\u00a0; seul son début est gardé.`,
  advice: EXPORT_AGAIN,
  line,
});

export const unreadEnd = (title: string, line: number): CalendarFault => ({
  code: 'calendar-end',
  message: `La fin ou la durée de ${inside(title, line)} n’est pas comprise\u00a0; seul son début est gardé.`,
  advice: EXPORT_AGAIN,
  line,
});

export const noLength = (title: string, line: number): CalendarFault => ({
  code: 'calendar-no-length',
  message: `${named(title, line)} finit au moment où il commence\u00a0; seul son début est gardé.`,
  advice: 'Donnez-lui une heure de fin dans l’agenda, puis exportez-le à nouveau.',
  line,
});

export const busyMarks = (count: number): CalendarFault => ({
  code: 'calendar-busy',
  message:
    count === 1
      ? 'Un événement de ce calendrier dit seulement que quelqu’un est occupé, libre ou absent\u00a0: il n’est pas montré.'
      : `${count} événements de ce calendrier disent seulement que quelqu’un est occupé, libre ou absent\u00a0: ils ne sont pas montrés.`,
  advice:
    'S’ils sont pour tous, exportez l’agenda avec les titres (tous les détails), et non les seules disponibilités.',
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
  message: `${named(title, line)} est annulé dans le calendrier\u00a0: l’agenda le montre barré, jusqu’à la fin de son heure.`,
  advice:
    'Il n’y a rien à faire s’il n’a vraiment pas lieu\u00a0; pour que l’écran n’en dise rien, supprimez-le de l’agenda.',
  line,
});

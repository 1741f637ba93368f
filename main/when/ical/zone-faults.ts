import { quote } from '../french/faults.ts';
import { type CalendarFault, inside } from './calendar-faults.ts';

export const unknownZone = (tzid: string, zone: string, line: number): CalendarFault => ({
  code: 'calendar-zone',
  message: `Le fuseau horaire ${quote(tzid)} n’existe pas\u00a0; les heures sont prises comme celles de ${quote(zone)}.`,
  advice: 'Vérifiez les heures, ou choisissez un fuseau connu dans l’agenda d’où vient le fichier.',
  line,
});

export const guessedZone = (tzid: string, zone: string, line: number): CalendarFault => ({
  code: 'calendar-zone-guessed',
  message: `Le fuseau horaire ${quote(tzid)} n’est pas un nom connu\u00a0; les heures sont lues comme celles de ${quote(zone)}.`,
  advice: 'Vérifiez les heures, ou choisissez un fuseau connu dans l’agenda d’où vient le fichier.',
  line,
});

export const zoneTwice = (title: string, zone: string, line: number): CalendarFault => ({
  code: 'calendar-zone-twice',
  message: `L’heure de ${inside(title, line)} est écrite en temps universel (Z) et dans le fuseau ${quote(zone)}\u00a0; elle est lue en temps universel.`,
  advice:
    'Vérifiez son heure sur l’écran\u00a0; si elle est fausse, corrigez-la dans l’agenda et exportez-le à nouveau.',
  line,
});

export const zoneFloating = (zone: string, place: string, line: number): CalendarFault => ({
  code: 'calendar-zone-floating',
  message: `Ce calendrier est du fuseau ${quote(zone)}, mais des heures n’y nomment aucun fuseau\u00a0; elles sont prises comme celles de ${quote(place)}.`,
  advice:
    'Vérifiez les heures sur l’écran, ou choisissez le fuseau de l’établissement dans l’agenda d’où vient le fichier.',
  line,
});

export const zoneOwn = (zone: string, line: number): CalendarFault => ({
  code: 'calendar-zone-own',
  message: `Des séries de ce calendrier sont écrites en temps universel\u00a0; elles gardent leur heure de ${quote(zone)}, en été comme en hiver.`,
  advice:
    'Vérifiez leurs heures sur l’écran\u00a0; si elles sont fausses, choisissez un fuseau horaire dans l’agenda d’où vient le fichier.',
  line,
});

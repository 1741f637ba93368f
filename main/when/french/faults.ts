import { isoOfNumber, weekdayOfNumber } from '../day-number.ts';
import type { DateFault } from './types.ts';
import { monthName, weekdayName } from './words.ts';

interface Written {
  readonly ofWeek?: { readonly week: number };
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  readonly text?: string;
}

const longestQuote = 60;

/** A part of a text between « », cut where it is long. */
export function quote(text: string): string {
  const trimmed = text.replace(/\s+/gu, ' ').trim();
  const short = trimmed.length > longestQuote ? `${trimmed.slice(0, longestQuote).trim()}…` : trimmed;
  return `«\u00a0${short}\u00a0»`;
}

const dayOfMonth = (day: number) => (day === 1 ? '1er' : String(day));

/** « 5 mai 2026 », « 5/13 » where there is no such month. */
export function writtenDay({ day, month, year }: Written): string {
  const name = monthName(month);
  if (name === '') return [day, month, ...(year === undefined ? [] : [year])].join('/');
  return [dayOfMonth(day), name, ...(year === undefined ? [] : [String(year)])].join(' ');
}

/** « mardi 5 mai 2026 » */
function fullDay(number: number): string {
  const [year = 0, month = 0, day = 0] = isoOfNumber(number).split('-').map(Number);
  return `${weekdayName(weekdayOfNumber(number))} ${writtenDay({ day, month, year })}`;
}

/** A day that no calendar has: `31 avril`, `2026-02-30`, `05/25/2026`. */
export function impossibleFault(written: Written, contextYear?: number): DateFault {
  const code = 'date-impossible';
  const { day, month, ofWeek } = written;
  const year = written.year ?? contextYear;
  const name = monthName(month);
  const quoted = quote(written.text ?? writtenDay(written));
  if (ofWeek) {
    return {
      code,
      message: `${quoted} n’existe pas\u00a0: les semaines vont de 1 à 52, parfois 53.`,
      advice: 'Corrigez le numéro de la semaine, ou écrivez ses dates.',
    };
  }
  if (name === '') {
    const swapped = month >= 1 && month <= 31 && day >= 1 && day <= 12 ? { ...written, day: month, month: day } : null;
    return {
      code,
      message: `La date ${quoted} n’existe pas\u00a0: il n’y a pas de mois ${month}.`,
      advice: swapped
        ? `Le jour s’écrit avant le mois\u00a0: ${quote(writtenDay(swapped))}.`
        : 'Écrivez le mois en toutes lettres, par exemple «\u00a05 mai\u00a0».',
    };
  }
  const days = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  const nearest = quote(writtenDay({ ...written, day: Math.min(Math.max(day, 1), days) }));
  return {
    code,
    message: `La date ${quoted} n’existe pas\u00a0: ${name}${year === undefined ? '' : ` ${year}`} a ${days} jours.`,
    advice: `Corrigez le jour\u00a0; le plus proche est ${nearest}.`,
  };
}

/** A range whose end comes before its start. */
export function backwardsFault(from: Written, to: Written): DateFault {
  return {
    code: 'date-backwards',
    message: `La période ${quote(`du ${writtenDay(from)} au ${writtenDay(to)}`)} finit avant de commencer.`,
    advice: `Écrivez ${quote(`du ${writtenDay(to)} au ${writtenDay(from)}`)}, ou ajoutez les années.`,
  };
}

/** A day that its weekday places in the weeks before the file was written, and not a year later. */
export function justPastWarning(number: number): DateFault {
  return {
    code: 'date-just-past',
    message: `D’après le jour de la semaine, c’est le ${fullDay(number)} qui est compris, et non un an plus tard.`,
    about: 'guessed',
    advice: 'Écrivez l’année si c’est une autre.',
  };
}

/** A weekday that contradicts its date. The date wins. */
export function contradictionFault(weekday: number, number: number): DateFault {
  const [year = 0, month = 0, day = 0] = isoOfNumber(number).split('-').map(Number);
  const actual = weekdayName(weekdayOfNumber(number));
  const nearest = [-3, -2, -1, 1, 2, 3]
    .map((offset) => number + offset)
    .find((near) => weekdayOfNumber(near) === weekday);
  const written = writtenDay({ day, month, year });
  return {
    code: 'date-weekday',
    message: `Le ${written} est un ${actual}, et non un ${weekdayName(weekday)}\u00a0; c’est la date qui est suivie.`,
    advice: `Écrivez ${quote(fullDay(number))}${nearest === undefined ? '' : ` ou ${quote(fullDay(nearest))}`}.`,
  };
}

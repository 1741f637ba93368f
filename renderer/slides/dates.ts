import type { SlideWhen } from '../../main/contract.ts';
import { typeset } from '../text/typography.ts';

/** The French words of one day. */
export interface DayWords {
  /** « mardi » */
  readonly weekday: string;
  /** « mar. » */
  readonly shortWeekday: string;
  /** 1 to 31 */
  readonly numeral: number;
  /** « mai » */
  readonly month: string;
  /** « mai », « sept. » */
  readonly shortMonth: string;
}

/** How the panel of an event shows its dates. */
export type DateView =
  | { readonly shape: 'day'; readonly day: DayWords }
  | {
      readonly shape: 'range';
      readonly from: DayWords;
      readonly to: DayWords;
      /** Both ends are in one month of one year, which is then named once. */
      readonly sameMonth: boolean;
      /** Which day of the range this is, from 1, and of how many; null where it is outside. */
      readonly nth: number | null;
      readonly of: number;
    }
  | { readonly shape: 'edge'; readonly word: 'dès le' | 'jusqu’au'; readonly day: DayWords }
  | { readonly shape: 'always'; readonly label: string };

const DAY_MS = 86_400_000;

/** The words of a day, `2026-05-05`. A day of the calendar has no time zone: it is read and written in UTC. */
export function dayWords(day: string): DayWords {
  const date = new Date(`${day}T00:00:00Z`);
  const word = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' }).format(date);
  return {
    weekday: word({ weekday: 'long' }),
    shortWeekday: word({ weekday: 'short' }),
    numeral: date.getUTCDate(),
    month: word({ month: 'long' }),
    shortMonth: word({ month: 'short' }),
  };
}

/** Hours for the wall, with no-break spaces: « 9 h – 12 h » stays on one line. */
export function hoursText(hours: string): string {
  return typeset(hours).replace(/ – /gu, '\u00a0–\u00a0');
}

/** The dates of an event as seen on a day, `2026-05-05`. */
export function dateView(when: Pick<SlideWhen, 'from' | 'to' | 'label'>, today: string): DateView {
  const { from, to } = when;
  if (from !== null && to !== null) {
    if (from === to) return { shape: 'day', day: dayWords(from) };
    const of = daysBetween(from, to) + 1;
    const nth = daysBetween(from, today) + 1;
    return {
      shape: 'range',
      from: dayWords(from),
      to: dayWords(to),
      sameMonth: from.slice(0, 7) === to.slice(0, 7),
      nth: nth >= 1 && nth <= of ? nth : null,
      of,
    };
  }
  if (from !== null) return { shape: 'edge', word: 'dès le', day: dayWords(from) };
  if (to !== null) return { shape: 'edge', word: 'jusqu’au', day: dayWords(to) };
  return { shape: 'always', label: when.label };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

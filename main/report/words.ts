import { posix } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { dayLabel, timeLabel } from '../when/french/label.ts';

/** French counts nought and one in the singular. */
export function counted(n: number, one: string, many: string): string {
  return `${n.toLocaleString('fr-FR')}\u00a0${n < 2 ? one : many}`;
}

export const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The folder of a path; empty at the top of the content folder. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

/** « mardi 5 mai », with its year where that is not the year of `today`. */
export function dayWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return day.year === today.year ? dayLabel(day) : `${dayLabel(day)} ${day.year}`;
}

/** « aujourd’hui », « demain », « mardi 5 mai » */
export function comingDayWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  if (day.equals(today)) return 'aujourd’hui';
  return day.equals(today.add({ days: 1 })) ? 'demain' : dayWords(day, today);
}

/** « 16 h 05 » */
export function clockWords(at: Temporal.ZonedDateTime): string {
  return timeLabel(at.toPlainTime().toString({ smallestUnit: 'minute' }));
}

/** « 12 s », « 4 min », « 1 h 05 » */
export function durationWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 90) return `${whole}\u00a0s`;
  const minutes = Math.round(whole / 60);
  return minutes < 60
    ? `${minutes}\u00a0min`
    : `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

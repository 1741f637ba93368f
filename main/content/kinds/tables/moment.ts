import { fold } from '../../../lib/fold.ts';
import { parseHours } from '../../../when/french/hours.ts';
import type { HoursResult } from '../../../when/french/types.ts';
import { hourOfSerial, momentOfSerial } from './excel-serial.ts';

/** `14` is 14 h, `14-16` and `14h-16` are 14 h – 16 h, `14.30` is 14 h 30: in a cell of hours nothing else is meant. */
function withHourMarks(text: string): string {
  return text
    .replace(/(?<![\d:.,h])(\d{1,2})\.(\d{2})(?![\d.])/giu, '$1h$2')
    .replace(/(?<![\d:.,h]|h\s)(\d{1,2})(?!\d|\s*[:.,h])/giu, '$1h')
    .replace(/(\d{1,2})h(\d{2})\/(?=\d)/giu, '$1h$2 - ');
}

/** Reads a cell of hours. */
export function readHourCell(cell: string): HoursResult {
  const text = hourOfSerial(cell) ?? cell;
  if (/^(?:toute la )?journee(?: entiere)?$/u.test(fold(text))) return { ok: true, hours: [], warnings: [] };
  const written = parseHours(text);
  if (written.ok) return written;
  const meant = parseHours(withHourMarks(text));
  return meant.ok ? meant : written;
}

/** « 05/05 » and « 05/05 et 07/05 » are days, and no hours from 5 to 5, where the column does not say that it holds hours. */
const saysDayAndMonth = (cell: string): boolean => /\d\s*\/\s*\d/u.test(cell) && !/\d\s*[h:]/iu.test(cell);

/** Whether a cell that may hold days or hours says hours. */
export const saysHours = (cell: string): boolean => !saysDayAndMonth(cell) && readHourCell(cell).ok;

/** « 05.05 » and « 05-05 » below a column of days. */
export const dayAndMonth = (cell: string): string =>
  cell
    .trim()
    .replace(/^(\d{1,2})\s*[.-]\s*(0?[1-9]|1[0-2])$/u, (_whole, day: string, month: string) => `${day}/${month}`);

/** Spreadsheets turn `5/5/26` into `05-mai-26`. */
export function dateCell(text: string): string {
  return text.replace(
    /^((?:\p{L}+\.?\s+)?\d{1,2})-(\p{L}{3,}\.?)(?:-(\d{2}|\d{4}))?$/u,
    (_whole, day: string, month: string, year: string | undefined) =>
      [day, month, ...(year === undefined ? [] : [year.padStart(4, '20')])].join(' '),
  );
}

/** A day and an hour as written; either may be empty. */
export interface Moment {
  readonly day: string;
  readonly hour: string;
}

/** The day and the hour of a cell that holds one of them or both: `05/05/2026 14:00:00`. */
export function momentOf(text: string): Moment {
  if (text === '') return { day: '', hour: '' };
  const serial = momentOfSerial(text);
  if (serial !== null) return serial;
  const both = /^(.*\d)\s+(?:à\s*)?(\d{1,2}\s*[h:]\s*(?:\d{2})?(?::\d{2})?)$/iu.exec(text);
  if (both) return { day: dateCell(both[1] ?? ''), hour: both[2] ?? '' };
  return saysHours(text) ? { day: '', hour: text } : { day: dateCell(text), hour: '' };
}

export const isMidnight = (hour: string): boolean => /^0{1,2}\s*[h:]\s*(?:00)?(?::00)?$/iu.test(hour);

/** « 23:59 », by which programs say the end of a whole day. */
export const isLastMinute = (hour: string) => /^23\s*[h:]\s*59(?::\d\d)?$/iu.test(hour);

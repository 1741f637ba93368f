import { Temporal } from 'temporal-polyfill';
import { fold } from '../../../lib/fold.ts';
import { parseHours, withHours } from '../../../when/french/hours.ts';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { DateContext, HoursResult } from '../../../when/french/types.ts';
import type { HourWindow, WhenRule } from '../../../when/when.ts';
import { quoted, type Sentences } from '../../faults/fault.ts';
import { hourOfSerial, momentOfSerial } from './excel-serial.ts';

/** What the cells of a row say of its days and hours, as written; empty where they say nothing. */
export interface WhenCells {
  readonly date: string;
  readonly hour: string;
  readonly start: string;
  readonly endDate: string;
  readonly endHour: string;
  readonly end: string;
}

/** `14` is 14 h, `14-16` and `14h-16` are 14 h – 16 h, `14.30` is 14 h 30: in a cell of hours nothing else is meant. */
function withHourMarks(text: string): string {
  return text
    .replace(/(?<![\d:.,h])(\d{1,2})\.(\d{2})(?![\d.])/giu, '$1h$2')
    .replace(/(?<![\d:.,h]|h\s)(\d{1,2})(?!\d|\s*[:.,h])/giu, '$1h')
    .replace(/(\d{1,2})h(\d{2})\/(?=\d)/giu, '$1h$2 - ');
}

/** Reads a cell of hours. */
function readHourCell(cell: string): HoursResult {
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
const dayAndMonth = (cell: string): string =>
  cell
    .trim()
    .replace(/^(\d{1,2})\s*[.-]\s*(0?[1-9]|1[0-2])$/u, (_whole, day: string, month: string) => `${day}/${month}`);

/** Spreadsheets turn `5/5/26` into `05-mai-26`. */
function dateCell(text: string): string {
  return text.replace(
    /^((?:\p{L}+\.?\s+)?\d{1,2})-(\p{L}{3,}\.?)(?:-(\d{2}|\d{4}))?$/u,
    (_whole, day: string, month: string, year: string | undefined) =>
      [day, month, ...(year === undefined ? [] : [year.padStart(4, '20')])].join(' '),
  );
}

interface Moment {
  readonly day: string;
  readonly hour: string;
}

/** The day and the hour of a cell that holds one of them or both: `05/05/2026 14:00:00`. */
function momentOf(text: string): Moment {
  if (text === '') return { day: '', hour: '' };
  const serial = momentOfSerial(text);
  if (serial !== null) return serial;
  const both = /^(.*\d)\s+(?:à\s*)?(\d{1,2}\s*[h:]\s*(?:\d{2})?(?::\d{2})?)$/iu.exec(text);
  if (both) return { day: dateCell(both[1] ?? ''), hour: both[2] ?? '' };
  return saysHours(text) ? { day: '', hour: text } : { day: dateCell(text), hour: '' };
}

export const isMidnight = (hour: string): boolean => /^0{1,2}\s*[h:]\s*(?:00)?(?::00)?$/iu.test(hour);

/** « 23:59 », by which programs say the end of a whole day. */
const isLastMinute = (hour: string) => /^23\s*[h:]\s*59(?::\d\d)?$/iu.test(hour);

/**
 * One end of an event, of the cells that name what they hold and of the one that may hold either. A day formatted as an
 * instant has the hour 00:00, which nobody wrote.
 */
function sideOf(date: string, hour: string, either: string): Moment {
  const dated = momentOf(dayAndMonth(date));
  const loose = momentOf(either);
  const day = date === '' ? loose.day : dated.day === '' ? dateCell(date) : dated.day;
  const written = hour || loose.hour || (isMidnight(dated.hour) ? '' : dated.hour);
  return { day, hour: hourOfSerial(written) ?? written };
}

/** ISO, for a text that is one day; null for any other. */
function oneDay(text: string, context: DateContext): string | null {
  const read = parseWhen(text, context);
  const [range, another] = read.ok ? read.when.ranges : [];
  return range && !another && range.from === range.to ? range.from : null;
}

interface DaysText {
  readonly text: string;
  readonly warnings: readonly Sentences[];
  /** From an hour of the first day to an earlier one of the last: no hours that each day has. */
  readonly across?: boolean;
}

/** Whether hours go past midnight: « 22h » to « 2h ». */
function isOverMidnight(start: Moment, end: Moment): boolean {
  const read = start.hour === '' || end.hour === '' ? null : readHourCell(`${start.hour} - ${end.hour}`);
  const [window] = read?.ok ? read.hours : [];
  return window !== undefined && window.from !== null && (window.to === null || window.to <= window.from);
}

function daysText(start: Moment, end: Moment, context: DateContext): DaysText {
  const plain = (text: string): DaysText => ({ text, warnings: [] });
  if (end.day === '' || end.day === start.day) return plain(start.day);
  const [first, last] = [oneDay(start.day, context), oneDay(end.day, context)];
  if (first === null || last === null || last < first) return plain(`du ${start.day} au ${end.day}`);
  const before = Temporal.PlainDate.from(last).subtract({ days: 1 }).toString();
  const until = (day: string): string => (day === first ? first : `${first}/${day}`);
  if (isMidnight(start.hour) && isMidnight(end.hour) && before >= first) {
    return { text: until(before), warnings: [wholeDays(end)] };
  }
  if (!isOverMidnight(start, end)) return plain(until(last));
  return before === first ? plain(first) : { ...plain(until(last)), across: true };
}

export const WHOLE_DAYS = 'csv-whole-days';

const wholeDays = ({ day, hour }: Moment): Sentences => ({
  about: 'guessed',
  code: WHOLE_DAYS,
  message: `La fin ${quoted(`${day} ${hour}`)} est lue comme minuit, au début de ce jour, qui n’est donc pas compris.`,
  advice: 'Si ce jour est compris, retirez les heures 00:00.',
});

/** « 04/05/2026 14:00 » to « 06/05/2026 12:00 »: from the hour of the first day to that of the last. `days`: both, in ISO. */
function acrossDays(days: string, [window]: readonly HourWindow[], context: DateContext): RowWhen | null {
  const [first = '', last = ''] = days.split('/');
  if (window === undefined || window.from === null) return null;
  // What ends as a day begins is over with the day before.
  const to = window.to === null ? Temporal.PlainDate.from(last).subtract({ days: 1 }).toString() : last;
  const read = parseWhen(`${first}T${window.from}/${to}T${window.to ?? '24:00'}`, context);
  const [range, ...others] = read.ok ? read.when.ranges : [];
  return read.ok && range?.begins !== undefined && range.to === to && others.length === 0 ? read : null;
}

const unreadAcross = (text: string): Sentences => ({
  code: 'csv-hours-across',
  message: `Les heures ${quoted(text)} vont du premier jour au dernier : elles ne sont pas celles de chaque jour.`,
  advice: 'Écrivez les heures d’une journée, ou une ligne par jour.',
});

/** What stands in a column of « début » or « fin » beside a column of days, and is no hour and not the same day. */
function ignoredDay(date: string, either: string, context: DateContext): Sentences[] {
  const { day } = momentOf(either);
  if (date === '' || day === '') return [];
  const said = oneDay(day, context);
  if (said !== null && said === oneDay(momentOf(dayAndMonth(date)).day, context)) return [];
  return [
    {
      about: 'dropped',
      code: 'csv-day-ignored',
      message: `${quoted(either)} n’est pas suivi : le jour est celui de la colonne de la date.`,
      advice: 'Écrivez une heure dans cette colonne, ou supprimez-la.',
    },
  ];
}

function hoursText(start: Moment, end: Moment): string {
  if (isMidnight(start.hour) && (end.hour === '' || isMidnight(end.hour) || isLastMinute(end.hour))) return '';
  if (end.hour === '') return start.hour;
  return start.hour === '' ? `jusqu’à ${end.hour}` : `${start.hour} - ${end.hour}`;
}

/** Whether a row says any day at all. */
export function hasDay({ date, start }: WhenCells): boolean {
  return date !== '' || momentOf(start).day !== '';
}

/** Whether a cell says a day and nothing that is no day. */
export function isDay(text: string, context: DateContext): boolean {
  return parseWhen(momentOf(text).day, context).ok;
}

/** A row that says no day, with the days of another row; its hours are its own. */
export function withDaysOf(above: WhenCells, own: WhenCells): WhenCells {
  const endDay = above.endDate || momentOf(above.end).day;
  return { ...own, date: above.date || momentOf(above.start).day, endDate: own.endDate || endDay };
}

/** The days and hours of a row, or why they are not understood. */
type RowWhen =
  | {
      readonly ok: true;
      readonly when: WhenRule;
      readonly warnings: readonly Sentences[];
      /** Why the hours are not understood: that does not cost the row its days, as for a fiche. */
      readonly lostHours?: Sentences;
    }
  | { readonly ok: false; readonly fault: Sentences };

/** `2026-05-05T12:00:00Z`, as machines write a day and an hour, in the time of the place; any other text as it is. */
function atPlace(cell: string, zone: string): string {
  const [, day, hour, offset] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/iu.exec(cell) ?? [];
  if (day === undefined || hour === undefined) return cell;
  if (offset === undefined) return `${day} ${hour}`;
  try {
    const local = Temporal.Instant.from(cell).toZonedDateTimeISO(zone);
    return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  } catch {
    // A day or an hour that does not exist: whoever reads the day says so.
    return `${day} ${hour}`;
  }
}

export function whenOfRow(written: WhenCells, context: DateContext): RowWhen {
  const local = (cell: string): string => atPlace(cell, context.zone);
  const cells = {
    ...written,
    date: local(written.date),
    endDate: local(written.endDate),
    start: local(written.start),
    end: local(written.end),
  };
  return whenOfCells(cells, context);
}

function whenOfCells(cells: WhenCells, context: DateContext): RowWhen {
  const start = sideOf(cells.date, cells.hour, cells.start);
  const end = sideOf(cells.endDate, cells.endHour, cells.end);
  const written = daysText(start, end, context);
  const days = parseWhen(written.text, context);
  if (!days.ok) return days;
  const ignored = [...ignoredDay(cells.date, cells.start, context), ...ignoredDay(cells.endDate, cells.end, context)];
  const warnings = [...written.warnings, ...days.warnings, ...ignored];
  const text = hoursText(start, end);
  if (text === '') return { ...days, warnings };
  const hours = readHourCell(text);
  if (!hours.ok) return { ...days, warnings, lostHours: hours.fault };
  if (written.across)
    return acrossDays(written.text, hours.hours, context) ?? { ...days, warnings, lostHours: unreadAcross(text) };
  // Of an event that ends on the next day, the hours do too.
  const isNextDay = end.day !== '' && end.day !== start.day;
  const doubts = hours.warnings.filter(({ code }) => !isNextDay || code !== 'hour-next-day');
  return { ok: true, when: withHours(days.when, hours.hours), warnings: [...warnings, ...doubts] };
}

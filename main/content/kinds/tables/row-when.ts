import { Temporal } from 'temporal-polyfill';
import { withHours } from '../../../when/french/hours.ts';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { DateContext } from '../../../when/french/types.ts';
import type { HourWindow, WhenRule } from '../../../when/when.ts';
import { quoted, type Sentences } from '../../faults/fault.ts';
import { hourOfSerial } from './excel-serial.ts';
import { dateCell, dayAndMonth, isLastMinute, isMidnight, type Moment, momentOf, readHourCell } from './moment.ts';

/** What the cells of a row say of its days and hours, as written; empty where they say nothing. */
export interface WhenCells {
  readonly date: string;
  readonly hour: string;
  readonly start: string;
  readonly endDate: string;
  readonly endHour: string;
  readonly end: string;
  /** Its start and end are those of a journey: on several days, from the hour of the first to that of the last. */
  readonly isJourney?: boolean;
}

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

/** « du 18 au 22 mai », « 5 h », « 23 h » of a journey: they leave on the first day and are back on the last; null on one day. */
function journeyOf(when: WhenRule, hours: readonly HourWindow[], context: DateContext): RowWhen | null {
  const [range, another] = when.ranges;
  if (!range?.from || !range.to || another || range.from === range.to) return null;
  return acrossDays(`${range.from}/${range.to}`, hours, context);
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
  const journey = cells.isJourney ? journeyOf(days.when, hours.hours, context) : null;
  if (journey !== null) return journey.ok ? { ...journey, warnings: [...warnings, ...journey.warnings] } : journey;
  // Of an event that ends on the next day, the hours do too.
  const isNextDay = end.day !== '' && end.day !== start.day;
  const doubts = hours.warnings.filter(({ code }) => !isNextDay || code !== 'hour-next-day');
  return { ok: true, when: withHours(days.when, hours.hours), warnings: [...warnings, ...doubts] };
}

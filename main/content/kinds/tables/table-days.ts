import type { Temporal } from 'temporal-polyfill';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { DateContext } from '../../../when/french/types.ts';
import { MONTH, monthName, WEEKDAY, weekdayName } from '../../../when/french/words.ts';
import { type Fault, guessed, quotedList } from '../../faults/fault.ts';
import { type NamedWeek, weekOf, withDates } from '../../notices/absences/absence-days.ts';
import { anchorOf, resolveDay } from '../../notices/menu/menu-dates.ts';
import { weekText } from '../../notices/week-text.ts';
import { type Column, DAY_COLUMNS } from './columns.ts';
import type { Row } from './rows.ts';

/** Rows whose dates say all that the table says of them, and which column holds them now. */
interface DatedRows {
  readonly rows: readonly Row[];
  readonly columns: readonly (Column | null)[];
  readonly faults: readonly Fault[];
}

/** What stands above a row: « Mai 2026 », « Semaine du 4 au 8 mai », and the last cells of merged columns. */
interface Above {
  readonly days: NamedWeek | null;
  readonly week: string;
  readonly month: string;
  readonly year: string;
}

const ANY_WEEKDAY = new RegExp(`(?<!\\p{L})${WEEKDAY}(?!\\p{L})`, 'giu');
const NUMBERED = new RegExp(`(?<!\\p{L})${WEEKDAY}\\.?\\s+\\d{1,2}(?:er)?(?!\\d|\\s*[h:])`, 'giu');
/** A cell that says its month, or its year. */
const HAS_MONTH = new RegExp(`${MONTH}|\\d\\s*[/.-]\\s*\\d|20\\d\\d|\\d{5}`, 'iu');
const NUMBER = /^(?:le )?(\d{1,2})(?:er)?$/iu;
const DAY_ALONE = new RegExp(`^(?:le )?(?:${WEEKDAY}\\.?\\s+)?\\d{1,2}(?:er)?$`, 'iu');
/** No heading of a month or a week is longer. */
const MAX_TITLE = 60;

/** The days that the first of some titles names, where they are several. */
function daysNamed(titles: readonly string[], context: DateContext): NamedWeek | null {
  for (const title of titles) {
    const found = anchorOf(title, context);
    if (found !== null && !found.from.equals(found.to)) return found;
  }
  return null;
}

/**
 * Completes the dates of rows: « Lundi » is of the week, and « Lundi 4 » and « 4 » of the month, that a title or a row above names;
 * the columns « Semaine », « Mois » and « Année » say the rest of a date. « Lundi 4 » under nothing is the next one, as a guess.
 */
export function withTableDays(
  rows: readonly Row[],
  columns: readonly (Column | null)[],
  titles: readonly string[],
  context: DateContext,
): DatedRows {
  const weekAt = columns.indexOf('semaine');
  const isOfWeeks = weekAt >= 0 && !columns.some((column) => DAY_COLUMNS.has(column));
  const dateAt = isOfWeeks
    ? weekAt
    : columns.filter((column) => column === 'date').length === 1
      ? columns.indexOf('date')
      : -1;
  if (dateAt < 0) return { rows, columns, faults: [] };
  const [monthAt, yearAt] = [columns.indexOf('mois'), columns.indexOf('année')];
  let above: Above = { days: daysNamed(titles, context), week: '', month: '', year: '' };
  const nearest: string[] = [];
  const dated = rows.flatMap((row): Row[] => {
    const days = periodAlone(row, dateAt, context);
    if (days !== null) {
      above = { ...above, days };
      return [];
    }
    const under = (at: number, last: string): string => (row.cells[at] ?? '') || last;
    above = {
      ...above,
      week: under(weekAt, above.week),
      month: under(monthAt, above.month),
      year: under(yearAt, above.year),
    };
    const cell = row.cells[dateAt] ?? '';
    const found = isOfWeeks
      ? { text: weekText(cell), isGuess: false }
      : completed(withMonth(cell, above), weekSaid(above.week, context) ?? above.days, context);
    if (found.isGuess) nearest.push(cell);
    return [{ ...row, cells: row.cells.map((each, at) => (at === dateAt ? found.text : each)) }];
  });
  const renamed = columns.map((column, at) => (isOfWeeks && at === weekAt ? 'date' : column));
  return { rows: dated, columns: renamed, faults: nearest.length === 0 ? [] : [nearestTold(nearest)] };
}

/** The days of a row that holds nothing but a month, a week or another period, above its own rows; null for any other row. */
function periodAlone({ cells }: Row, dateAt: number, context: DateContext): NamedWeek | null {
  const filled = cells.flatMap((cell, at) => (cell === '' ? [] : [at]));
  const [at] = filled;
  const cell = at === undefined || filled.length > 1 || (at !== dateAt && at !== 0) ? '' : (cells[at] ?? '');
  return cell === '' || cell.length > MAX_TITLE ? null : daysNamed([cell], context);
}

/** « 4 » beside « mai » and « 2026 », « 4 » beside « 5 ». */
function withMonth(cell: string, { month, year }: Above): string {
  if (!DAY_ALONE.test(cell)) return cell;
  if (/^\d{1,2}$/u.test(month)) return `${cell} ${monthName(Number(month))} ${year}`.trim();
  return month === '' ? cell : `${cell} ${month} ${year}`.trim();
}

function weekSaid(cell: string, context: DateContext): NamedWeek | null {
  const read = cell === '' ? null : parseWhen(weekText(cell), context);
  const [range] = read?.ok ? read.when.ranges : [];
  return range ? weekOf(`${range.from}/${range.to}`) : null;
}

/** « Ven. 8 » as « vendredi 8 ». */
const spelled = (cell: string): string =>
  cell.replace(/^(lu|ma|me|je|ve|sa|di)(?:n|r|rc|u|nd|m)?\.?\s+(?=\d{1,2}(?:er)?$)/iu, (_whole, start: string) => {
    const name = Array.from({ length: 7 }, (_, at) => weekdayName(at + 1)).find((each) =>
      each.startsWith(start.toLowerCase()),
    );
    return `${name} `;
  });

/** A cell without its month. */
function completed(
  written: string,
  days: NamedWeek | null,
  context: DateContext,
): { readonly text: string; readonly isGuess: boolean } {
  const cell = spelled(written);
  const asItIs = { text: cell, isGuess: false };
  if (cell === '' || HAS_MONTH.test(cell)) return asItIs;
  const [, number] = NUMBER.exec(cell) ?? [];
  if (number !== undefined) return { ...asItIs, text: dayOf(Number(number), days, context) ?? cell };
  const isWeek = days !== null && days.from.until(days.to).days < 7;
  const weekdays = cell.match(ANY_WEEKDAY)?.length ?? 0;
  if (weekdays === 0 || (!isWeek && weekdays !== (cell.match(NUMBERED)?.length ?? 0))) return asItIs;
  if (days !== null) return { ...asItIs, text: withDates(cell, days, context).text };
  const text = soonest(cell, context);
  return text === null ? asItIs : { text, isGuess: true };
}

/** « Lundi 4 » where nothing says its month: the next one, or one of the days before the table was written. */
function soonest(cell: string, context: DateContext): string | null {
  const read = parseWhen(cell, { ...context, seen: context.reference });
  if (!read.ok || read.when.hours.length > 0 || read.when.ranges.some(({ from, to }) => from === null || to === null))
    return null;
  return read.when.ranges.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join(' et ');
}

function dayOf(number: number, days: NamedWeek | null, context: DateContext): string | null {
  const found =
    days === null ? null : resolveDay({ day: number, text: '', rest: '' }, { ...days, hasYear: true }, context);
  return found?.ok ? written(found.day) : null;
}

const written = ({ day, month, year }: Temporal.PlainDate): string => `${day} ${monthName(month)} ${year}`;

const nearestTold = (cells: readonly string[]): Fault =>
  guessed(
    'csv-month-guessed',
    `Le mois manque dans ${quotedList([...new Set(cells)].slice(0, 3))} : c’est le prochain jour qui a ce nom et ce numéro.`,
    'Écrivez le mois derrière le jour, ou au-dessus du tableau, par exemple « Mai 2026 ».',
  );

import { format as formatted } from 'numfmt';
import { Temporal } from 'temporal-polyfill';
import { monthName, weekdayName } from '../../../when/french/label.ts';

/** What of a moment its format shows. */
export interface MomentShape {
  readonly day: boolean;
  readonly hour: boolean;
  /** « lundi » stands before the day. */
  readonly weekday: boolean;
  /** The month is a word. */
  readonly month: boolean;
}

/**
 * A moment as staff would write it: « lundi 4 mai 2026 », « 04/05/2026 14:30 », « 14:30 ». The year is always told: the cell
 * knows it, also where its format does not show it.
 */
export function momentText(given: Temporal.PlainDateTime, shape: MomentShape): string {
  // 14:00 is a fraction of a day, of which a program may have written few figures: 13:59:59.9.
  const near = given.add({ seconds: 5 });
  const at = near.day === given.day ? near : given;
  const day = shape.weekday || shape.month ? wordsOf(at, shape) : figuresOf(at);
  const hour = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return [...(shape.day ? [day] : []), ...(shape.hour ? [hour] : [])].join(' ');
}

const figuresOf = ({ day, month, year }: Temporal.PlainDateTime): string =>
  `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;

function wordsOf(at: Temporal.PlainDateTime, { weekday }: MomentShape): string {
  const day = at.day === 1 ? '1er' : String(at.day);
  return `${weekday ? `${weekdayName(at.dayOfWeek)} ` : ''}${day} ${monthName(at.month)} ${at.year}`;
}

/** What a format of Excel says of a moment, without its colours and the words that it adds. An `m` after an hour or before seconds is a minute. */
const codesOf = (format: string): string =>
  (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\[(?!h|m|s)[^\]]*\]|am\/pm/giu, ' ')
    .toLowerCase()
    // Some programs write the letters of the French Excel: « jj/mm/aaaa ».
    .replaceAll('j', 'd')
    .replaceAll('a', 'y');

/** What the codes of a format of Excel show of a moment. */
const shapeOf = (codes: string): MomentShape => ({
  day: /[dy]|mmm/u.test(codes),
  hour: /[hs]/u.test(codes),
  weekday: /ddd/u.test(codes),
  month: /mmm/u.test(codes),
});

/** A moment, or a span of time, that Excel holds as a number of days (`serial`), as its format shows it. */
export function timeText(at: Temporal.PlainDateTime, serial: number, format: string): string {
  const codes = codesOf(format);
  if (isSpan(serial, codes)) return asWritten(serial, format);
  const shape = shapeOf(codes);
  // The day of a month or of a year that stands alone is the first one, which nobody wrote.
  if (shape.day && !/d/u.test(codes)) return /m/u.test(codes) ? `${monthName(at.month)} ${at.year}` : String(at.year);
  return momentText(at, shape);
}

/** More than a day, or with seconds that are seen: the result of a race, and no hour of the clock. */
function isSpan(serial: number, codes: string): boolean {
  if (/[dy]|mmm/u.test(codes)) return false;
  const seconds = Math.round(serial * SECONDS_OF_DAY) % 60;
  return (/\[/u.test(codes) && serial >= 1) || !/h/u.test(codes) || (/s/u.test(codes) && seconds !== 0);
}

const SECONDS_OF_DAY = 86_400;

/** A number as its format shows it in French: « 12,50 € », « 35 % », « Salle 12 », « 06 00 00 00 00 »; empty where its format hides it. */
export const numberText = (value: number, format: string): string =>
  PLAIN.test(format) ? figures(value) : asWritten(value, format);

/** Formats that change nothing. Excel cuts the figures of some numbers where the column is narrow; a wall has room for them. */
const PLAIN = /^(?:general|standard|@|)$/iu;

const FIGURES = new Intl.NumberFormat('fr-FR', { useGrouping: false, maximumFractionDigits: 10 });
const figures = (value: number): string => FIGURES.format(value);

/** A text or a number with the words, signs and spaces of its format. A mark of decimals stands nowhere without them. */
export function asWritten(value: number | string, format: string): string {
  try {
    return formatted(format, typeof value === 'number' ? asDecimal(value) : value, { locale: 'fr' })
      .trim()
      .replace(/(?<=\d),(?=\s*(?:[%€]|$))/u, '')
      .replace(/(?<=\d)\s*([%€])/gu, '\u00a0$1');
  } catch {
    // A format that Excel itself does not know: the number stands without it.
    return typeof value === 'number' ? figures(value) : value;
  }
}

/**
 * A number that is rounded as the decimal that people see: 2,175 becomes 2,18, as in Excel, which keeps 15 figures. The number that
 * stands for it in memory is a little less, and would become 2,17.
 */
const asDecimal = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(15)) * (1 + 4 * Number.EPSILON);

/** A moment of an ISO text, as OpenDocument writes it; null for any other text. */
export function momentOfIso(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    // Not a moment: the words of the cell are shown as they stand.
    return null;
  }
}

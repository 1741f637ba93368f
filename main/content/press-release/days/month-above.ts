import { dayNumber, isoOfNumber, weekdayOfNumber } from '../../../when/day-number.ts';
import { monthName, monthNamed, weekdayName } from '../../../when/french/words.ts';
import { type Period, periodAbove } from './periods.ts';
import type { DateReader } from './read-dates.ts';

const MONTH =
  /(?<!\p{L})(janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)(?!\p{L})(?:\s+(20\d\d))?/giu;
/** The beginning of the name of a month, and the weekdays but Sunday. */
const MONTH_BEGINS = 'janv|f[ée]v|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c';
const WORKDAY = '(?:lun|mar|mercre|jeu|vendre|same)di';
const ANY_DAY = `${WORKDAY}|dimanche`;
/** « Lundi 4 », « du mardi 5 »: a day without its month, alone or before its hours. */
const WITHOUT_MONTH = new RegExp(
  String.raw`^(?:(?:le|les|du|de)\s+)?(${WORKDAY})\s+(\d{1,2})(?:er)?(?!er|\s*(?:[/.h:\d-]|heures?\b|${MONTH_BEGINS}))|^(?:le\s+)?(dimanche)\s+(\d{1,2})(?!\s*[/.h:\d-])(?=\s*(?:$|,))`,
  'iu',
);
/** « et vendredi 15 », « au jeudi 7 » behind such a day. */
const ANOTHER = new RegExp(
  String.raw`((?:\s*,|\s+(?:et|&|au|à))\s+(?:le\s+)?(${ANY_DAY})\s+(\d{1,2})(?:er)?)(?!\d|er|\s*(?:[/.h:-]|heures?\b|${MONTH_BEGINS}))`,
  'giu',
);
/** « Mardi 5 et mercredi 6 mai », « mardi 5, 6 et 7/05 »: days that end with their own month. */
const OWN_MONTH = new RegExp(
  String.raw`^\D*?\d{1,2}(?:er)?(?:(?:\s*[,&/–-]|\s+(?:et|&|au|à|puis|ou))\s*(?:le\s+)?(?:(?:${ANY_DAY})\s+)?\d{1,2}(?:er)?)+(?:\s+(?:${MONTH_BEGINS})|\s?/\s?\d)`,
  'iu',
);
/** « Mardi », « Le mardi, 14h »: a weekday, before which nothing but its week says which one it is. */
const WEEKDAY_ALONE = new RegExp(
  String.raw`^(?:le\s+)?(${ANY_DAY})(?=\s*$|\s*,|\s+(?:matin|midi|apr[eè]s|soir|de\s|[àa]\s))`,
  'iu',
);
/** A longer text is no day with its hours. */
const MAX_DAY = 60;
/** A longer line is no title of a month. */
const MAX_TITLE = 90;
/** How many lines above a day are looked at for its month. */
const MAX_DISTANCE = 60;

/** « 12 mai 2026 » for « mardi » under « Semaine du 11 au 15 mai »; null where no week above has such a day. */
function dayOfWeekAbove(weekday: string, above: readonly string[], dates: DateReader): string | null {
  const period = periodAbove(above, above.length, dates);
  if (period === null) return null;
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  if (to - from > 6) return null;
  const days = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  const day = days.find((one) => weekdayName(weekdayOfNumber(one)) === weekday.toLowerCase());
  if (day === undefined) return null;
  const iso = isoOfNumber(day);
  return `${Number(iso.slice(8))} ${monthName(Number(iso.slice(5, 7)))} ${iso.slice(0, 4)}`;
}

/**
 * « Lundi 4 » with the month that a title above it names, « Semaine du 4 au 8 mai » or « Agenda de mai 2026 », and « Lundi » with
 * its day in such a week; null where the text is no such day, or no title says its month.
 */
export function withMonthAbove(text: string, above: () => readonly string[], dates: DateReader): string | null {
  if (text.length > MAX_DAY) return null;
  const [alone, named] = WEEKDAY_ALONE.exec(text.trim()) ?? [];
  if (alone !== undefined && named !== undefined) {
    const day = dayOfWeekAbove(named, above().slice(-MAX_DISTANCE), dates);
    return day === null ? null : `${alone} ${day}${text.trim().slice(alone.length)}`;
  }
  const [start, weekday, day, sunday, ofSunday] = WITHOUT_MONTH.exec(text.trim()) ?? [];
  if (start === undefined || OWN_MONTH.test(text)) return null;
  const lines = partsOf(above());
  const month = monthOf(weekday ?? sunday ?? '', Number(day ?? ofSunday), lines, dates);
  if (month === null) return null;
  const others = text
    .trim()
    .slice(start.length)
    .replace(ANOTHER, (whole: string, _head: string, weekdayOfIt: string, number: string) => {
      const own = monthOf(weekdayOfIt, Number(number), lines, dates);
      return own === null ? whole : `${whole} ${own}`;
    });
  return `${start} ${month}${others}`;
}

/** The lines above a day, a row of a table as its cells: a title of a month, or a day, stands in one of them. */
const partsOf = (above: readonly string[]): string[] => above.slice(-MAX_DISTANCE).flatMap((line) => line.split(' | '));

/** The month of a day, « mardi 5 »: of the period above, else of the nearest line that names one month. */
function monthOf(weekday: string, day: number, above: readonly string[], dates: DateReader): string | null {
  const period = periodAbove(above, above.length, dates);
  const within = period === null ? null : monthWithin(day, period);
  if (within !== null) return within;
  let nearest: string | null = null;
  for (const line of [...above].reverse()) {
    const named = line.length > MAX_TITLE ? [] : [...line.matchAll(MONTH)];
    const [only] = named;
    if (only?.[1] === undefined || named.length > 1) continue;
    const month = monthText(only[1], only[2]);
    const isTitle = !/\d(?:er)?\s+$/u.test(line.slice(0, only.index));
    if (isTitle) return nearest ?? month;
    // « Ville, le 28 avril » above « mardi 5 »: a day of a line above need not be of the same month.
    const fits = [month, monthAfter(only[1], only[2])].find((each) => isRight(`${weekday} ${day} ${each}`, dates));
    if (fits !== undefined) return fits;
    nearest ??= month;
  }
  return nearest;
}

const monthText = (month: string, year: string | undefined): string => [month, year].filter(Boolean).join(' ');

function monthAfter(month: string, year: string | undefined): string {
  const number = monthNamed(month);
  const isLast = number === 12;
  return monthText(monthName(isLast ? 1 : number + 1), isLast && year !== undefined ? `${Number(year) + 1}` : year);
}

/** Whether a day has the weekday that is written before it. */
function isRight(text: string, dates: DateReader): boolean {
  const reading = dates.days(text);
  return reading?.ok === true && reading.warnings.every(({ code }) => code !== 'date-weekday');
}

/** The month in which a period has a day of this number. */
function monthWithin(day: number, { from, to }: Period): string | null {
  for (const bound of [from, to]) {
    const date = `${bound.slice(0, 8)}${String(day).padStart(2, '0')}`;
    if (from <= date && date <= to) return `${monthName(Number(bound.slice(5, 7)))} ${bound.slice(0, 4)}`;
  }
  return null;
}

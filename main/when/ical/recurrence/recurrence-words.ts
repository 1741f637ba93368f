import { frenchList } from '../../../lib/french-list.ts';
import { monthDayOfNumber } from '../../day-number.ts';
import { monthName, weekdayName, weekdaysLabel } from '../../french/label.ts';
import { minutesPerDay } from '../../wall-time.ts';
import type { Strand } from '../strand.ts';
import { toPlaceFrom } from '../zones/to-place.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';

const NUMBERS = ['', '', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const numberWord = (value: number) => NUMBERS[value] ?? String(value);
const ordinal = (day: number) => (day === 1 ? '1er' : String(day));

/** « le mardi », « le lundi et le jeudi » */
const onWeekdays = (weekdays: readonly number[]) => frenchList(weekdays.map((weekday) => `le ${weekdayName(weekday)}`));

/** « le 5 », « les 5 et 20 », « le dernier jour »; null for days that are counted from the end in another way. */
function onMonthDays(days: readonly number[]): string | null {
  if (days.length === 1 && days[0] === -1) return 'le dernier jour';
  if (days.some((day) => day < 1)) return null;
  const sorted = days.toSorted((a, b) => a - b).map(ordinal);
  return `${sorted.length === 1 ? 'le' : 'les'} ${frenchList(sorted)}`;
}

function monthlyWords(rule: RecurrenceRule, startDay: number): string | null {
  const { interval, weekdays, monthDays, months } = rule;
  if (months || (weekdays && monthDays)) return null;
  if (weekdays) {
    const kept = weekdays.flatMap(({ weekday, nth }) =>
      nth === null || nth < -1 || nth > 5 ? [] : [{ weekday, nth }],
    );
    if (kept.length < weekdays.length) return null;
    const words = weekdaysLabel(kept, []);
    return interval === 1
      ? words
      : `tous les ${numberWord(interval)} mois, ${words.replace(/^chaque /u, 'le ').replace(/ du mois$/u, '')}`;
  }
  const days = onMonthDays(monthDays ?? [monthDayOfNumber(startDay).day]);
  if (days === null) return null;
  return interval === 1 ? `${days} de chaque mois` : `tous les ${numberWord(interval)} mois, ${days}`;
}

function weeklyWords({ interval, weekdays, months }: RecurrenceRule, startWeekday: number): string {
  const days = (weekdays ?? [{ weekday: startWeekday, nth: null }])
    .map(({ weekday }) => weekday)
    .toSorted((a, b) => a - b);
  if (interval === 1)
    return weekdaysLabel(
      days.map((weekday) => ({ weekday })),
      months ?? [],
    );
  const of = months ? `, en ${frenchList(months.map(monthName))}` : '';
  return `toutes les ${numberWord(interval)} semaines, ${onWeekdays(days)}${of}`;
}

/** How a rule comes back, without its hours and its ends; null for one that French has no short word for. */
function ruleWords(rule: RecurrenceRule, startDay: number): string | null {
  const { frequency, interval, weekdays, monthDays, yearDays, weekNumbers, months, positions } = rule;
  if (positions || yearDays || weekNumbers || rule.skip) return null;
  const startWeekday = ((((startDay + 3) % 7) + 7) % 7) + 1;
  if (frequency === 'WEEKLY' && !monthDays) return weeklyWords(rule, startWeekday);
  if (frequency === 'MONTHLY') return monthlyWords(rule, startDay);
  if (frequency === 'DAILY' && interval === 1 && weekdays && !monthDays) return weeklyWords(rule, startWeekday);
  if (frequency === 'DAILY' && interval > 1 && !weekdays && !monthDays && !months)
    return `tous les ${numberWord(interval)} jours`;
  if (frequency !== 'YEARLY' || weekdays || monthDays || months) return null;
  const { day, month } = monthDayOfNumber(startDay);
  return `${interval === 1 ? 'chaque année' : `tous les ${numberWord(interval)} ans`}, le ${ordinal(day)} ${monthName(month)}`;
}

/** How strands come back, in French: « toutes les deux semaines, le mardi »; for several that differ « à plusieurs dates ». */
export function recurrenceWords(strands: readonly Strand[], place: string): string {
  const words = strands.map(({ rules, start, zone, shift, exceptRules }) => {
    const [rule, another] = rules;
    const day = Math.floor(start / minutesPerDay);
    // Moved by a day, or late in the evening of another zone: its weekdays are not those of the place.
    const isSameDay =
      shift === undefined && Math.floor(toPlaceFrom(zone ?? null, place)(start) / minutesPerDay) === day;
    return rule && !another && !exceptRules && isSameDay ? ruleWords(rule, day) : null;
  });
  const [first] = words;
  return first !== undefined && first !== null && words.every((each) => each === first) ? first : 'à plusieurs dates';
}

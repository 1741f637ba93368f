import { monthDayOfNumber, numberOfDate, yearOfNumber } from './day-number.ts';

/** Days of the French calendar, `month-day`, that are holidays every year. */
const FIXED = new Set(['1-1', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-25']);
/** Easter Monday, Ascension and Whit Monday, in days after Easter. */
const AFTER_EASTER = [1, 39, 50];

/** Easter Sunday of a year of the Gregorian calendar, as Meeus, Jones and Butcher compute it. */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return numberOfDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Whether the day of this number is a public holiday in France (Code du travail, L3133-1). */
export function isPublicHoliday(number: number): boolean {
  const { month, day } = monthDayOfNumber(number);
  return FIXED.has(`${month}-${day}`) || AFTER_EASTER.includes(number - easter(yearOfNumber(number)));
}

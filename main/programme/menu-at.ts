import { Temporal } from 'temporal-polyfill';
import { capitalised } from '../lib/capitalised.ts';
import { dayLabel, weekdayName } from '../when/french/label.ts';
import { isClosedOn, type SchoolHolidays } from '../when/school-holidays.ts';
import { isOnToday } from '../when/today.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { Meal, MenuItem } from './item.ts';
import { ofKind } from './sorted-out.ts';

/** When each meal is over: from then on the next one is shown. */
export const MEAL_ENDS: Readonly<Record<Meal, string>> = { breakfast: '09:00', lunch: '14:00', dinner: '20:30' };

/** What the wall calls a meal where there are several a day. */
export const MEAL_NAMES: Readonly<Record<Meal, string>> = {
  breakfast: 'Petit-déjeuner',
  lunch: 'Midi',
  dinner: 'Soir',
};

/** How far ahead the next menu is looked for, in days: as far as from Friday to Tuesday. */
const MAX_DAYS_AHEAD = 4;
/** On a day of school, days without school are passed over; but no holidays are longer than this. */
const MAX_CLOSED_DAYS = 80;
/** A menu is shown at most so many days before its own. */
export const MAX_DAYS_TO_MENU = MAX_DAYS_AHEAD + MAX_CLOSED_DAYS;

type Menu = CatalogueItem & MenuItem;

const endOf = ({ day, meal }: MenuItem): string => `${day} ${MEAL_ENDS[meal]}`;

/** The last day of which the menu is shown: on a day of school, the days of the holidays after it do not count. */
function lastDay(today: Temporal.PlainDate, holidays: SchoolHolidays | undefined): string {
  const isOpen = (day: Temporal.PlainDate) => !isClosedOn(day.toString(), holidays);
  if (!isOpen(today)) return today.add({ days: MAX_DAYS_AHEAD }).toString();
  let day = today;
  for (let ahead = 0, passed = 0; ahead < MAX_DAYS_AHEAD && passed < MAX_CLOSED_DAYS; passed += 1) {
    day = day.add({ days: 1 });
    if (isOpen(day)) ahead += 1;
  }
  return day.toString();
}

/** The meal that is shown at an instant: the first that is not over; of two menus for it, the one that was written last. */
export function menuAt(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  holidays: SchoolHolidays | undefined,
): Menu[] {
  const today = at.toPlainDate();
  const last = lastDay(today, holidays);
  const coming = ofKind(items, 'menu')
    .filter((item) =>
      item.day === today.toString() ? isOnToday(item.when, at) : item.day > today.toString() && item.day <= last,
    )
    .toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : b.modifiedMs - a.modifiedMs));
  return coming.slice(0, 1);
}

/** « Aujourd’hui », « Demain », « Lundi »; a week ahead or more, « Lundi 27 avril ». */
export function seenFrom(iso: string, today: Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from(iso);
  const { days } = today.until(day);
  return days === 0
    ? 'Aujourd’hui'
    : days === 1
      ? 'Demain'
      : capitalised(days < 7 ? weekdayName(day.dayOfWeek) : dayLabel(day));
}

import { Temporal } from 'temporal-polyfill';
import { capitalised } from '../lib/capitalised.ts';
import { weekdayName } from '../when/french/label.ts';
import { isOnToday } from '../when/today.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { Meal, MenuItem } from './item.ts';

/** When each meal is over: from then on the next one is shown. */
export const MEAL_ENDS: Readonly<Record<Meal, string>> = { breakfast: '09:00', lunch: '14:00', dinner: '20:30' };

/** What the wall calls a meal where there are several a day. */
export const MEAL_NAMES: Readonly<Record<Meal, string>> = {
  breakfast: 'Petit-déjeuner',
  lunch: 'Midi',
  dinner: 'Soir',
};

/** How far ahead the next menu is looked for: over a week of holidays nobody asks what is for lunch. */
const MAX_DAYS_AHEAD = 4;

type Menu = CatalogueItem & MenuItem;

const isMenu = (item: CatalogueItem): item is Menu => item.kind === 'menu';
const endOf = ({ day, meal }: MenuItem): string => `${day} ${MEAL_ENDS[meal]}`;

/** The meal that is shown at an instant: the first that is not over; of two menus for it, the one that was written last. */
export function menuAt(items: readonly CatalogueItem[], at: Temporal.ZonedDateTime): Menu[] {
  const today = at.toPlainDate();
  const last = today.add({ days: MAX_DAYS_AHEAD }).toString();
  const coming = items
    .filter(isMenu)
    .filter((item) =>
      item.day === today.toString() ? isOnToday(item.when, at) : item.day > today.toString() && item.day <= last,
    )
    .toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : b.modifiedMs - a.modifiedMs));
  return coming.slice(0, 1);
}

/** « Aujourd’hui », « Demain », « Lundi ». */
export function seenFrom(iso: string, today: Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from(iso);
  const { days } = today.until(day);
  return days === 0 ? 'Aujourd’hui' : days === 1 ? 'Demain' : capitalised(weekdayName(day.dayOfWeek));
}

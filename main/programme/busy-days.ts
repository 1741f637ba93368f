import type { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import type { Steps } from '../lib/in-turns.ts';
import { dayOfNumber, numberOfDay, weekdayOfNumber } from '../when/day-number.ts';
import { daysTold } from '../when/days-told.ts';
import { shortDayLabel } from '../when/french/label.ts';
import { memoByDay } from '../when/memo-by-day.ts';
import { occursOn } from '../when/occurrence.ts';
import type { When } from '../when/when.ts';
import type { Listed } from './listed.ts';

/** The days of the week from a Monday on which something is that has both a beginning and an end. */
const busyDays = memoByDay((when, monday) =>
  weekFrom(monday).map((day) => {
    if (!occursOn(when, day)) return false;
    const { from, to } = daysTold(when, day);
    return from !== null && to !== null;
  }),
);

/** The same of the week of a day. */
export function busyDaysOfWeek(when: When, day: Temporal.PlainDate): readonly boolean[] {
  return busyDays(when, mondayOf(day));
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  const number = numberOfDay(day);
  return dayOfNumber(number - weekdayOfNumber(number) + 1);
}

const weekFrom = (monday: Temporal.PlainDate) =>
  Array.from({ length: 7 }, (_, index) => dayOfNumber(numberOfDay(monday) + index));

/** Days of the week of `day`, from the first to the last with something that has both a beginning and an end. */
export function* weekOf(items: readonly Listed[], day: Temporal.PlainDate): Steps<Programme['week']> {
  const monday = mondayOf(day);
  const days = weekFrom(monday);
  const isBusy = days.map(() => false);
  for (const { when } of items) {
    yield;
    if (when === null) continue;
    const own = busyDays(when, monday);
    for (let index = 0; index < own.length; index += 1) if (own[index]) isBusy[index] = true;
  }
  const first = isBusy.indexOf(true);
  const last = isBusy.lastIndexOf(true);
  if (first === last) return [];
  return days.slice(first, last + 1).map((date) => ({ day: date.toString(), label: shortDayLabel(date) }));
}

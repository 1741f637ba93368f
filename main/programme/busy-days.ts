import type { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { memoByText } from '../lib/memo-by-text.ts';
import type { Steps } from '../lib/steps.ts';
import { dayOfNumber, numberOfDay, weekdayOfNumber } from '../when/day-number.ts';
import { daysTold } from '../when/days-told.ts';
import { shortDayLabel } from '../when/french/label.ts';
import { mappingByDay, memoByDay } from '../when/memo-by-day.ts';
import { occursOn } from '../when/occurrence.ts';
import type { When } from '../when/when.ts';
import type { Listed } from './listed.ts';

/** A week, `1111100`: the same array for the same days, so that the weeks of thousands of items are compared at a glance. */
const weekNamed = memoByText((name): readonly boolean[] => [...name].map((digit) => digit === '1'));

/** The days of the week from a Monday on which something is that has both a beginning and an end. */
const busyDays = memoByDay((when, monday) => {
  const isBusy = (day: Temporal.PlainDate): boolean => {
    if (!occursOn(when, day)) return false;
    const { from, to } = daysTold(when, day);
    return from !== null && to !== null;
  };
  return weekNamed(
    weekFrom(monday)
      .map((day) => (isBusy(day) ? '1' : '0'))
      .join(''),
  );
});

const NEVER = weekNamed('0000000');

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

const busyOf = mappingByDay(({ when }: Listed, { day }: { readonly day: Temporal.PlainDate }) =>
  when === null ? NEVER : busyDaysOfWeek(when, day),
);

/** Days of the week of `day`, from the first to the last with something that has both a beginning and an end. */
export function* weekOf(items: readonly Listed[], day: Temporal.PlainDate): Steps<Programme['week']> {
  const days = weekFrom(mondayOf(day));
  const isBusy = days.map(() => false);
  for (const own of new Set(yield* busyOf(items, { day })))
    for (let index = 0; index < own.length; index += 1) if (own[index]) isBusy[index] = true;
  const first = isBusy.indexOf(true);
  const last = isBusy.lastIndexOf(true);
  if (first === last) return [];
  return days.slice(first, last + 1).map((date) => ({ day: date.toString(), label: shortDayLabel(date) }));
}

import type { Temporal } from 'temporal-polyfill';
import { type MappedList, mappedAgain, NOTHING_MAPPED } from '../lib/mapped-again.ts';
import type { Steps } from '../lib/steps.ts';
import { numberOfDay } from './day-number.ts';
import type { When } from './when.ts';

/** The day of the wall, and the next one. */
const KEPT_DAYS = 2;
let firstKept = Number.NaN;

/**
 * What is worked out for this day and the next one is kept while other days are asked for: the page for staff looks a fortnight ahead, and
 * the wall must not pay for it.
 */
export function keepDay(day: Temporal.PlainDate): void {
  firstKept = numberOfDay(day);
}

/** Where what was worked out for a day is kept: in a place of its own, or in that of the day asked last. */
function slotOf(number: number): number {
  const ahead = number - firstKept;
  return ahead >= 0 && ahead < KEPT_DAYS ? ahead : KEPT_DAYS;
}

interface OfDay<V> {
  readonly day: number;
  readonly value: V;
}

/**
 * A function that works out a value for an object (a When, or an item) and a day, and remembers that of the day asked last, and
 * those of the days that are kept. All programmes of a day ask the same of thousands of items: only what is new or on another day
 * is worked out.
 */
export function memoByDay<V extends NonNullable<unknown>, K extends object = When>(
  make: (key: K, day: Temporal.PlainDate) => V,
): (key: K, day: Temporal.PlainDate) => V {
  const made = new WeakMap<K, (OfDay<V> | undefined)[]>();
  return (key, day) => {
    const number = numberOfDay(day);
    const slot = slotOf(number);
    const slots = made.get(key);
    const known = slots?.[slot];
    if (known?.day === number) return known.value;
    const value = make(key, day);
    if (slots) slots[slot] = { day: number, value };
    else {
      const first = new Array<OfDay<V> | undefined>(KEPT_DAYS + 1);
      first[slot] = { day: number, value };
      made.set(key, first);
    }
    return value;
  };
}

/** A day, or a part of it. */
interface WithDay {
  readonly day: Temporal.PlainDate;
}

/**
 * A function that makes a list of another one for a day, and again only what differs from the list of that day before: a look in a
 * memo costs as much for thousands of values as the rest of a programme. `holds`: whether what was made for one part of a
 * day is the same in another part of it.
 */
export function mappingByDay<T, R, C extends WithDay>(
  make: (value: T, context: C) => R,
  holds: (before: C, now: C) => boolean = () => true,
): (values: readonly T[], context: C) => Steps<readonly R[]> {
  const made = new Array<(MappedList<T, R> & { readonly context: C }) | undefined>(KEPT_DAYS + 1);
  return function* mapByDay(values, context) {
    const slot = slotOf(numberOfDay(context.day));
    const last = made[slot];
    const isSame = last?.context.day.equals(context.day) === true && holds(last.context, context);
    const results = yield* mappedAgain<T, R>(values, isSame ? last : NOTHING_MAPPED, (value) => make(value, context));
    made[slot] = { values, results, context };
    return results;
  };
}
